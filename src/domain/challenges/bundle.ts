import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case, Decision } from "../case/case.ts";
import { lastForms } from "../case/evidenceEntries.ts";
import type { Item } from "../case/evidenceEntries.ts";
import { recordedHearings } from "../case/hearing.ts";
import type { Hearing } from "../case/hearingEntries.ts";
import { readProcedure } from "../case/stages.ts";
import type { OutcomeId, StageId, StatementId } from "../identity.ts";
import { readChallengeRule } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import type { Against } from "./entry.ts";

/** How something ended that is looked at again: why, and the letter where the sanction was one. */
interface Rationale {
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly reasons: StatementId | undefined;
  readonly letter: StatementId | undefined;
}

/** What those read who hear a challenge, beside what was lodged. */
export interface Bundle {
  /** Whether they look at the grounds alone: then nothing else of the case is for them. */
  readonly isGroundsOnly: boolean;
  /** What is challenged, and what was challenged before that; the first first. */
  readonly rationale: readonly Rationale[];
  /** What was handed in since, and counts; where they look at the grounds alone. */
  readonly newItems: readonly Item[];
  /** The hearings before it was lodged of which something is written down. */
  readonly hearings: readonly Hearing[];
}

/** What those read who hear a challenge: by the scope of the stage at which it is heard. */
export function bundleOf(rulebook: Rulebook, current: Case, challenge: Challenge): Bundle {
  const at = readChallengeRule(rulebook, challenge).heard_at;
  const stage = at === undefined ? undefined : readProcedure(rulebook, current).stages[at];
  const isGroundsOnly = stage?.kind === "panel" && stage.scope === "grounds_only";
  const since = endOf(current, challenge.against)?.at;
  const isNew = ({ given, aside }: Item) =>
    aside === undefined && since !== undefined && Temporal.Instant.compare(given, since) > 0;
  return {
    isGroundsOnly,
    rationale: rationaleOf(rulebook, current, challenge.against, []),
    hearings: recordedHearings(current).filter(
      ({ since: first }) => Temporal.Instant.compare(first, challenge.lodged) < 0,
    ),
    newItems: isGroundsOnly ? lastForms(current.evidence).filter(isNew) : [],
  };
}

/** Of what an appeal body decided the reasons are read together with those of what had been before it. */
function rationaleOf(
  rulebook: Rulebook,
  current: Case,
  against: Against,
  after: readonly Rationale[],
): readonly Rationale[] {
  const end = endOf(current, against);
  if (end === undefined || after.some(({ stage }) => stage === end.stage)) return after;
  const decision = current.decisions.find(({ id }) => id === end.decision);
  const { stage, outcome = against.outcome } = end;
  const own = { stage, outcome, reasons: decision?.reasons ?? end.reasons, letter: letterOf(decision) };
  const before = current.challenges.findLast((each) => readChallengeRule(rulebook, each).heard_at === stage);
  const all = [own, ...after];
  return before === undefined || isSame(before.against, against)
    ? all
    : rationaleOf(rulebook, current, before.against, all);
}

const letterOf = (decision: Decision | undefined) => decision?.first?.letter ?? decision?.letter;

const isSame = (one: Against, other: Against) => one.outcome === other.outcome && one.decision === other.decision;

/** How the stage ended at which it was decided what is challenged. */
const endOf = ({ concluded }: Case, { outcome, decision }: Against) =>
  concluded.findLast((each) => (decision === undefined ? each.outcome === outcome : each.decision === decision));
