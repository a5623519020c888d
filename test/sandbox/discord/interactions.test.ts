import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from "discord.js";
import { expect, test } from "vitest";

import { botId, guildId, openGuild, place, startClient, until, who } from "./guild.ts";

const caseCommand = new SlashCommandBuilder()
  .setName("case")
  .setDescription("Cases")
  .addSubcommandGroup((group) =>
    group
      .setName("party")
      .setDescription("Parties")
      .addSubcommand((sub) =>
        sub
          .setName("add")
          .setDescription("Adds one")
          .addUserOption((option) => option.setName("person").setDescription("Who").setRequired(true))
          .addChannelOption((option) => option.setName("channel").setDescription("Where"))
          .addRoleOption((option) => option.setName("role").setDescription("Role"))
          .addIntegerOption((option) => option.setName("days").setDescription("Days").setMinValue(1).setMaxValue(9))
          .addBooleanOption((option) => option.setName("secret").setDescription("Secret"))
          .addStringOption((option) => option.setName("note").setDescription("Note").setMaxLength(20)),
      ),
  );
const plain = (name: string) => new SlashCommandBuilder().setName(name).setDescription(name);

/** A guild with a client that answers as told and commands /case and /go. */
async function play(answer: (interaction: Interaction) => Promise<unknown>) {
  const { discord, clock } = await openGuild();
  const client = await startClient(discord, answer);
  const search = plain("search").addStringOption((option) =>
    option.setName("code").setDescription("Code").setAutocomplete(true).setRequired(true),
  );
  await client.application.commands.set([caseCommand, plain("go"), search], guildId);
  const ada = discord.person(who.ada);
  return { discord, clock, client, ada, last: () => ada.messages(place.general).at(-1) };
}

test("a slash command arrives with subcommands, typed options and what they name", async () => {
  const seen: Interaction[] = [];
  const { discord, ada } = await play(async (interaction) => {
    seen.push(interaction);
    if (interaction.isChatInputCommand()) await interaction.reply("done");
  });
  await ada.type(
    place.general,
    "/case party add person:@Bob note:he said: so role:@Officers days:3 secret:True channel:#general",
  );
  const [interaction] = seen;
  if (!interaction?.isChatInputCommand() || !interaction.inCachedGuild()) throw new Error("no command");
  const { options } = interaction;
  expect([options.getSubcommandGroup(), options.getSubcommand()]).toEqual(["party", "add"]);
  expect(options.getUser("person")?.id).toBe(who.bob);
  expect(options.getMember("person")?.id).toBe(who.bob);
  expect(options.getRole("role")?.name).toBe("Officers");
  expect(options.getChannel("channel")?.id).toBe(place.general);
  expect([options.getInteger("days"), options.getBoolean("secret"), options.getString("note")]).toEqual([
    3,
    true,
    "he said: so",
  ]);
  expect(interaction.user.id).toBe(who.ada);
  expect(interaction.member.joinedAt).toEqual(new Date("2026-11-22T10:00:00Z"));
  expect(interaction.memberPermissions.has("SendMessages")).toBe(true);
  expect(interaction.appPermissions.has("ManageThreads")).toBe(true);
  expect([interaction.locale, interaction.guildLocale, interaction.context]).toEqual(["en-US", "en-US", 0]);
  expect(interaction.authorizingIntegrationOwners.guildId).toBe(guildId);
  expect(discord.problems()).toEqual([]);
});

test.each([
  ["/case party add", "needs person"],
  ["/case party add person:@Nobody", 'nobody called "@Nobody"'],
  ["/case party add person:@Bob days:12", "between 1 and 9"],
  ["/case party add person:@Bob days:two", "not a number"],
  ["/case party add person:@Bob secret:maybe", "neither True nor False"],
  ["/case party add person:@Bob note:much longer than twenty", "0 to 20 characters"],
  ["/case party drop person:@Bob", 'not by "drop"'],
  ["/case party add somebody", "belongs to no option"],
  ["/cases", "no command /cases"],
])("the client does not send %j", async (line, why) => {
  const { ada } = await play(async () => {});
  await expect(ada.type(place.general, line)).rejects.toThrow(why);
});

