import { z } from "zod";

import type { SeenForm, SeenMessage } from "../../person.ts";
import type { DrawnMessage } from "./drawnMessage.ts";
import type { Names, Piece } from "./piece.ts";
import { slackBlocks } from "./slackBlocks.ts";
import { slackText } from "./slackText.ts";

const message = z.object({
  subtype: z.string().optional(),
  text: z.string().default(""),
  blocks: z.array(z.unknown()).default([]),
});

/** Draws a message of Slack's, or the app's home. */
export function slackMessage({ raw, text, controls }: SeenMessage, names: Names): DrawnMessage {
  const read = message.safeParse(raw).data;
  if (read === undefined) return { pieces: [{ kind: "paragraph", runs: [{ text }] }], isNotice: false };
  // "group_join", "channel_archive" and so on are told by Slack itself.
  const isNotice = /^(?:group|channel)_/.test(read.subtype ?? "");
  const pieces = read.blocks.length === 0 ? slackText(read.text, names) : slackBlocks(read.blocks, controls, names);
  return { pieces, isNotice };
}

const view = z.object({
  blocks: z.array(z.unknown()).default([]),
  close: z.object({ text: z.string() }).nullish(),
});

/** Draws a modal of Slack's: its texts and controls, and where its fields stand. */
export function slackForm(
  form: SeenForm,
  names: Names,
): { readonly pieces: readonly Piece[]; readonly close: string | undefined } {
  const read = view.safeParse(form.raw).data;
  return {
    pieces: slackBlocks(read?.blocks ?? [], form.controls ?? [], names),
    close: read?.close?.text,
  };
}
