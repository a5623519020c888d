import type { Option } from "@slack/types";

import { readFileValue } from "../../attachedFile.ts";
import { type Interactive, optionsOf } from "../blockKit/elements.ts";
import { isMultiple, mostOf } from "../seen/seenControls.ts";
import { canRead } from "../seen/visibility.ts";
import type { SlackFile } from "../world/slackFile.ts";
import type { FieldValue } from "../world/storedView.ts";
import type { World } from "../world/world.ts";

/** What a client lets a person put into an element. Throws what the client would say against it. */
export function acceptValue(
  world: World,
  person: string,
  element: Interactive,
  given: string | readonly string[],
  offered: readonly Option[],
): FieldValue {
  const values = (typeof given === "string" ? [given] : given).filter((value) => value !== "");
  if (!isMultiple(element) && values.length > 1) throw new Error("Only one thing can be chosen here.");
  const most = mostOf(element, 0);
  if (isMultiple(element) && values.length > most) throw new Error(`At most ${most} can be chosen here.`);
  if (element.type === "file_input")
    return values.map((value) => (world.files.has(value) ? value : bring(world, person, value).id));
  for (const value of values) checkOne(world, person, element, value, offered);
  return isMultiple(element) ? values : values[0];
}

function checkOne(world: World, person: string, element: Interactive, value: string, offered: readonly Option[]): void {
  switch (element.type) {
    case "plain_text_input":
      checkText(element, value);
      return;
    case "static_select":
    case "multi_static_select":
    case "checkboxes":
    case "radio_buttons":
    case "overflow":
    case "external_select":
    case "multi_external_select":
      if (![...optionsOf(element), ...offered].some((option) => option.value === value))
        throw new Error(`"${value}" is not one of the options.`);
      return;
    case "users_select":
    case "multi_users_select":
      if (world.members.get(value)?.deleted !== false) throw new Error(`There is nobody with the id ${value}.`);
      return;
    case "channels_select":
    case "multi_channels_select":
    case "conversations_select":
    case "multi_conversations_select": {
      const channel = world.channels.get(value);
      if (channel === undefined || !canRead(world, person, channel)) throw new Error(`There is no channel ${value}.`);
      return;
    }
    case "datepicker":
      if (!isDay(value)) throw new Error(`"${value}" is not a day; days are given as YYYY-MM-DD.`);
      return;
    case "timepicker":
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
        throw new Error(`"${value}" is not a time; times are given as HH:mm.`);
      return;
    case "datetimepicker":
      if (!/^\d{10}$/.test(value)) throw new Error(`"${value}" is not a moment; it is given in seconds since 1970.`);
      return;
    case "number_input":
      if (!Number.isFinite(Number(value))) throw new Error(`"${value}" is not a number.`);
      return;
    case "email_text_input":
      if (!/^\S+@\S+$/.test(value)) throw new Error(`"${value}" is not an e-mail address.`);
      return;
    case "url_text_input":
      if (!URL.canParse(value)) throw new Error(`"${value}" is not a web address.`);
      return;
    case "file_input":
      return;
    case "rich_text_input":
      return;
    case "button":
    case "workflow_button":
      throw new Error("A button is pressed; nothing is chosen in it.");
  }
}

/** A file that somebody puts into a window or under a message is one of the workspace. */
export function bring(world: World, owner: string, value: string): SlackFile {
  const { name, contentType, bytes } = readFileValue(value);
  const id = world.mint.id("F");
  const file: SlackFile = { id, name, contentType, owner, bytes, length: bytes.length, sentTo: new Set() };
  world.files.set(id, file);
  return file;
}

function checkText(element: Extract<Interactive, { type: "plain_text_input" }>, value: string): void {
  const most = element.max_length ?? 3000;
  if (value.length > most) throw new Error(`The text has ${value.length} characters; at most ${most} fit.`);
  if (value.length < (element.min_length ?? 0))
    throw new Error(`At least ${element.min_length ?? 0} characters are needed.`);
  if (element.multiline !== true && value.includes("\n")) throw new Error("The text can have one line only.");
}

function isDay(value: string): boolean {
  const moment = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}
