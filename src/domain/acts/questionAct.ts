import { findNotChair } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import type { QuestionSubject } from "../case/questionEntries.ts";
import { asksParties, openQuestions, questionTo } from "../case/questions.ts";
import { readStage } from "../case/stages.ts";
import { findMentions, findNames } from "../parties/findNames.ts";
import type { Refusal } from "../refusal.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Act, Standing } from "./act.ts";
import { putAnew, voteToRest } from "./votesAnew.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type QuestionAct = Of<"ask-parties" | "put-question" | "answer-question" | "return-answer" | "go-on">;
type Decided = readonly Entry[] | Refusal;

/** The deciding body asks the parties, and those who handle the case go between them. */
export function decideQuestionAct(standing: Standing, act: QuestionAct, newId: () => string): Decided {
  switch (act.kind) {
    case "ask-parties":
      return askParties(standing, act, newId);
    case "put-question":
      return putQuestion(standing, act, newId);
    case "answer-question":
      return answerQuestion(standing, act, newId);
    case "return-answer":
      return returnAnswer(standing, act, newId);
    case "go-on":
      return goOn(standing, newId);
  }
}

const toRoom = (purpose: "officers" | "board", subject: QuestionSubject, newId: () => string): Entry => ({
  kind: "notice-sent",
  notice: newId(),
  to: { kind: "room", purpose },
  subject,
});

/** Any member who has said that nothing stands between them and the case; one question after the other. */
function askParties(standing: Standing, { question, statement }: Of<"ask-parties">, newId: () => string): Decided {
  const { rulebook, current, viewer } = standing;
  const { clause } = readStage(rulebook, current);
  if (!asksParties(rulebook, current)) return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  if (viewer.kind !== "voter" || !viewer.isCleared)
    return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  if (openQuestions(current).length > 0) return { refused: "question-open", clause };
  const vote = voteToRest(current);
  const isVoid = vote !== undefined;
  return [
    ...(isVoid ? [{ kind: "vote-closed", vote, result: { kind: "void" } } as const] : []),
    { kind: "body-asked", question, statement, vote },
    toRoom("officers", { kind: "body-asked" }, newId),
    toRoom("board", { kind: "vote-rests", isVoid }, newId),
  ];
}

/** In the words of those who handle the case, to a party who knows of it. */
function putQuestion(standing: Standing, { party: id, statement }: Of<"put-question">, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const { clause } = readStage(rulebook, current);
  const open = openQuestions(current).at(-1);
  if (open === undefined) return { refused: "nothing-due", clause };
  const party = current.parties.find((each) => each.party === id);
  if (party === undefined || party.role === "witness") return { refused: "nothing-due", clause };
  if (!isTold(current, party)) return { refused: "not-told-yet", clause };
  if (open.put.some((each) => each.party === id)) return { refused: "already-done" };
  const { question } = open;
  const to = { kind: "party", party: id, role: party.role } as const;
  return [
    { kind: "question-put", question, party: id, statement },
    { kind: "notice-sent", notice: newId(), to, subject: { kind: "question-put", question, statement } },
  ];
}

function answerQuestion(standing: Standing, { statement }: Of<"answer-question">, newId: () => string): Decided {
  const { rulebook, current, viewer } = standing;
  if (viewer.kind !== "party") return { refused: "nothing-here" };
  const { party } = viewer.party;
  const asked = questionTo(current, party);
  if (asked === undefined) return { refused: "nothing-due", clause: readStage(rulebook, current).clause };
  return [
    { kind: "question-answered", question: asked.question, party, statement },
    toRoom("officers", { kind: "question-answered" }, newId),
  ];
}

/** The body reads an answer in which nothing stands that a brief keeps from it. */
function returnAnswer(standing: Standing, { text, statement }: Of<"return-answer">, newId: () => string): Decided {
  const { rulebook, current, names } = standing;
  const stage = readStage(rulebook, current);
  const open = openQuestions(current).at(-1);
  if (open === undefined || stage.kind !== "vote") return { refused: "nothing-due", clause: stage.clause };
  const { mask, clause } = stage.brief;
  const found = [
    ...(mask.includes("names") ? findNames(text, names) : []),
    ...(mask.includes("accounts") ? findMentions(text) : []),
  ];
  if (found.length > 0) return { refused: "brief-names-somebody", found, clause };
  const again = putAnew(standing, open, newId);
  return [
    { kind: "answer-returned", question: open.question, statement },
    ...again,
    toRoom("board", { kind: "answer-returned", isPutAgain: again.length > 0 }, newId),
  ];
}

/** Whoever puts motions goes on without waiting for the answer. */
function goOn(standing: Standing, newId: () => string): Decided {
  const { rulebook, roster, current, caller, parties } = standing;
  const stage = readStage(rulebook, current);
  const open = openQuestions(current).at(-1);
  if (open === undefined || stage.kind !== "vote") return { refused: "nothing-due", clause: stage.clause };
  const notChair = findNotChair(rulebook, roster, current, stage, caller, parties);
  if (notChair !== undefined) return notChair;
  const again = putAnew(standing, open, newId);
  return [
    { kind: "question-dropped", question: open.question },
    ...again,
    toRoom("board", { kind: "question-dropped", isPutAgain: again.length > 0 }, newId),
  ];
}