test("an ephemeral answer is seen by its person only, and not by the bot's history", async () => {
  const { discord, ada, last, client } = await play(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: "for you", flags: MessageFlags.Ephemeral });
  });
  await ada.type(place.general, "/go");
  expect(last()).toMatchObject({ text: "for you", ephemeral: true, author: { id: botId, isBot: true } });
  expect(discord.person(who.olga).messages(place.general)).toEqual([]);
  const channel = await client.channels.fetch(place.general);
  expect(channel?.isTextBased() ? (await channel.messages.fetch()).size : undefined).toBe(0);
});

test("a deferred answer thinks, then reads its text, and stays ephemeral whatever a follow-up says", async () => {
  const held = Promise.withResolvers<void>();
  const { ada, last, discord } = await play(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await held.promise;
    await interaction.editReply("ready");
    await interaction.followUp({ content: "and more", flags: MessageFlags.Ephemeral });
    await interaction.deleteReply();
  });
  await ada.type(place.general, "/go");
  expect(last()).toMatchObject({ text: "Redress is thinking…", ephemeral: true });
  held.resolve();
  await until(
    () =>
      ada
        .messages(place.general)
        .map(({ text }) => text)
        .join() === "and more",
  );
  expect(last()?.edited).toBe(false);
  expect(discord.problems()).toEqual([]);
});

test("buttons and selects reach the bot, which updates the message they stand in", async () => {
  const chosen: unknown[] = [];
  const { ada, last, discord } = await play(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: "Vote",
        components: [
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId("vote:yes").setLabel("Yes").setStyle(ButtonStyle.Success),
            new ButtonBuilder().setCustomId("vote:no").setLabel("No").setStyle(ButtonStyle.Danger).setDisabled(true),
            new ButtonBuilder().setURL("https://example.org/").setLabel("Rules").setStyle(ButtonStyle.Link),
          ),
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
            new StringSelectMenuBuilder()
              .setCustomId("reason")
              .setMaxValues(2)
              .setOptions(["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }))),
          ),
          new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
            new UserSelectMenuBuilder().setCustomId("who").setPlaceholder("Who?"),
          ),
        ],
      });
    else if (interaction.isButton()) await interaction.update({ content: `${interaction.customId} pressed` });
    else if (interaction.isStringSelectMenu()) {
      chosen.push(interaction.values);
      await interaction.deferUpdate();
      await interaction.editReply({ content: "chosen", components: [] });
    } else if (interaction.isUserSelectMenu()) {
      chosen.push(interaction.users.first()?.globalName);
      await interaction.reply({ content: "noted", flags: MessageFlags.Ephemeral });
    }
  });
  await ada.type(place.general, "/go");
  const id = last()?.id ?? "";
  expect(last()?.controls).toMatchObject([
    { kind: "button", id: "vote:yes", label: "Yes", style: "success", disabled: false },
    { kind: "button", id: "vote:no", disabled: true },
    { kind: "button", id: "https://example.org/", style: "link" },
    {
      kind: "select",
      id: "reason",
      source: "options",
      minimum: 1,
      maximum: 2,
      options: [{ value: "a", label: "A" }, {}, {}],
    },
    { kind: "select", id: "who", source: "people", placeholder: "Who?" },
  ]);
  const bob = discord.person(who.bob);
  await bob.press(id, "vote:yes");
  expect(last()).toMatchObject({ text: "vote:yes pressed", edited: true });
  await expect(bob.press(id, "vote:no")).rejects.toThrow("disabled");
  await expect(bob.press(id, "https://example.org/")).rejects.toThrow("link");
  await expect(bob.press(id, "vote:maybe")).rejects.toThrow("no control");
  await expect(bob.choose(id, "reason", ["a", "b", "c"])).rejects.toThrow("1 to 2 can be chosen");
  await expect(bob.choose(id, "reason", ["z"])).rejects.toThrow("does not offer z");
  await bob.choose(id, "who", [who.ada]);
  await bob.choose(id, "reason", ["c", "a"]);
  await until(() => last()?.text === "chosen");
  expect(chosen).toEqual(["Ada Lovelace", ["c", "a"]]);
  expect(discord.problems()).toEqual([]);
});

