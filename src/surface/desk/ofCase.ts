import type { CaseRef } from "../../application/actOnCase.ts";
import { citationOf } from "../cards/refusalCard.ts";
import { inTime } from "../inTime.ts";
import type { Visit } from "./visit.ts";

/** A platform waits three seconds for an answer: a form is drawn by the rulebook in force rather than too late. */
const PATIENCE_MS = 1000;

/** Acts on one case. A ballot and who is present are not among them: nothing is read before those are counted. */
const acts = new Set([
  "case.show",
  "case.timeline",
  "case.take",
  "case.acknowledge",
  "case.conclude",
  "case.summon",
  "case.note",
  "case.brief",
  "case.readbrief",
  "case.approve",
  "case.delivered",
  "case.recuse",
  "mycase.timeline",
  "vote.show",
  "vote.brief",
  "vote.timeline",
  "vote.clear",
  "vote.recuse",
  "vote.put",
  "vote.close",
  "vote.send",
]);

export const isOfCase = (act: string) => acts.has(act);

/** A visit at a case: what is drawn and cited is of the rulebook that the case was filed under. */
export async function ofCase(visit: Visit, ref: CaseRef): Promise<Visit> {
  const rulebook = await inTime(visit.acts.rulebookFor(visit.delivery.caller, ref), PATIENCE_MS);
  return rulebook === undefined ? visit : { ...visit, rulebook, citation: citationOf(rulebook) };
}
