import type { RollPreview } from "../../application/acts/importRoll.ts";
import { kindKey } from "../../domain/roster.ts";
import { paragraph, small } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import { heldName } from "../heldName.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

const REF = "home";
/** So many lines that are wrong are shown. */
const FAULTS = 15;

/** What a list of members is understood to say, before anything is entered. */
export function rollCard(preview: RollPreview, speech: Speech): Card {
  const { say } = speech;
  const { faults, entered } = preview;
  const change = button("secondary", say("act.roll.change"), "member.import", REF);
  return {
    tone: faults.length > 0 ? "attention" : "neutral",
    title: say("roll.title"),
    blocks: [
      ...countBlocks(preview, speech),
      ...(faults.length === 0
        ? []
        : [
            { kind: "heading" as const, text: say("roll.faults", { faults: faults.length }) },
            {
              kind: "list" as const,
              items: faults.slice(0, FAULTS).map(({ line, fault }) => say(`roll.fault.${fault}`, { line })),
            },
            ...(faults.length > FAULTS ? [small(say("list.more", { count: faults.length - FAULTS }))] : []),
          ]),
      small(say("roll.small")),
    ],
    rows: [
      entered === 0 ? [change] : [button("primary", say("act.roll.enter", { entered }), "member.enter", REF), change],
    ],
  };
}

/** What was entered. */
export function rollEnteredCard(preview: RollPreview, speech: Speech): Card {
  return { tone: "good", title: speech.say("done.title"), blocks: countBlocks(preview, speech), rows: [] };
}

function countBlocks({ entered, fresh, already, names, class: of }: RollPreview, speech: Speech): readonly Block[] {
  const { say, list } = speech;
  const more = entered - names.length;
  const who = more > 0 ? [...names, say("list.more", { count: more })] : names;
  return [
    paragraph(say("roll.entered", { entered, fresh, class: heldName(kindKey(of), speech) })),
    ...(names.length === 0 ? [] : [paragraph(list(who))]),
    ...(already === 0 ? [] : [paragraph(say("roll.already", { already }))]),
  ];
}
