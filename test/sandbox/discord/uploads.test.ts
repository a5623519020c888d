import {
  FileUploadBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  SlashCommandBuilder,
} from "discord.js";
import { expect, test } from "vitest";

import { fileValue } from "../../../src/sandbox/attachedFile.ts";
import { guildId, openGuild, place, startClient, until, who } from "./guild.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const modal = new ModalBuilder()
  .setCustomId("hand")
  .setTitle("Hand in")
  .addLabelComponents(
    new LabelBuilder()
      .setLabel("Files")
      .setFileUploadComponent(new FileUploadBuilder().setCustomId("files").setMaxValues(2).setRequired(false)),
  );

async function play() {
  const { discord, clock } = await openGuild();
  const sent: ModalSubmitInteraction[] = [];
  const client = await startClient(discord, async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal);
    if (!interaction.isModalSubmit()) return;
    sent.push(interaction);
    await interaction.reply({ content: "taken", flags: MessageFlags.Ephemeral });
  });
  await client.application.commands.set([new SlashCommandBuilder().setName("hand").setDescription("Hand in")], guildId);
  const ada = discord.person(who.ada);
  await ada.type(place.general, "/hand");
  return { clock, sent, ada };
}

test("a file that somebody attaches is told with its address, which holds for a day and in no other words", async () => {
  const { clock, sent, ada } = await play();
  expect(ada.form()?.fields).toMatchObject([{ id: "files", kind: "files", maximum: 2, required: false }]);
  const png = fileValue("a photo.png", "image/png", "bytes");
  await expect(ada.submit({ files: [png, png, png] })).rejects.toThrow("takes 2 files");
  await expect(ada.submit({ files: ["a photo.png"] })).rejects.toThrow("is no file");
  await ada.submit({ files: [png] });
  await until(() => sent.length > 0);
  const attached = sent[0]?.fields.getUploadedFiles("files")?.first();
  expect(attached).toMatchObject({ name: "a photo.png", size: 5, contentType: "image/png" });
  const url = attached?.url ?? "";
  expect(await (await fetch(url)).text()).toBe("bytes");
  for (const other of [url.replace(/hm=../, "hm=zz"), url.replace(/\?.*/, ""), url.replace("a%20photo", "another")]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await fetch(other)).status).toBe(404);
  }
  clock.advance(DAY_MS);
  expect((await fetch(url)).status).toBe(404);
});
