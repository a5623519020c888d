import type { Outcome } from "../delivery/delivery.ts";
import { findPlace, type Place } from "../seen/places.ts";
import { reportMalformed } from "../web/callMethod.ts";
import { isObject } from "../web/readRequest.ts";
import type { AppManifest } from "../world/appManifest.ts";
import type { Channel } from "../world/channel.ts";
import { storeMessage } from "../world/storeMessage.ts";
import type { World } from "../world/world.ts";
import { bring } from "./acceptValue.ts";
import { applyReply } from "./applyReply.ts";
import { act, type Client, command } from "./client.ts";
import { commandPayload } from "./commandPayloads.ts";
import { escapeCommand, escapeMessage } from "./escapeCommand.ts";
import { failureOf } from "./useControl.ts";

type DeclaredCommand = AppManifest["features"]["slash_commands"][number];

/**
 * Types a line at a place and sends it: a slash command, or a message. Throws what the client would say against it.
 * @param files what stands under a message, as values of a field for files
 */
export async function typeLine(
  client: Client,
  person: string,
  placeId: string,
  line: string,
  files: readonly string[] = [],
): Promise<void> {
  const { world } = client;
  const place = findWritable(world, person, placeId);
  const { channel } = place;
  if (!line.startsWith("/")) {
    const threadTs = place.kind === "thread" ? place.parent.ts : undefined;
    const text = escapeMessage(world, person, line);
    const brought = files.map((file) => bring(world, person, file));
    for (const file of brought) file.sentTo.add(channel.id);
    const content = {
      text,
      blocks: [],
      attachments: [],
      ...(brought.length === 0 ? {} : { files: brought.map(({ id }) => id) }),
    };
    storeMessage(world, channel, person, content, threadTs === undefined ? {} : { threadTs });
    return;
  }
  const [, name = "", rest = ""] = /^(\/\S*)\s*([^]*)$/.exec(line) ?? [];
  const declared = world.manifest.features.slash_commands.find((one) => one.command === name);
  if (declared === undefined)
    throw new Error(
      `${name} is not a valid command. In Slack, all messages that start with "/" are taken as commands.`,
    );
  if (place.kind === "thread") throw new Error(`${name} is not supported in threads. Sorry!`);
  const text = declared.should_escape ? escapeCommand(world, person, rest) : rest;
  await act(client, person, command(commandPayload(client, person, channel, name, text.trimEnd())), (outcome) =>
    showOutcome(world, person, channel, declared, line, outcome),
  );
}

function showOutcome(
  world: World,
  person: string,
  channel: Channel,
  declared: DeclaredCommand,
  line: string,
  outcome: Outcome,
): void {
  const session = world.session(person);
  const failure = failureOf(outcome);
  if (failure !== undefined) session.fail(`${declared.command} failed with the error "${failure}"`);
  if (outcome.kind !== "acked" || !isObject(outcome.reply)) return;
  const { reply } = outcome;
  // A command answered for all to see is itself shown to all.
  if (reply["response_type"] === "in_channel")
    storeMessage(world, channel, person, { text: line, blocks: [], attachments: [] });
  if (reply["text"] === undefined && reply["blocks"] === undefined && reply["attachments"] === undefined) return;
  const refusal = applyReply(world, { channel: channel.id, person }, reply);
  if (refusal === undefined) return;
  reportMalformed(declared.command, refusal, world);
  session.fail(`${declared.command} failed with the error "${refusal.error}"`);
}

/** The place, if the person can write there. Throws what the client would say when not. */
function findWritable(world: World, person: string, placeId: string): Exclude<Place, { kind: "home" }> {
  const place = findPlace(world, person, placeId);
  if (place.kind === "home") throw new Error("Nothing can be written on an app's home.");
  const { channel } = place;
  if (channel.archived) throw new Error(`#${channel.name} is archived and can only be read.`);
  if (!channel.members.has(person)) throw new Error(`Join #${channel.name} first.`);
  const { app_home: tabs } = world.manifest.features;
  const isClosed = !tabs.messages_tab_enabled || tabs.messages_tab_read_only_enabled;
  if (channel.kind === "im" && isClosed) throw new Error("Sending messages to this app has been turned off.");
  return place;
}
