import type { SeenForm, SeenMessage } from "../../person.ts";
import type { Shortcut } from "../pagePlatform.ts";
import type { PlatformKind, ShownForm, ShownMessage } from "../wire.ts";
import { discordForm, discordMessage } from "./discordMessage.ts";
import type { Names } from "./piece.ts";
import { slackForm, slackMessage } from "./slackMessage.ts";

/** A message for the browser. */
export function drawMessage(
  kind: PlatformKind,
  message: SeenMessage,
  names: Names,
  menu: readonly Shortcut[],
): ShownMessage {
  const { id, author, at, edited, ephemeral } = message;
  const drawn = kind === "discord" ? discordMessage(message, names) : slackMessage(message, names);
  return { id, author, at, edited, isPrivate: ephemeral, ...drawn, menu };
}

/** An open form for the browser; a field that stands nowhere else stands at the end. */
export function drawForm(kind: PlatformKind, form: SeenForm, names: Names): ShownForm {
  const { id, title, submitLabel, fields, errors } = form;
  const { pieces, close } =
    kind === "discord" ? { pieces: discordForm(form, names), close: undefined } : slackForm(form, names);
  const placed = new Set(pieces.flatMap((piece) => (piece.kind === "field" ? [piece.id] : [])));
  const strays = fields
    .filter((field) => !placed.has(field.id))
    .map((field) => ({ kind: "field", id: field.id }) as const);
  const closeLabel = close === undefined ? {} : { closeLabel: close };
  return { id, title, submitLabel, ...closeLabel, pieces: [...pieces, ...strays], fields, errors };
}
