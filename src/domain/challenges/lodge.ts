import { Temporal } from "temporal-polyfill";

import type { Act, Standing } from "../acts/act.ts";
import type { Entry } from "../case/entry.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { Refusal } from "../refusal.ts";
import { holdsAt, imposedIn } from "../sanctions/record.ts";
import { isAdmittedBySomebody } from "./challenge.ts";
import type { Against, ChallengeEntry } from "./entry.ts";
import { isFinal } from "./finality.ts";
import { openingsFor } from "./openings.ts";
import type { Opening } from "./openings.ts";
import { withTasks } from "./tellTasks.ts";
import { addresseesOf } from "./whoHears.ts";

type Lodge = Extract<Act, { kind: "lodge" }>;
type Lodged = Extract<ChallengeEntry, { kind: "challenge-lodged" }>;

/**
 * A party lodges a challenge: in time, or late where somebody decides whether a late one is heard; once for each decision. Those who have
 * something to do in it are told.
 * @param newId gives an id for each notice
 */
export function decideLodge(standing: Standing, act: Lodge, newId: () => string): readonly Entry[] | Refusal {
  const { rulebook, current, viewer, at } = standing;
  const rule = rulebook.challenges[act.rule];
  if (viewer.kind !== "party" || rule === undefined)
    return { refused: "not-your-task", clause: rule?.clause ?? readProcedure(rulebook, current).clause };
  const { clause } = rule;
  const opening = openingsFor(rulebook, current, viewer.party).find((each) => each.rule === act.rule);
  const refusal = opening === undefined ? cannot(standing, clause) : findClosed(standing, opening, clause);
  if (opening === undefined || refusal !== undefined) return refusal ?? cannot(standing, clause);
  if (!addresseesOf(standing, rule).includes(act.to)) return { refused: "nobody-addressed", clause };
  const grounds = rule.grounds ?? "any";
  if (grounds !== "any" && !grounds.includes(act.ground ?? "")) return { refused: "no-ground", clause };
  const needsEvidence = act.ground !== undefined && rule.evidence_for?.includes(act.ground) === true;
  if (needsEvidence && act.evidence === undefined) return { refused: "no-evidence", clause };
  const lodged: Lodged = {
    kind: "challenge-lodged",
    challenge: String(current.challenges.length + 1),
    rule: act.rule,
    party: viewer.party.party,
    against: opening.against,
    to: act.to,
    ground: grounds === "any" ? undefined : act.ground,
    words: act.words,
    evidence: act.evidence,
    isLate: isOver(opening, at),
  };
  return withTasks(standing, [lodged, ...movesAtOnce(standing, lodged)], newId);
}

/** What is heard at a stage without being admitted by anybody is there at once. */
function movesAtOnce({ rulebook, current }: Standing, lodged: Lodged): readonly ChallengeEntry[] {
  const rule = rulebook.challenges[lodged.rule];
  const isThere = current.stage.stage === rule?.heard_at && !isClosed(rulebook, current);
  if (rule?.heard_at === undefined || lodged.isLate || isAdmittedBySomebody(rule) || isThere) return [];
  const { challenge } = lodged;
  const next = rule.heard_at;
  return [{ kind: "challenge-judged", challenge, question: "admission", isHeard: true, reasons: undefined, next }];
}

/** Why nothing can be challenged by a rule: there is nothing, or whatever there was has been decided for good. */
function cannot({ rulebook, current, viewer }: Standing, clause: string): Refusal {
  const isDecided = current.challenges.some(
    ({ rule, party, decided }) =>
      viewer.kind === "party" &&
      party === viewer.party.party &&
      decided !== undefined &&
      rulebook.challenges[rule]?.final === true,
  );
  return isDecided || isFinal(rulebook, current)
    ? { refused: "final", clause }
    : { refused: "nothing-to-challenge", clause };
}

function findClosed(standing: Standing, opening: Opening, clause: string): Refusal | undefined {
  const { rulebook, at } = standing;
  const { lodged, window, notified, against } = opening;
  const rule = rulebook.challenges[opening.rule];
  if (lodged !== undefined)
    return lodged.decided !== undefined && rule?.final === true
      ? { refused: "final", clause }
      : { refused: "already-done" };
  if (against.sanction !== undefined && !stillHolds(standing, against))
    return { refused: "nothing-to-challenge", clause };
  const hasLate =
    rule !== undefined && rule.window !== "none" && "within" in rule.window && rule.window.late !== undefined;
  if (window === undefined || !isOver(opening, at) || hasLate) return undefined;
  return {
    refused: "challenge-over",
    notified: localDay(rulebook, notified).toString(),
    lastDay: window.lastDay.toString(),
    count: window.count,
    clause,
  };
}

const isOver = ({ window }: Opening, at: Temporal.Instant) =>
  window !== undefined && Temporal.Instant.compare(window.closes, at) <= 0;

function stillHolds({ rulebook, current, viewer, at }: Standing, { decision }: Against): boolean {
  const party = viewer.kind === "party" ? viewer.party.party : undefined;
  return imposedIn(rulebook, current).some(
    (each) => each.decision.id === decision && each.party.party === party && holdsAt(each, at),
  );
}
