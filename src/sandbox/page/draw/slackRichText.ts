import { z } from "zod";

import { isoMinutes } from "../../slack/seen/readableMrkdwn.ts";
import type { Names, Piece, Run } from "./piece.ts";

const style = z
  .object({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();

const element = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), style }),
  z.object({ type: z.literal("link"), url: z.string(), text: z.string().optional() }),
  z.object({ type: z.literal("user"), user_id: z.string() }),
  z.object({ type: z.literal("channel"), channel_id: z.string() }),
  z.object({ type: z.literal("emoji"), name: z.string() }),
  z.object({ type: z.literal("broadcast"), range: z.string() }),
  z.object({ type: z.literal("date"), timestamp: z.number(), fallback: z.string().optional() }),
]);

const section = z.object({ elements: z.array(z.unknown()) });
const part = z.object({
  type: z.enum(["rich_text_section", "rich_text_quote", "rich_text_preformatted", "rich_text_list"]),
  style: z.string().optional(),
  elements: z.array(z.unknown()),
});

/**
 * The parts of a rich text block as pieces.
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function slackRichText(parts: readonly unknown[], names: Names): readonly Piece[] {
  return parts.flatMap((one): readonly Piece[] => {
    const read = part.safeParse(one).data;
    if (read === undefined) return [];
    switch (read.type) {
      case "rich_text_section":
        return [{ kind: "paragraph", runs: runsOf(read.elements, names) }];
      case "rich_text_quote":
        return [{ kind: "quote", runs: runsOf(read.elements, names) }];
      case "rich_text_preformatted":
        return [
          {
            kind: "code",
            text: runsOf(read.elements, names)
              .map(({ text }) => text)
              .join(""),
          },
        ];
      case "rich_text_list": {
        const items = read.elements.map((item) => runsOf(section.safeParse(item).data?.elements ?? [], names));
        return [{ kind: "list", isOrdered: read.style === "ordered", items }];
      }
    }
  });
}

function runsOf(elements: readonly unknown[], names: Names): readonly Run[] {
  return elements.flatMap((one): readonly Run[] => {
    const read = element.safeParse(one).data;
    return read === undefined ? [] : [runOf(read, names)];
  });
}

function runOf(read: z.infer<typeof element>, names: Names): Run {
  switch (read.type) {
    case "text":
      return { text: read.text, ...lookOf(read.style) };
    case "link":
      return { text: read.text ?? read.url, link: read.url };
    case "user":
      return { text: `@${names.person(read.user_id) ?? read.user_id}`, look: "mention" };
    case "channel":
      return { text: `#${names.place(read.channel_id) ?? "private-channel"}`, look: "mention" };
    case "emoji":
      return { text: `:${read.name}:` };
    case "broadcast":
      return { text: `@${read.range}`, look: "mention" };
    case "date":
      return { text: isoMinutes(read.timestamp) ?? read.fallback ?? "" };
  }
}

function lookOf(given: z.infer<typeof style>): Pick<Run, "look"> {
  if (given?.bold === true) return { look: "bold" };
  if (given?.code === true) return { look: "code" };
  if (given?.italic === true) return { look: "italic" };
  return given?.strike === true ? { look: "struck" } : {};
}
