import { localDay, localTime } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { answerBy, askable, decideQuestion, isWaiting, standsTo, whoIsAsked } from "../../domain/questions/question.ts";
import type { Question, QuestionAct } from "../../domain/questions/question.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { TRIES } from "../actOnCase.ts";
import type { Effect } from "../effect.ts";
import { ensurePerson, findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef } from "../person.ts";

/** Somebody who can be asked. */
interface Person {
  readonly person: PersonId;
  readonly name: string;
}

/** By which register of the rulebook somebody can ask, and whom. */
export interface AskWay {
  readonly register: string;
  readonly what: string;
  /** Whether the asker chooses one of them; otherwise all of them read it. */
  readonly isChosen: boolean;
  readonly people: readonly Person[];
  readonly within: Span | undefined;
  readonly clause: string;
}

/** A question in a list. */
export interface QuestionLine {
  readonly id: string;
  readonly codeName: string;
  readonly register: string;
  readonly stands: "asker" | "asked";
  readonly asked: string;
  readonly isWaiting: boolean;
  /** The last day on which an answer is in time, as 2026-03-15. */
  readonly answerBy: string | undefined;
  readonly clause: string;
}

/** A question as the asker, or somebody who was asked, reads it. */
export interface QuestionView extends QuestionLine {
  readonly kind: "question";
  readonly askerName: string;
  readonly to: readonly string[];
  /** Moments where the organisation is, as 2026-03-15T10:00. */
  readonly written: readonly {
    readonly isAsker: boolean;
    readonly name: string;
    readonly at: string;
    readonly text: string;
  }[];
  readonly proposal: Question["proposal"];
}

export interface AskView {
  readonly ways: readonly AskWay[];
  readonly questions: readonly QuestionLine[];
}

/** Asking in confidence, without a report and without a case. */
export function questionActs(house: House) {
  return {
    /** By which registers questions can be asked at all. */
    asksByRules: () => Object.values(house.rulebook.registers).some(({ kind }) => kind === "question"),
    waysToAsk: async (caller: AccountRef) => waysOf(house, await findPerson(house, caller)),
    openAsking: (caller: AccountRef): Promise<AskView> => openAsking(house, caller),
    openQuestion: (caller: AccountRef, ref: string) => openQuestion(house, caller, ref),
    ask: (caller: Account, id: string, asked: Asked) => ask(house, caller, id, asked),
    writeInQuestion: (caller: AccountRef, id: string, text: string, delivery: string) =>
      act(house, caller, id, { kind: "write", text, at: house.clock.now() }, delivery),
    proposeReport: (caller: AccountRef, id: string, delivery: string) =>
      act(house, caller, id, { kind: "propose" }, delivery),
    judgeProposal: (caller: AccountRef, id: string, isAccepted: boolean, delivery: string) =>
      act(house, caller, id, { kind: "judge", isAccepted }, delivery),
    deleteQuestion: (caller: AccountRef, id: string) => deleteQuestion(house, caller, id),
  };
}

/** What somebody asks. */
export interface Asked {
  readonly register: string;
  /** The one who was chosen, where one is. */
  readonly to: PersonId | undefined;
  readonly text: string;
}

function waysOf(house: House, person: PersonId | undefined): readonly AskWay[] {
  const { rulebook, roster } = house;
  return askable(rulebook, roster, person).flatMap((name): readonly AskWay[] => {
    const register = rulebook.registers[name];
    const asked = register === undefined ? undefined : whoIsAsked(rulebook, roster, register, person);
    if (register === undefined || asked === undefined || asked.people.length === 0) return [];
    const people = asked.people.map((each) => ({ person: each, name: nameOf(house, each) }));
    const { what, within, clause } = register;
    return [{ register: name, what, isChosen: asked.isChosen, people, within, clause }];
  });
}

async function openAsking(house: House, caller: AccountRef): Promise<AskView> {
  const person = await findPerson(house, caller);
  const questions = person === undefined ? [] : await house.store.questionsOf(person);
  const lines = questions.flatMap((question) => lineOf(house, question, person) ?? []);
  return { ways: waysOf(house, person), questions: lines.toSorted((a, b) => (a.asked < b.asked ? 1 : -1)) };
}

/** The questions that wait for an answer of this person. */
export async function questionsWaitingFor(house: House, person: PersonId): Promise<readonly QuestionLine[]> {
  const questions = await house.store.questionsOf(person);
  const lines = questions.flatMap((question) => lineOf(house, question, person) ?? []);
  return lines.filter((line) => line.stands === "asked" && line.isWaiting);
}

function lineOf(house: House, question: Question, person: PersonId | undefined): QuestionLine | undefined {
  const { rulebook } = house;
  const stands = standsTo(question, person);
  const [first] = question.written;
  if (stands === undefined || first === undefined) return undefined;
  const { id, codeName, register } = question;
  return {
    id,
    codeName,
    register,
    stands,
    asked: localDay(rulebook, first.at).toString(),
    isWaiting: isWaiting(question),
    answerBy: answerBy(rulebook, question),
    clause: rulebook.registers[register]?.clause ?? rulebook.intake.report.clause,
  };
}

