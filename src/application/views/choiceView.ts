import type { Temporal } from "temporal-polyfill";

import type { Case, Decision } from "../../domain/case/case.ts";
import { choiceAfter, choosing, chosenBy } from "../../domain/case/choice.ts";
import { readStage } from "../../domain/case/stages.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import { windowAfter } from "../../domain/deadlines/window.ts";
import type { OutcomeId, PartyId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/**
 * What a respondent chooses between after a decision; undefined where nothing is to be chosen, or the time for it does not begin with the
 * notice.
 * @param notified when the notice reached the respondent
 */
export function choiceView(
  rulebook: Rulebook,
  current: Case,
  { stage, outcome }: Decision,
  notified: Temporal.Instant,
  party: PartyId,
): ChoiceView | undefined {
  const choice = choiceAfter(rulebook, current, stage, outcome);
  if (choice === undefined || choice.window.from !== "decision.notified") return undefined;
  const { within, silence } = choice.window;
  const until = windowAfter(rulebook, notified, within).lastDay.toString();
  const isOwn = current.parties.some((each) => each.party === party && each.hasAccount);
  const isOpen = isOwn && isAsked(rulebook, current, party) && chosenBy(current, party) === undefined;
  return { outcomes: Object.keys(choice.outcomes), until, silence, isOwn, isOpen, clause: choice.clause };
}

const isAsked = (rulebook: Rulebook, current: Case, party: PartyId) =>
  choosing(rulebook, current).some((each) => each.party === party);

/** What somebody chooses between now, and what they have chosen. */
export interface OwnChoice {
  readonly outcomes: readonly OutcomeId[];
  /** The last day; undefined until the decision has reached everybody who chooses. */
  readonly until: string | undefined;
  readonly silence: OutcomeId;
  readonly chosen: OutcomeId | undefined;
  /** Whether others choose too, so that it counts once all have chosen the same. */
  readonly isShared: boolean;
  readonly clause: string;
}

/** What a party chooses between now; undefined where nothing is theirs to choose. */
export function ownChoice(rulebook: Rulebook, current: Case, party: PartyId): OwnChoice | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "elect" || !isAsked(rulebook, current, party)) return undefined;
  const key = `target:${current.stage.stage}`;
  return {
    outcomes: Object.keys(stage.outcomes),
    until: deadlinesOf(rulebook, current)
      .find((each) => each.key === key)
      ?.day.toString(),
    silence: stage.window.silence,
    chosen: chosenBy(current, party),
    isShared: choosing(rulebook, current).length > 1,
    clause: stage.clause,
  };
}

/** What somebody chooses between, until when, and what holds when they say nothing. */
export interface ChoiceView {
  readonly outcomes: readonly OutcomeId[];
  readonly until: string;
  readonly silence: OutcomeId;
  /** Whether they choose themselves; otherwise they tell an officer. */
  readonly isOwn: boolean;
  /** Whether it can be chosen now. */
  readonly isOpen: boolean;
  readonly clause: string;
}
