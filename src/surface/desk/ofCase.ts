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
  "case.clear",
  "case.task",
  "case.send",
  "case.conclude",
  "case.summon",
  "case.note",
  "anonymous.ask",
  "receipt.show",
  "receipt.check",
  "case.support",
  "case.contact",
  "join.record",
  "case.brief",
  "case.readbrief",
  "case.approve",
  "case.delivered",
  "case.days",
  "case.extend",
  "case.longer",
  "case.next",
  "case.done",
  "mycase.answer",
  "case.recuse",
  "case.refer",
  "hands.show",
  "hands.choose",
  "hands.delegate",
  "hands.end",
  "outside.show",
  "outside.escalate",
  "outside.read",
  "outside.bundle",
  "outside.check",
  "outside.approve",
  "outside.hand",
  "outside.answer",
  "outside.log",
  "records.hold",
  "records.release",
  "records.precedent",
  "records.check",
  "records.approve",
  "sanction.ballot",
  "sanction.confirm",
  "sanction.approve",
  "sanction.decline",
  "case.disclose",
  "evidence.show",
  "evidence.ask",
  "evidence.release",
  "evidence.enter",
  "evidence.aside",
  "evidence.open",
  "witness.promise",
  "witness.decline",
  "mycase.state",
  "mycase.hand",
  "mycase.evidence",
  "mycase.reply",
  "evidence.admit",
  "evidence.put",
  "evidence.reply",
  "vote.ask",
  "case.find",
  "sanction.group",
  "sanction.class",
  "sanction.show",
  "sanction.impose",
  "sanction.review",
  "sanction.tick",
  "sanction.breach",
  "sanction.prolong",
  "sanction.report",
  "sanction.lift",
  "sanction.lift-now",
  "mycase.timeline",
  "mycase.end",
  "appeal.show",
  "appeal.part",
  "appeal.lodge",
  "appeal.consult",
  "appeal.admit",
  "appeal.refuse",
  "appeal.inform",
  "appeal.decide",
  "appeal.names",
  "appeal.allow",
  "appeal.deny",
  "mycase.help",
  "mycase.support",
  "vote.show",
  "vote.brief",
  "vote.timeline",
  "vote.clear",
  "vote.recuse",
  "vote.put",
  "vote.impose",
  "vote.call",
  "vote.tie",
  "vote.close",
  "vote.refer",
  "vote.send",
]);

export const isOfCase = (act: string) => acts.has(act);

/** Acts and forms that ask about the stage at which the case is. */
const placed = new Set([
  "hands.choose",
  "hands.delegate",
  "case.task",
  "decider",
  "deputise",
  "needs",
  "case.extend",
  "case.longer",
  "case.next",
  "extend",
  "longer",
  "next",
  "evidence.enter",
  "evidence.open",
  "given",
  "share",
  "sanction.group",
  "sanction.class",
  "group",
  "class",
  "case.conclude",
  "case.clear",
  "case.brief",
  "vote.put",
  "conclude",
  "brief",
  "motion",
  "appeal.decide",
  "verdict",
  "outside.escalate",
  "escalate",
  "outside.hand",
  "handover",
  "sanction.impose",
  "impose",
  "ask",
  "sanction.breach",
  "breach",
]);

/**
 * A visit at a case: what is drawn and cited is of the rulebook that the case was filed under. A form that was sent waits for that however
 * long it takes: read by another rulebook it would be lost.
 * @param what the act, or the form that is opened again or sent
 */
export async function ofCase(visit: Visit, ref: CaseRef, what: string): Promise<Visit> {
  const { acts: here, delivery } = visit;
  const found = <T>(work: Promise<T>) => (delivery.kind === "submit" ? work : inTime(work, PATIENCE_MS));
  if (placed.has(what)) {
    const place = await found(here.placeFor(delivery.caller, ref));
    return place === undefined
      ? visit
      : { ...visit, rulebook: place.rulebook, citation: citationOf(place.rulebook), place };
  }
  const rulebook = await found(here.rulebookFor(delivery.caller, ref));
  return rulebook === undefined ? visit : { ...visit, rulebook, citation: citationOf(rulebook) };
}
