import { z } from "zod";

import { messageFlag, messageType } from "../../discord/numbers.ts";
import type { SeenForm, SeenMessage } from "../../person.ts";
import { discordComponents } from "./discordComponents.ts";
import { discordText } from "./discordText.ts";
import type { DrawnMessage } from "./drawnMessage.ts";
import type { Names, Piece } from "./piece.ts";

const message = z.object({
  type: z.number(),
  flags: z.number().default(0),
  content: z.string().default(""),
  components: z.array(z.unknown()).default([]),
  embeds: z.array(z.unknown()).default([]),
  attachments: z.array(z.unknown()).default([]),
  interaction: z.object({ name: z.string() }).optional(),
});

const written: readonly number[] = [messageType.plain, messageType.reply, messageType.chatInputCommand];

/** Draws a message of Discord's. */
export function discordMessage({ raw, text, controls }: SeenMessage, names: Names): DrawnMessage {
  const read = message.safeParse(raw).data;
  const asText: readonly Piece[] = [{ kind: "paragraph", runs: [{ text }] }];
  if (read === undefined || !written.includes(read.type)) return { pieces: asText, isNotice: read !== undefined };
  const answers = read.interaction === undefined ? {} : { answers: read.interaction.name };
  if ((read.flags & messageFlag.loading) !== 0) return { pieces: asText, isNotice: true, ...answers };
  const components = discordComponents(read.components, controls, names);
  // Embeds and files are not drawn; what can be read in them stands in the text.
  const said = read.embeds.length + read.attachments.length > 0 ? asText : discordText(read.content, names);
  return { pieces: [...said, ...components], isNotice: false, ...answers };
}

const modal = z.object({ components: z.array(z.unknown()).default([]) });

/** Draws a modal of Discord's: its texts, and where its fields stand. */
export function discordForm({ raw }: SeenForm, names: Names): readonly Piece[] {
  return discordComponents(modal.safeParse(raw).data?.components ?? [], [], names);
}
