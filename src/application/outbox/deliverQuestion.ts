import { isWaiting, standsTo } from "../../domain/questions/question.ts";
import type { Claim, Effect } from "../effect.ts";
import type { House } from "../house.ts";
import type { Outcome } from "./syncRoom.ts";
import { tellPerson } from "./tellPerson.ts";

/** Tells somebody that there is something new in a question; whoever it does not concern any more is told nothing. */
export async function deliverQuestion(
  house: House,
  { question: id, person: to, what, occasion }: Extract<Effect, { kind: "question" }>,
  claim: Claim,
): Promise<Outcome> {
  const question = await house.store.questionById(id);
  if (question === undefined || standsTo(question, to) === undefined) return { kind: "done" };
  if (what === "reminder" && !isWaiting(question)) return { kind: "done" };
  const person = house.people.get(to) ?? (await house.store.person(to));
  if (person === undefined) return { kind: "done" };
  const key = `question:${id}:${to}:${occasion}`;
  const told = await tellPerson(house, person, key, { kind: "question", question: id, what }, claim);
  if (told === "unreachable") house.log.warn("nobody could be told of a question", { question: question.codeName });
  return typeof told === "string" ? { kind: "done" } : told;
}
