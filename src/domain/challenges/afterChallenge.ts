import type { Temporal } from "temporal-polyfill";

import type { Case, Decision } from "../case/case.ts";
import type { Recorded } from "../case/entry.ts";
import type { Done, ChallengeEntryOf, Challenge } from "./challenge.ts";
import type { ChallengeEntry } from "./entry.ts";

export const isChallengeEntry = (entry: Recorded["entry"]): entry is ChallengeEntry =>
  entry.kind.startsWith("challenge-");

/** What of a case changes with an entry of a challenge. */
export function afterChallenge(
  current: Pick<Case, "challenges" | "decisions" | "decision" | "stage" | "findings">,
  entry: ChallengeEntry,
  { at, by }: Pick<Recorded, "at" | "by">,
): Partial<Case> {
  const done: Done = { at, by: by.kind === "person" ? by.person : undefined };
  if (entry.kind === "challenge-lodged") return { challenges: [...current.challenges, lodged(entry, at)] };
  const challenges = current.challenges.map((each) =>
    each.id === entry.challenge ? changed(each, entry, done) : each,
  );
  const next = entry.kind === "challenge-judged" || entry.kind === "challenge-decided" ? entry.next : undefined;
  const stage = next === undefined ? current.stage : { stage: next, opened: at, tasksDone: [] };
  if (entry.kind !== "challenge-decided") return { challenges, stage };
  const against = challenges.find(({ id }) => id === entry.challenge)?.against.decision;
  const decisions = current.decisions.map((each) => (each.id === against ? afterVerdict(each, entry, at) : each));
  return { challenges, stage, decisions, decision: decisions.at(-1) };
}

function lodged(entry: ChallengeEntryOf<"challenge-lodged">, at: Temporal.Instant): Challenge {
  const { kind: _, challenge: id, ...made } = entry;
  return {
    id,
    ...made,
    lodged: at,
    consulted: [],
    judged: [],
    toldFirst: undefined,
    names: undefined,
    decided: undefined,
  };
}

function changed(
  challenge: Challenge,
  entry: Exclude<ChallengeEntry, ChallengeEntryOf<"challenge-lodged">>,
  done: Done,
): Challenge {
  switch (entry.kind) {
    case "challenge-consulted": {
      const { person, words } = entry;
      return { ...challenge, consulted: [...challenge.consulted, { person, words }] };
    }
    case "challenge-judged": {
      const { kind: _, challenge: __, ...judged } = entry;
      return { ...challenge, judged: [...challenge.judged, { ...judged, ...done }] };
    }
    case "challenge-told-first":
      return { ...challenge, toldFirst: entry.notices };
    case "challenge-names": {
      const { step, reasons, person } = entry;
      return { ...challenge, names: { step, reasons, by: person } };
    }
    case "challenge-decided": {
      const { kind: _, challenge: __, ...decided } = entry;
      return { ...challenge, decided: { ...decided, ...done } };
    }
  }
}

/** What was annulled is as if it had never been decided; another sanction stands in the place of the first from the beginning. */
function afterVerdict(
  decision: Decision,
  entry: ChallengeEntryOf<"challenge-decided">,
  at: Temporal.Instant,
): Decision {
  if (entry.how === "annul") return { ...decision, quashed: at };
  if (entry.how !== "change_sanction") return decision;
  const { sanction, lasts, findings, letter } = decision;
  const first = decision.first ?? { sanction, lasts, findings, letter };
  // What was to be met with another sanction is not asked with this one.
  const conditions = entry.sanction === sanction ? decision.conditions : undefined;
  return {
    ...decision,
    findings: entry.findings ?? findings,
    sanction: entry.sanction,
    lasts: entry.lasts,
    letter: entry.letter,
    conditions,
    first,
  };
}
