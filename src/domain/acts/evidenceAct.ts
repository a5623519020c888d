import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import {
  asksRelevance,
  evidenceClause,
  findOwn,
  findWitness,
  openableTo,
  takesEvidence,
  witnessClause,
} from "../case/evidence.ts";
import { lastForms } from "../case/evidenceEntries.ts";
import { findReturned } from "../case/ownVoice.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import { localDay } from "../deadlines/calendar.ts";
import { ownVoiceRule } from "../parties/companions.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Act, Standing } from "./act.ts";
import { answerAsWitness, askWitness, releaseWitness, toOfficers } from "./witnessAct.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type EvidenceAct = Of<
  | "ask-witness"
  | "promise"
  | "decline"
  | "release-witness"
  | "hand-in"
  | "enter-item"
  | "admit-anonymous"
  | "set-aside"
  | "open-items"
>;
type Decided = readonly Entry[] | Refusal;

/** What is done with witnesses, statements and evidence. */
export function decideEvidenceAct(standing: Standing, act: EvidenceAct, newId: () => string): Decided {
  switch (act.kind) {
    case "ask-witness":
      return askWitness(standing, act, newId);
    case "promise":
    case "decline":
      return answerAsWitness(standing, act, newId);
    case "release-witness":
      return releaseWitness(standing, act);
    case "hand-in":
      return handIn(standing, act, newId);
    case "enter-item":
      return enterItem(standing, act);
    case "admit-anonymous":
      return admitAnonymous(standing, act);
    case "set-aside":
      return setAside(standing, act);
    case "open-items":
      return openItems(standing, act, newId);
  }
}

/** A party or a witness hands something in, or puts something better in the place of what they handed in before. */
function handIn(standing: Standing, act: Of<"hand-in">, newId: () => string): Decided {
  const { rulebook, current, viewer } = standing;
  if (viewer.kind !== "party" && viewer.kind !== "witness") return { refused: "nothing-here" };
  const { party } = viewer;
  const isWitness = viewer.kind === "witness";
  const clause = isWitness ? witnessClause(rulebook, current) : evidenceClause(rulebook, current);
  if (!takesEvidence(rulebook, current)) return { refused: "already-decided", clause };
  if (isWitness && findWitness(current, party.party)?.state !== "promised") return { refused: "not-promised", clause };
  if (act.corrects !== undefined && findOwn(current, party, act.corrects) === undefined)
    return { refused: "already-done" };
  if (act.isForReport === true && findReturned(current, undefined)?.party !== party.party)
    return { refused: "nothing-due", clause };
  const rule = ownVoiceRule(rulebook);
  if (rule !== undefined && act.isFromOutside === true) return { refused: "from-outside", clause: rule.clause };
  const unfit = findUnfit(rulebook, current, act);
  if (unfit !== undefined) return unfit;
  const { kind: _, isFromOutside, ...given } = act;
  const isSaid = current.ownVoice.voices.some((voice) => voice.party === party.party);
  const voice: Entry = { kind: "own-voice", party: party.party, companion: undefined };
  return [
    ...(rule === undefined || isSaid || isFromOutside === undefined ? [] : [voice]),
    { kind: "evidence-given", ...given, party: party.party, came: "form", on: undefined, closedTo: [] },
    toOfficers({ kind: "evidence-given", of: act.of, role: party.role }, newId),
  ];
}

function findUnfit(
  rulebook: Rulebook,
  current: Case,
  { of, relevance }: Pick<Of<"hand-in">, "of" | "relevance">,
): Refusal | undefined {
  if (of !== "evidence" || relevance !== undefined || !asksRelevance(rulebook)) return undefined;
  return { refused: "no-relevance", clause: evidenceClause(rulebook, current) };
}

/** Those who handle the case enter what came on paper, by word of mouth or that they found. */
function enterItem({ rulebook, current, at }: Standing, act: Of<"enter-item">): Decided {
  const clause = evidenceClause(rulebook, current);
  if (isClosed(rulebook, current)) return { refused: "already-decided", clause };
  if (act.party !== undefined && !current.parties.some(({ party }) => party === act.party))
    return { refused: "nothing-here" };
  const today = localDay(rulebook, at).toString();
  if (act.on > today) return { refused: "date-in-future", today, clause };
  const unfit = findUnfit(rulebook, current, act);
  if (unfit !== undefined) return unfit;
  const { kind: _, ...given } = act;
  return [{ kind: "evidence-given", ...given, corrects: undefined }];
}

/**
 * Somebody whom the rulebook names enters something whose source they alone know, once they have checked it: it is shown to everybody else
 * by a number.
 */
function admitAnonymous(standing: Standing, act: Of<"admit-anonymous">): Decided {
  const { rulebook, roster, current, caller, at } = standing;
  const { anonymous_evidence: rule, clause } = readProcedure(rulebook, current);
  if (rule === undefined) return { refused: "no-anonymous-evidence", clause };
  if (isClosed(rulebook, current)) return { refused: "already-decided", clause: rule.clause };
  const role = rule.by.findIndex((selector) => holdersOf(rulebook, roster, selector).includes(caller));
  if (role < 0) return { refused: "not-your-task", clause: rule.clause };
  const { item, of, text, relevance, source, how } = act;
  if (how === undefined) return { refused: "not-verified", clause: rule.clause };
  const unfit = findUnfit(rulebook, current, act);
  if (unfit !== undefined) return unfit;
  const number = current.evidence.items.filter(({ anonymous }) => anonymous !== undefined).length + 1;
  const anonymous = { number, by: caller, role, source, how };
  const on = localDay(rulebook, at).toString();
  const rest = { party: undefined, unmet: [], corrects: undefined, closedTo: [], came: "form", on } as const;
  return [{ kind: "evidence-given", item, of, text, relevance, ...rest, anonymous }];
}

/** Something does not count, for a reason. It stays readable. */
function setAside({ rulebook, current }: Standing, { item: id, reasons }: Of<"set-aside">): Decided {
  const found = lastForms(current.evidence).find(({ item }) => item === id);
  if (found === undefined) return { refused: "nothing-due", clause: evidenceClause(rulebook, current) };
  return found.aside === undefined ? [{ kind: "evidence-set-aside", item: id, reasons }] : { refused: "already-done" };
}

/** One side reads what was handed in; a party who does not know of the case, and a witness, never. */
function openItems(standing: Standing, { party: id, items }: Of<"open-items">, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const clause = evidenceClause(rulebook, current);
  const party = current.parties.find((each) => each.party === id);
  if (party === undefined || party.role === "witness") return { refused: "nothing-due", clause };
  if (!isTold(current, party)) return { refused: "not-told-yet", clause };
  const openable = openableTo(current, party).map(({ item }) => item);
  const closed = lastForms(current.evidence).some(
    ({ item, closedTo }) => items.includes(item) && closedTo.includes(party.role),
  );
  if (closed) return { refused: "closed-to-them", clause };
  if (items.length === 0 || items.some((item) => !openable.includes(item))) return { refused: "nothing-due", clause };
  const to = { kind: "party", party: id, role: party.role } as const;
  return [
    { kind: "evidence-opened", items, party: id },
    { kind: "notice-sent", notice: newId(), to, subject: { kind: "evidence-opened", count: items.length } },
  ];
}