const longForm = () =>
  new ModalBuilder()
    .setCustomId("report")
    .setTitle("Report")
    .addTextDisplayComponents(new TextDisplayBuilder().setContent("Only <@" + who.ofelia + "> reads this."))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel("What happened")
        .setDescription("In your words")
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId("text")
            .setStyle(TextInputStyle.Paragraph)
            .setMinLength(5)
            .setMaxLength(40),
        ),
      new LabelBuilder()
        .setLabel("Where")
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId("where")
            .setOptions({ label: "Here", value: "here" }, { label: "There", value: "there", default: true }),
        ),
      new LabelBuilder()
        .setLabel("Who")
        .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId("who").setRequired(false).setMaxValues(3)),
    );

test("a form opens from a command and comes back with what was filled in", async () => {
  const filled: unknown[] = [];
  const { ada, last, discord } = await play(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(longForm());
    else if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      filled.push(fields.getTextInputValue("text"), fields.getStringSelectValues("where"));
      filled.push([...(fields.getSelectedUsers("who") ?? new Map()).keys()], interaction.isFromMessage());
      await interaction.reply({ content: "filed", flags: MessageFlags.Ephemeral });
    }
  });
  await ada.type(place.general, "/go");
  expect(ada.form()).toMatchObject({
    id: "report",
    title: "Report",
    text: "Only @Ofelia reads this.",
    fields: [
      {
        id: "text",
        kind: "long-text",
        label: "What happened",
        hint: "In your words",
        required: true,
        minimum: 5,
        maximum: 40,
        value: "",
      },
      { id: "where", kind: "choice", required: true, value: "there", options: [{ value: "here", label: "Here" }, {}] },
      { id: "who", kind: "people", required: false, maximum: 3, value: [] },
    ],
  });
  await expect(ada.submit({ text: "" })).rejects.toThrow('"What happened" is required');
  await expect(ada.submit({ text: "four" })).rejects.toThrow("5 to 40 characters");
  await expect(ada.submit({ text: "enough", where: "nowhere" })).rejects.toThrow("does not offer nowhere");
  await expect(ada.submit({ text: "enough", when: "now" })).rejects.toThrow("no field when");
  expect(ada.form()).toBeDefined();
  await ada.submit({ text: "He shouted.", who: [who.bob, "@Mira"] });
  expect(filled).toEqual(["He shouted.", ["there"], [who.bob, who.mira], false]);
  expect(ada.form()).toBeUndefined();
  expect(last()).toMatchObject({ text: "filed", ephemeral: true });
  expect(discord.problems()).toEqual([]);
});

test("a form from a button can update the message, and cannot be answered by another form", async () => {
  const refused: string[] = [];
  const { ada, last, discord } = await play(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: "Card",
        components: [
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId("edit").setLabel("Edit").setStyle(ButtonStyle.Primary),
          ),
        ],
      });
    else if (interaction.isButton()) await interaction.showModal(longForm());
    else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.client.rest
        .post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          auth: false,
          body: { type: 9, data: longForm().toJSON() },
        })
        .catch((error: unknown) => refused.push(String(error)));
      await interaction.update("Card, edited");
    }
  });
  await ada.type(place.general, "/go");
  await ada.press(last()?.id ?? "", "edit");
  await ada.submit({ text: "some text" });
  expect(last()).toMatchObject({ text: "Card, edited" });
  expect(refused).toEqual([expect.stringContaining("Value must be one of {4, 5, 6, 7}")]);
  expect(discord.problems()).toHaveLength(1);
});

test("the bot completes an option while it is typed", async () => {
  const { ada, discord } = await play(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    const codes = ["amber-fox", "amber-owl", "grey-cat"].filter((code) => code.startsWith(typed));
    await interaction.respond(codes.map((code) => ({ name: `Case ${code}`, value: code })));
  });
  expect(await ada.suggestions(place.general, "/search code:amber")).toEqual([
    { value: "amber-fox", label: "Case amber-fox" },
    { value: "amber-owl", label: "Case amber-owl" },
  ]);
  expect(await ada.suggestions(place.general, "/case party add person:@b")).toEqual([{ value: who.bob, label: "Bob" }]);
  expect(await ada.suggestions(place.general, "/case party add person:@Bob secret:t")).toEqual([
    { value: "True", label: "True" },
  ]);
  expect(discord.problems()).toEqual([]);
});