/** @param ref its id, or its code name */
async function findQuestion(house: House, caller: AccountRef, ref: string) {
  const person = await findPerson(house, caller);
  if (person === undefined) return undefined;
  const own = await house.store.questionsOf(person);
  const question = own.find(({ id, codeName }) => id === ref || codeName === ref.trim().toLowerCase());
  return question === undefined ? undefined : { person, question };
}

async function openQuestion(house: House, caller: AccountRef, ref: string): Promise<QuestionView | Blocked> {
  const found = await findQuestion(house, caller, ref);
  const line = found === undefined ? undefined : lineOf(house, found.question, found.person);
  if (found === undefined || line === undefined) return nothingHere;
  const { asker, askerName, to, written, proposal } = found.question;
  return {
    kind: "question",
    ...line,
    askerName,
    to: to.map((person) => nameOf(house, person)),
    written: written.map(({ by, at, text }) => ({
      isAsker: by === asker,
      name: by === asker ? askerName : nameOf(house, by),
      at: localTime(house.rulebook, at).toString({ smallestUnit: "minute" }),
      text,
    })),
    proposal,
  };
}

/** Asks; the same question sent twice is one. */
async function ask(
  house: House,
  caller: Account,
  id: string,
  { register, to, text }: Asked,
): Promise<QuestionView | Blocked> {
  const asker = await ensurePerson(house, caller);
  const way = waysOf(house, asker).find((each) => each.register === register);
  if (way === undefined)
    return explainFiling(house.rulebook, { refused: "nobody-to-receive", clause: house.rulebook.intake.report.clause });
  const everybody = way.people.map(({ person }) => person);
  const asked = way.isChosen ? everybody.filter((person) => person === to) : everybody;
  if (asked.length === 0) return explainFiling(house.rulebook, { refused: "nobody-to-receive", clause: way.clause });
  const question: Question = {
    id,
    codeName: house.chance.codeName(),
    version: 1,
    register,
    asker,
    askerName: caller.name,
    to: asked,
    written: [{ by: asker, at: house.clock.now(), text }],
    proposal: "none",
  };
  await house.store.saveQuestion(question, newsOf(question, asked, "asked", "1"));
  house.wakeOutbox();
  return openQuestion(house, caller, id);
}

type What = Extract<Effect, { kind: "question" }>["what"];

const newsOf = ({ id }: Question, people: readonly PersonId[], what: What, occasion: string): readonly Effect[] =>
  people.map((person) => ({ kind: "question", question: id, person, what, occasion: `${what}:${occasion}` }));

/** Whom something is told that was done in a question: the other side. */
function toldOf(question: Question, person: PersonId, done: QuestionAct): readonly Effect[] {
  const { asker, to, version } = question;
  switch (done.kind) {
    case "write":
      return person === asker
        ? newsOf(question, to, "asked", String(version))
        : newsOf(question, [asker], "answered", String(version));
    case "propose":
      return newsOf(question, [asker], "proposed", String(version));
    case "judge":
      return [];
  }
}

/** Again from the start when somebody else was faster; a delivery that is brought twice is carried out once. */
async function act(
  house: House,
  caller: AccountRef,
  ref: string,
  wanted: QuestionAct,
  delivery: string,
): Promise<QuestionView | Blocked> {
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable no-await-in-loop -- read anew with each try
    const found = await findQuestion(house, caller, ref);
    if (found === undefined) return nothingHere;
    const { person, question } = found;
    if (question.deliveries?.includes(delivery) === true) return openQuestion(house, caller, question.id);
    const next = decideQuestion(question, person, wanted);
    if (isRefusal(next))
      return next.refused === "already-done"
        ? { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] }
        : nothingHere;
    const kept = { ...next, deliveries: [...(question.deliveries ?? []), delivery].slice(-KEPT_DELIVERIES) };
    if ((await house.store.saveQuestion(kept, toldOf(next, person, wanted))) === "stale") continue;
    // oxlint-enable no-await-in-loop
    house.wakeOutbox();
    return openQuestion(house, caller, question.id);
  }
  throw new Error(`A question changed ${TRIES} times while it was acted on.`);
}

/** So many are remembered: a platform brings the same again within minutes. */
const KEPT_DELIVERIES = 20;

/** Only whoever asked deletes it: for both sides, for good. */
async function deleteQuestion(house: House, caller: AccountRef, id: string): Promise<Blocked | undefined> {
  const found = await findQuestion(house, caller, id);
  if (found === undefined || standsTo(found.question, found.person) !== "asker") return nothingHere;
  await house.store.deleteQuestion(found.question.id);
  return undefined;
}
