import type { ActAnswer, WhyView } from "../../../src/application/acts/askWhy.ts";
import type { ActKind } from "../../../src/domain/acts/act.ts";
import { actKinds } from "../../../src/domain/acts/decideAct.ts";
import { whyCard } from "../../../src/surface/cards/whyCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { refusals, unblocks } from "./refusalCards.ts";
import { CODE, citationOf, clause, thing, things, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const isAboutSomething = (act: ActKind): boolean =>
  act === "conclude" || act === "put-motion" || act === "record-delivery";

/** Every act, with every outcome, motion and addressee there can be. */
const asked = (words: Words, answer: (i: number) => ActAnswer["answer"]): readonly ActAnswer[] =>
  actKinds.flatMap((act): readonly ActAnswer[] =>
    isAboutSomething(act)
      ? times(25, (i) => ({ act, about: thing(words, i), answer: answer(i) }))
      : [{ act, about: undefined, answer: answer(0) }],
  );

const viewOf = (words: Words, answers: readonly ActAnswer[], as: WhyView["as"] = "handler"): WhyView => ({
  kind: "why",
  case: id(),
  codeName: CODE,
  as,
  stage: thing(words),
  clause: clause(words),
  stages: things(words, 10),
  answers,
});

const blockedBy = (words: Words, refused: "inquorate" | "already-done" | "not-at-this-stage"): ActAnswer["answer"] => ({
  kind: "blocked",
  by: { ...refusals(words)[refused], unblock: refused === "inquorate" ? unblocks(words).come : unblocks(words).reach },
});

/** What is possible in a case, and what not. */
export const whyCards: Scenes = {
  "nothing is possible": (speech, words) => whyCard(viewOf(words, []), citationOf(words), speech),
  "everything is possible": (speech, words) =>
    whyCard(
      viewOf(
        words,
        asked(words, () => ({ kind: "possible", clause: clause(words) })),
      ),
      citationOf(words),
      speech,
    ),
  "everything is in the way": (speech, words) =>
    whyCard(
      viewOf(
        words,
        asked(words, () => blockedBy(words, "inquorate")),
        "voter",
      ),
      citationOf(words),
      speech,
    ),
  "some of it is possible, done, in the way and for another stage": (speech, words) =>
    whyCard(
      viewOf(
        words,
        (["inquorate", "already-done", "not-at-this-stage"] as const).flatMap((refused) => [
          ...asked(words, () => blockedBy(words, refused)),
          ...asked(words, () => ({ kind: "possible", clause: undefined })),
        ]),
      ),
      citationOf(words),
      speech,
    ),
};