test("a card of Components V2 is read in order, with names and moments written out", async () => {
  const { ada, last, discord } = await play(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const card = new ContainerBuilder()
      .setAccentColor(0x336699)
      .addTextDisplayComponents((text) => text.setContent(`## amber-fox\nAssigned to <@${who.ofelia}>`))
      .addSeparatorComponents((separator) => separator)
      .addSectionComponents((section) =>
        section
          .addTextDisplayComponents((text) => text.setContent("Due <t:1795341600:R> in <#" + place.general + ">"))
          .setButtonAccessory((button) =>
            button.setCustomId("extend").setLabel("Extend").setStyle(ButtonStyle.Secondary),
          ),
      )
      .addActionRowComponents((row) =>
        row.setComponents(new ButtonBuilder().setCustomId("close").setLabel("Close").setStyle(ButtonStyle.Danger)),
      );
    await interaction.reply({ components: [card], flags: MessageFlags.IsComponentsV2, withResponse: true });
  });
  await ada.type(place.general, "/go");
  expect(last()?.text).toBe("## amber-fox\nAssigned to @Ofelia\n———\nDue 2026-11-22T10:00Z in #general");
  expect(last()?.controls.map(({ id }) => id)).toEqual(["extend", "close"]);
  expect(discord.problems()).toEqual([]);
});

test("embeds are read with their fields, footers and moments", async () => {
  const { ada, last } = await play(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        embeds: [
          {
            title: "Case",
            description: "Open",
            fields: [{ name: "Officer", value: `<@${who.ofelia}>` }],
            footer: { text: "F 2.1" },
          },
        ],
      });
  });
  await ada.type(place.general, "/go");
  expect(last()?.text).toBe("Case\nOpen\nOfficer: @Ofelia\nF 2.1");
});

test("guild commands are offered in the guild only, global ones where their contexts say, in the person's language", async () => {
  const { discord, client, ada } = await play(async () => {});
  await client.application.commands.set([
    plain("anywhere").setContexts(0, 1).setNameLocalizations({ "sv-SE": "överallt" }),
    plain("inside").setContexts(0),
    plain("private").setContexts(1).setDescription("Private"),
  ]);
  const direct = ada.places().find(({ kind }) => kind === "direct")?.id ?? "";
  expect(ada.commands(direct)).toEqual([
    { line: "/anywhere", description: "anywhere" },
    { line: "/private", description: "Private" },
  ]);
  expect(ada.commands(place.general).map(({ line }) => line)).toEqual([
    "/case party add",
    "/go",
    "/search",
    "/anywhere",
    "/inside",
  ]);
  expect(
    discord
      .person(who.bob)
      .commands(place.general)
      .map(({ line }) => line),
  ).toContain("/överallt");
  await expect(ada.type(direct, "/go")).rejects.toThrow("no command /go");
});

test("in a direct conversation an interaction has a user and no member", async () => {
  const seen: Interaction[] = [];
  const { client, ada } = await play(async (interaction) => {
    seen.push(interaction);
    if (interaction.isChatInputCommand()) await interaction.reply("here");
  });
  await client.application.commands.set([plain("my").setContexts(0, 1)]);
  const direct = ada.places().find(({ kind }) => kind === "direct")?.id ?? "";
  await ada.type(direct, "/my");
  expect(seen[0]).toMatchObject({ guildId: null, member: null, context: 1, authorizingIntegrationOwners: { 0: "0" } });
  expect(ada.messages(direct)).toMatchObject([{ text: "here" }]);
});

test("a command closed to members by its permissions is offered to those who hold them", async () => {
  const { discord, client, ada } = await play(async () => {});
  await client.application.commands.set(
    [plain("setup").setDefaultMemberPermissions(0), plain("threads").setDefaultMemberPermissions(1n << 34n)],
    guildId,
  );
  const lines = (id: string) =>
    discord
      .person(id)
      .commands(place.general)
      .map(({ line }) => line);
  expect([lines(who.ada), lines(who.mira), lines(who.anders)]).toEqual([[], ["/threads"], ["/setup", "/threads"]]);
  await expect(ada.type(place.general, "/setup")).rejects.toThrow("no command");
});
