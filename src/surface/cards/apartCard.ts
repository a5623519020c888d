import type { ApartView, SideView, WordsView } from "../../application/views/apartView.ts";
import { paragraph, small } from "../blocks.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows, turningRows } from "./controls.ts";
import { rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** Whether both sides are kept apart, who was told, and what they say to each other, with what can be done about it. */
export function apartCard(view: ApartView, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { case: ref, codeName, number, total, words } = view;
  return {
    tone: words?.canHold === true ? "attention" : "neutral",
    title: say("apart.title", { codeName }),
    blocks: [
      ...stateBlocks(view, speech),
      ...(words === undefined
        ? [small(say("apart.words.none"))]
        : [{ kind: "heading" as const, text: say("apart.words", { number, total }) }, ...wordsBlocks(words, speech)]),
    ],
    rows: [
      ...(words === undefined ? [] : inRows(wordsControls(ref, words, speech))),
      ...turningRows("apart.show", ref, number, total, speech),
      ...inRows(stateControls(view, speech)),
      rulesRow([view.clause], citation, speech, ref),
    ],
  };
}

/** So many of either side are listed. */
const LISTED = 5;

const sideText = ({ role, pseudonym }: SideView, { say, name }: Speech) =>
  say("item.from.unnamed", { role: name("party", role), pseudonym });

/** Since when, by whom and why, and whom it has reached. */
function stateBlocks({ state, isOffered }: ApartView, speech: Speech): readonly Block[] {
  const { say, day } = speech;
  if (state === undefined) return [paragraph(say(isOffered ? "apart.state.offered" : "apart.state.none"))];
  const { since, by, reasons, told } = state;
  return [
    paragraph(
      by === undefined
        ? say("apart.state.since", { day: day(since) })
        : say("apart.state.since.by", { day: day(since), name: by }),
    ),
    { kind: "quote", text: reasons },
    {
      kind: "list",
      items: told.slice(0, LISTED).map((side) => {
        const whom = sideText(side, speech);
        return side.on === undefined
          ? say("apart.told.not-yet", { whom })
          : say("apart.told.on", { whom, day: day(side.on) });
      }),
    },
  ];
}

function wordsBlocks(words: WordsView, speech: Speech): readonly Block[] {
  const { say, name, day } = speech;
  const { from, on, isAnswer, text, wording, passed, held, isClosed } = words;
  const values = { name: from.name, role: name("party", from.role), pseudonym: from.pseudonym, day: day(on) };
  if (text === undefined) return [paragraph(say("apart.words.declined", values))];
  return [
    paragraph(say(isAnswer ? "apart.words.answer" : "apart.words.question", values)),
    { kind: "quote", text },
    ...(wording === undefined
      ? []
      : [paragraph(say(wordingKey(wording.isAgreed))), { kind: "quote" as const, text: wording.text }]),
    ...(passed.length === 0
      ? []
      : [
          {
            kind: "list" as const,
            items: passed.slice(0, LISTED).map((side) =>
              say(side.isUnanswered ? "apart.passed.open" : "apart.passed", {
                whom: sideText(side, speech),
                day: day(side.on),
              }),
            ),
          },
        ]),
    ...(held === undefined ? [] : [paragraph(say("apart.held")), { kind: "quote" as const, text: held }]),
    ...(isClosed ? [paragraph(say("apart.closed"))] : []),
  ];
}

function wordingKey(isAgreed: boolean | undefined) {
  if (isAgreed === undefined) return "apart.wording.asked" as const;
  return isAgreed ? ("apart.wording.agreed" as const) : ("apart.wording.refused" as const);
}

function wordsControls(
  ref: string,
  { words, canPass, canHold, canClose }: WordsView,
  { say }: Speech,
): readonly Control[] {
  return [
    ...(canPass ? [button("primary", say("act.apart.pass"), "apart.pass", ref, words)] : []),
    ...(canHold ? [button("secondary", say("act.apart.hold"), "apart.hold", ref, words)] : []),
    ...(canClose ? [button("secondary", say("act.apart.close"), "apart.close", ref, words)] : []),
  ];
}

function stateControls({ case: ref, state, isOffered, canKeep, canEnd, canEnter }: ApartView, { say }: Speech) {
  return [
    ...(canKeep ? [button(isOffered ? "primary" : "secondary", say("act.apart.begin"), "apart.begin", ref)] : []),
    ...(canEnter ? [button("secondary", say("act.apart.enter"), "apart.enter", ref)] : []),
    ...(state === undefined ? [] : [button("secondary", say("act.apart.contact"), "apart.contact", ref)]),
    ...(canEnd ? [button("secondary", say("act.apart.end"), "apart.end", ref)] : []),
  ];
}
