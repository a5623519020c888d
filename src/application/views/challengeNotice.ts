import type { Temporal } from "temporal-polyfill";

import type { Case, Notice } from "../../domain/case/case.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { readChallengeRule } from "../../domain/challenges/challenge.ts";
import type { Challenge } from "../../domain/challenges/challenge.ts";
import type { ChallengeId, ChallengeSubject, ChallengeTask, Question, Verdict } from "../../domain/challenges/entry.ts";
import { windowAfter } from "../../domain/deadlines/window.ts";
import type { OutcomeId, SanctionId, StageId, StatementId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { AppealTo, AppealView } from "./appealView.ts";
import { appealTo } from "./appealView.ts";
import { recipientsOf, seatsOf } from "./challengeView.ts";
import type { ChallengeKind } from "./challengeView.ts";
import { termView } from "./termView.ts";

/** What a notice tells of a challenge. */
export type ChallengeNotice = {
  readonly challenge: ChallengeId;
  readonly what: ChallengeKind;
  readonly clause: string;
} & (
  | { readonly kind: "challenge-task"; readonly task: ChallengeTask }
  | { readonly kind: "challenge-first"; readonly text: string; readonly to: readonly AppealTo[] }
  | {
      readonly kind: "challenge-outcome";
      readonly about: Question | "verdict";
      /** Whether the addressee lodged it, and who did otherwise. */
      readonly isOwn: boolean;
      readonly by: PartyRole;
      readonly outcome: OutcomeId;
      readonly isHeard: boolean;
      /** The stage of the case at which it is heard. */
      readonly stage: StageId | undefined;
      readonly verdict: Verdict | undefined;
      readonly sanction: SanctionId | undefined;
      /** The days from which the sanction holds, and from which it no longer does; of one that was changed. */
      readonly from: string | undefined;
      readonly until: string | undefined;
      /** Whether the decision had imposed anything. */
      readonly wasSanctioned: boolean;
      readonly members: readonly AppealTo[];
      readonly out: readonly AppealTo[];
      readonly reasons: string;
      /** The text of the letter that stands in the place of the sanction, for the respondent; "" for anybody else. */
      readonly letter: string;
      /** Who reported, where that was asked and is told. */
      readonly reporters: readonly string[];
      /** What can follow where it is not heard. */
      readonly next: AppealView | undefined;
      readonly isFinal: boolean;
    }
);

/**
 * What a notice tells of a challenge. Of somebody who has lodged none nobody is told why it was lodged.
 * @param reporters what those are called who reported: given where the notice may say it
 */
export async function challengeNotice(
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  subject: ChallengeSubject,
  at: Temporal.Instant,
  read: (statement: StatementId | undefined) => Promise<string>,
  reporters: readonly string[] = [],
): Promise<ChallengeNotice> {
  const challenge = current.challenges.find(({ id }) => id === subject.challenge);
  if (challenge === undefined) throw new Error(`The case ${current.codeName} has no challenge ${subject.challenge}.`);
  const rule = readChallengeRule(rulebook, challenge);
  const common = { challenge: challenge.id, what: rule.kind, clause: rule.clause };
  switch (subject.kind) {
    case "challenge-task":
      return { ...common, kind: "challenge-task", task: subject.task };
    case "challenge-first":
      return {
        ...common,
        kind: "challenge-first",
        text: await read(subject.words),
        to: recipientsOf(rulebook, challenge),
      };
    case "challenge-outcome":
      return { ...common, ...(await outcomeOf(rulebook, current, notice, challenge, subject, at, read, reporters)) };
  }
}

async function outcomeOf(
  rulebook: Rulebook,
  current: Case,
  { to, delivered }: Notice,
  challenge: Challenge,
  { about }: Extract<ChallengeSubject, { kind: "challenge-outcome" }>,
  at: Temporal.Instant,
  read: (statement: StatementId | undefined) => Promise<string>,
  reporters: readonly string[],
) {
  const rule = readChallengeRule(rulebook, challenge);
  const { decided } = challenge;
  const judged = challenge.judged.find(({ question }) => question === about);
  const decision = current.decisions.find(({ id }) => id === challenge.against.decision);
  const isChanged = decided?.how === "change_sanction";
  const party = to.kind === "party" && to.role === "respondent" ? to.party : undefined;
  const term = isChanged ? termView(rulebook, current, decision, delivered?.when ?? at, party) : undefined;
  const isOwn = to.kind === "party" && to.party === challenge.party;
  const isHeard = judged?.isHeard ?? true;
  return {
    kind: "challenge-outcome" as const,
    about,
    isOwn,
    by: current.parties.find((each) => each.party === challenge.party)?.role ?? "respondent",
    outcome: challenge.against.outcome,
    isHeard,
    stage: rule.heard_at,
    verdict: about === "verdict" ? decided?.how : undefined,
    sanction: about === "verdict" ? decided?.sanction : undefined,
    from: term?.from,
    until: term?.until,
    wasSanctioned: decision?.sanction !== undefined,
    members: seatsOf(rulebook, about === "verdict" ? (decided?.members ?? []) : []),
    out: about === "verdict" && decided !== undefined ? outOf(rulebook, decided.members, rule) : [],
    reasons: await read(about === "verdict" ? decided?.reasons : judged?.reasons),
    letter: about === "verdict" && party !== undefined ? await read(decided?.letter) : "",
    reporters: about === "verdict" && decided?.how === "told" && isOwn ? reporters : [],
    next: isOwn && !isHeard ? nextView(rulebook, rule.if_refused, delivered?.when ?? at) : undefined,
    isFinal: rule.final === true,
  };
}

/** Who sits on the panel and took no part. */
function outOf(
  rulebook: Rulebook,
  members: readonly string[],
  { panel }: Rulebook["challenges"][string],
): readonly AppealTo[] {
  const seats = (panel?.seats ?? []).flatMap((seat) => (seat.kind === "anyone" ? [] : [`${seat.kind}:${seat.id}`]));
  return seatsOf(
    rulebook,
    seats.filter((seat) => !members.includes(seat)),
  );
}

/** What somebody can do whose challenge is not heard. */
function nextView(rulebook: Rulebook, name: string | undefined, notified: Temporal.Instant): AppealView | undefined {
  const rule = name === undefined ? undefined : rulebook.challenges[name];
  if (name === undefined || rule === undefined) return undefined;
  const { window, grounds, clause } = rule;
  const within = window === "none" || !("within" in window) ? undefined : window.within;
  return {
    until: within === undefined ? undefined : windowAfter(rulebook, notified, within).lastDay.toString(),
    to: rule.addressed_to.map((each) =>
      ("all_of" in each ? each.all_of : [each]).flatMap((one) => appealTo(rulebook, one)),
    ),
    grounds: grounds === undefined || grounds === "any" ? [] : grounds,
    clause,
    challenge: name,
  };
}
