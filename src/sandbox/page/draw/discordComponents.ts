import { z } from "zod";

import { componentType } from "../../discord/numbers.ts";
import type { SeenControl } from "../../person.ts";
import { discordText } from "./discordText.ts";
import type { DrawnControl, Names, Piece } from "./piece.ts";

const component = z.object({
  type: z.number(),
  content: z.string().optional(),
  custom_id: z.string().nullish(),
  url: z.string().nullish(),
  accent_color: z.number().nullish(),
  divider: z.boolean().nullish(),
  description: z.string().nullish(),
  components: z.array(z.unknown()).optional(),
  component: z.unknown().optional(),
  accessory: z.unknown().optional(),
});

/**
 * The components of a message or modal as pieces, in reading order.
 * @param controls the buttons and selects among them, as the person sees them
 * @see https://discord.com/developers/docs/components/reference
 */
export function discordComponents(
  components: readonly unknown[],
  controls: readonly SeenControl[],
  names: Names,
): readonly Piece[] {
  const inner = (list: readonly unknown[] | undefined) => discordComponents(list ?? [], controls, names);
  return components.flatMap((one): readonly Piece[] => {
    const read = component.safeParse(one).data;
    if (read === undefined) return [];
    switch (read.type) {
      case componentType.textDisplay:
        return discordText(read.content ?? "", names);
      case componentType.separator:
        return read.divider === false ? [] : [{ kind: "rule" }];
      case componentType.container:
        return [{ kind: "box", ...colourOf(read.accent_color), pieces: inner(read.components) }];
      case componentType.section:
        return [...inner(read.components), ...inner([read.accessory])];
      case componentType.label:
        return inner([read.component]);
      case componentType.actionRow:
        return together(inner(read.components));
      default:
        return leaf(read, controls);
    }
  });
}

/** A control of a message, or a field of a form. */
function leaf(read: z.infer<typeof component>, controls: readonly SeenControl[]): readonly Piece[] {
  const id = read.custom_id ?? read.url;
  const control = controls.find((one) => one.id === id);
  if (control !== undefined) {
    const drawn: DrawnControl = read.url ? { ...control, url: read.url } : control;
    return [{ kind: "controls", controls: [drawn] }];
  }
  if (read.custom_id) return [{ kind: "field", id: read.custom_id }];
  return read.description ? [{ kind: "small", runs: [{ text: read.description }] }] : [];
}

/** What stands in one row is drawn in one row. */
function together(pieces: readonly Piece[]): readonly Piece[] {
  const controls = pieces.flatMap((piece) => (piece.kind === "controls" ? piece.controls : []));
  const others = pieces.filter((piece) => piece.kind !== "controls");
  return controls.length === 0 ? others : [...others, { kind: "controls", controls }];
}

function colourOf(accent: number | null | undefined): { readonly colour?: string } {
  if (accent === null || accent === undefined) return {};
  return { colour: `#${accent.toString(16).padStart(6, "0")}` };
}
