import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { PartyEntry, PartyRole } from "../case/party.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import { openChallenges, readChallengeRule } from "../challenges/challenge.ts";
import { openingsFor } from "../challenges/openings.ts";
import { isOutside } from "../challenges/whoHears.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { OutcomeId, StageId } from "../identity.ts";
import { edgesOf, reachedFrom } from "../lint/stageGraph.ts";
import type { Edge } from "../lint/stageGraph.ts";
import { challengesKnownTo } from "./challengeLines.ts";
import type { CourseViewer } from "./challengeLines.ts";
import { ownNotices } from "./partyLines.ts";

/** A stage of a case: it is over; the case is there now; it can come to it by itself, or only where somebody asks for it. */
interface CourseStage {
  readonly stage: StageId;
  readonly place: "done" | "now" | "ahead" | "on-request";
}

/** The stages of a case one after the other, and whether it has left the organisation. */
export interface Course {
  readonly stages: readonly CourseStage[];
  /** For whom no stage within the organisation is left, and one outside it is. */
  readonly exhausted: readonly PartyRole[];
  /** The stage outside the organisation: since which day it is waited for, as 2026-03-15, or how it ended and when. */
  readonly outside:
    | { readonly stage: StageId; readonly since: string; readonly outcome: OutcomeId | undefined }
    | undefined;
}

/**
 * Through which stages a case went, where it is, and to which it can still come, as a viewer may know: a party learns of no stage that was
 * over before the first word to that party, and nobody of a challenge that is not theirs to know.
 */
export function courseOf(rulebook: Rulebook, whole: Case, viewer: CourseViewer, now: Temporal.Instant): Course {
  const current = { ...whole, challenges: challengesKnownTo(rulebook, whole, viewer) };
  const here = current.stage.stage;
  const done = pastStages(whole, viewer).filter((stage) => stage !== here);
  return {
    stages: [
      ...done.map((stage) => ({ stage, place: "done" as const })),
      { stage: here, place: "now" },
      ...stagesAhead(rulebook, current, viewer, now),
    ],
    exhausted: exhaustedFor(rulebook, current, viewer, now),
    outside: outsideOf(rulebook, current),
  };
}

/** Each stage that is over, where it was first. */
function pastStages(current: Case, viewer: CourseViewer): readonly StageId[] {
  const since = viewer.kind === "party" && !viewer.isAuthor ? ownNotices(current, viewer.party)[0]?.sent : undefined;
  const known = current.concluded.filter(({ at }) => since === undefined || Temporal.Instant.compare(at, since) > 0);
  return [...new Set(known.map(({ stage }) => stage))];
}

/** The stages that come later in the rulebook and can be reached; of a case that is over those for which somebody can still ask. */
function stagesAhead(
  rulebook: Rulebook,
  current: Case,
  viewer: CourseViewer,
  now: Temporal.Instant,
): readonly CourseStage[] {
  const { stages } = readProcedure(rulebook, current);
  const all = Object.keys(stages).filter((stage) => stages[stage]?.kind !== "closed");
  const edges = edgesOf(rulebook, current.procedure).filter(({ from, to }) => all.indexOf(to) > all.indexOf(from));
  const byItself = edges.filter(({ challenge }) => challenge === undefined);
  const here = current.stage.stage;
  const roots = isClosed(rulebook, current) ? startsOpenTo(rulebook, current, viewer, now) : [here];
  const from = (ways: readonly Edge[]) => new Set(roots.flatMap((root) => [...reachedFrom(ways, root)]));
  const [reached, unasked] = [from(edges), isClosed(rulebook, current) ? new Set<StageId>() : from(byItself)];
  return all
    .filter((stage) => stage !== here && reached.has(stage))
    .map((stage) => ({ stage, place: unasked.has(stage) ? "ahead" : "on-request" }));
}

/** The stages at which is heard what somebody can still lodge, or has lodged. */
function startsOpenTo(rulebook: Rulebook, current: Case, viewer: CourseViewer, now: Temporal.Instant) {
  const lodged = openChallenges(rulebook, current).map((challenge) => readChallengeRule(rulebook, challenge));
  const open = partiesFor(current, viewer).flatMap((party) => openRules(rulebook, current, party, now));
  return [...new Set([...lodged, ...open].flatMap(({ heard_at: stage }) => stage ?? []))];
}

const partiesFor = (current: Case, viewer: CourseViewer): readonly PartyEntry[] =>
  viewer.kind === "party" ? [viewer.party] : current.parties;

/** The rules by which a party can lodge something now. */
function openRules(rulebook: Rulebook, current: Case, party: PartyEntry, now: Temporal.Instant) {
  return openingsFor(rulebook, current, party).flatMap(({ rule: name, window, lodged }) => {
    const isOver = window !== undefined && Temporal.Instant.compare(window.closes, now) <= 0;
    const rule = rulebook.challenges[name];
    return rule === undefined || isOver || lodged !== undefined ? [] : [rule];
  });
}

type Rule = Rulebook["challenges"][string];

function isHeardOutside(rulebook: Rulebook, current: Case, rule: Rule): boolean {
  if (rule.heard_at !== undefined) return isExternal(rulebook, current, rule.heard_at);
  return rule.addressed_to.every((_, to) => isOutside(rule, to));
}

const isExternal = (rulebook: Rulebook, current: Case, stage: StageId) =>
  readProcedure(rulebook, current).stages[stage]?.kind === "external";

function exhaustedFor(
  rulebook: Rulebook,
  current: Case,
  viewer: CourseViewer,
  now: Temporal.Instant,
): readonly PartyRole[] {
  const isHeard = openChallenges(rulebook, current).length > 0;
  if (!isClosed(rulebook, current) || isHeard) return [];
  const isExhausted = (party: PartyEntry) => {
    const rules = openRules(rulebook, current, party, now);
    return rules.length > 0 && rules.every((rule) => isHeardOutside(rulebook, current, rule));
  };
  const roles = partiesFor(current, viewer).map(({ role }) => role);
  const mine = partiesFor(current, viewer);
  return [...new Set(roles)].filter((role) => {
    const all = partiesOf(current, role).filter((party) => mine.includes(party));
    return all.length > 0 && all.every(isExhausted);
  });
}

function outsideOf(rulebook: Rulebook, current: Case): Course["outside"] {
  const { stage: here, opened } = current.stage;
  if (isExternal(rulebook, current, here))
    return { stage: here, since: localDay(rulebook, opened).toString(), outcome: undefined };
  const last = current.concluded.at(-1);
  if (last === undefined || !isExternal(rulebook, current, last.stage)) return undefined;
  return { stage: last.stage, since: localDay(rulebook, last.at).toString(), outcome: last.outcome };
}
