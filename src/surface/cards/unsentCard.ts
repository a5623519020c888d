import { paragraph, small } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { UnsentForm } from "../delivery.ts";
import { RESEND } from "../returned.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

/**
 * A form that could not be stored, with everything that was typed in it.
 * @param options.kept the name under which it can be sent once more
 * @param options.hasFile whether what was typed goes along as a file
 */
export function unsentCard(
  { why, typed }: UnsentForm,
  { say }: Speech,
  options: { readonly kept?: string; readonly hasFile?: boolean } = {},
): Card {
  const isInFile = options.hasFile === true;
  return {
    tone: "bad",
    title: say(`unsent.${why}.title`),
    blocks: [
      paragraph(say(`unsent.${why}`)),
      ...(typed.length === 0 ? [] : [paragraph(say(isInFile ? "unsent.file" : "unsent.typed"))]),
      ...(isInFile ? [] : typed.flatMap(wordsOf)),
      ...(options.kept === undefined ? [] : [small(say("unsent.kept"))]),
    ],
    rows: options.kept === undefined ? [] : [[button("primary", say("trouble.press"), RESEND, options.kept)]],
  };
}

/** What was entered in one field, under its label where that is known. */
const wordsOf = ({ label, text }: UnsentForm["typed"][number]): readonly Block[] => [
  ...(label === "" ? [] : [small(label)]),
  { kind: "quote", text },
];
