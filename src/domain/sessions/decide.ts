import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { PersonId } from "../identity.ts";
import { leadersOf, leadingOffices, notLeading } from "../motions/chairs.ts";
import type { Led } from "../motions/chairs.ts";
import type { MotionId } from "../motions/entry.ts";
import { motionRules } from "../motions/rules.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Session, SessionEntry } from "./session.ts";

/** What somebody decides from who acts in a session. */
export interface SessionStanding {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly session: Session;
  readonly caller: PersonId;
  readonly at: Temporal.Instant;
}

export type SessionAct =
  | { readonly kind: "be-present" }
  | { readonly kind: "add-motion"; readonly motion: MotionId }
  | { readonly kind: "open" | "resume" | "end" }
  | { readonly kind: "adjourn"; readonly until: string | undefined };

/** What the rules do not allow in a session. */
export type SessionRefusal = Extract<
  Refusal,
  {
    readonly refused:
      | "nothing-here"
      | "already-done"
      | "not-the-chair"
      | "mover-leads"
      | "observers-do-not-vote"
      | "agenda-fixed"
      | "session-not-open"
      | "session-over"
      | "day-is-over";
  }
>;

const bodySelector = (id: string): Selector => ({ kind: "body", id });

/** The bodies that vote on motions that are no case: they have sessions. */
export function bodiesWithSessions(rulebook: Rulebook): readonly string[] {
  const bodies = motionRules(rulebook).flatMap(([, { electorate }]) =>
    electorate.kind === "body" ? electorate.id : [],
  );
  return [...new Set(bodies)];
}

/** Whoever may convene the body. */
export function chairsOfBody(rulebook: Rulebook, roster: Roster, body: string): readonly PersonId[] {
  return leadersOf(rulebook, roster, ledIn(rulebook, body));
}

/** A body, or what somebody convened it for, as something that is led. */
const ledIn = (rulebook: Rulebook, body: string, broughtBy?: PersonId): Led => ({
  rules: rulesOf(rulebook, body),
  body: bodySelector(body),
  broughtBy,
});

/** The votes of a body on motions that are no case, by their names. */
const rulesOf = (rulebook: Rulebook, body: string): readonly string[] =>
  motionRules(rulebook).flatMap(([id, { electorate }]) =>
    electorate.kind === "body" && electorate.id === body ? [id] : [],
  );

/** The offices whose holders chair a body; none where the rulebook names nobody. */
export function officesThatChair(rulebook: Rulebook, body: string): readonly string[] {
  return leadingOffices(rulebook, rulesOf(rulebook, body), bodySelector(body));
}

export function membersOfBody(rulebook: Rulebook, roster: Roster, body: string): readonly PersonId[] {
  return holdersOf(rulebook, roster, bodySelector(body));
}

/** Whoever may be there without a vote, by any of the rules by which the body votes; in camera nobody. */
export function observersOfSession(rulebook: Rulebook, roster: Roster, session: Session): readonly PersonId[] {
  if (session.isInCamera) return [];
  const members = membersOfBody(rulebook, roster, session.body);
  const selectors = motionRules(rulebook).flatMap(([, { electorate, observers }]) =>
    electorate.kind === "body" && electorate.id === session.body ? observers : [],
  );
  const people = selectors.flatMap((selector) => holdersOf(rulebook, roster, selector));
  return [...new Set(people)].filter((person) => !members.includes(person));
}

export type SessionViewer = "member" | "observer" | "nobody";

/** Who knows of a session: the members of the body, and its observers. */
export function viewerOfSession(rulebook: Rulebook, roster: Roster, session: Session, person: PersonId): SessionViewer {
  if (membersOfBody(rulebook, roster, session.body).includes(person)) return "member";
  return observersOfSession(rulebook, roster, session).includes(person) ? "observer" : "nobody";
}

/** The clause by which a body has its sessions. */
export const clauseOfBody = ({ bodies }: Rulebook, body: string): string => bodies[body]?.clause ?? "";

/** What follows from an act in a session, or why it is not possible. */
export function decideSession(standing: SessionStanding, act: SessionAct): readonly SessionEntry[] | SessionRefusal {
  const { rulebook, roster, session, caller, at } = standing;
  const clause = clauseOfBody(rulebook, session.body);
  const viewer = viewerOfSession(rulebook, roster, session, caller);
  if (viewer === "nobody") return { refused: "nothing-here" };
  if (viewer === "observer") return { refused: "observers-do-not-vote", clause };
  if (session.state === "ended") return { refused: "session-over", clause };
  switch (act.kind) {
    case "be-present":
      if (session.state !== "open") return { refused: "session-not-open", clause };
      return session.present.includes(caller) ? { refused: "already-done" } : [{ kind: "present", person: caller }];
    case "add-motion":
      if (session.isInCamera && session.state !== "convened") return { refused: "agenda-fixed", clause };
      return [{ kind: "motion-added", motion: act.motion }];
    case "open":
    case "resume":
    case "adjourn":
    case "end":
      return findNotChair(standing, clause) ?? lead(session, act, localDay(rulebook, at), clause);
  }
}

type Leading = Extract<SessionAct, { kind: "open" | "resume" | "adjourn" | "end" }>;

function lead(
  session: Session,
  act: Leading,
  today: Temporal.PlainDate,
  clause: string,
): readonly SessionEntry[] | SessionRefusal {
  switch (act.kind) {
    case "open":
      return session.state === "convened" ? [{ kind: "opened" }] : { refused: "already-done" };
    case "resume":
      return session.state === "adjourned" ? [{ kind: "resumed" }] : { refused: "already-done" };
    case "adjourn":
      if (session.state !== "open") return { refused: "session-not-open", clause };
      if (act.until !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(act.until), today) < 0)
        return { refused: "day-is-over", day: act.until, clause };
      return [{ kind: "adjourned", until: act.until }];
    case "end":
      return [{ kind: "ended" }];
  }
}

/** Whoever convened it chairs it; where they have left the office, or are away, whoever else chairs the body. */
function findNotChair(
  { rulebook, roster, session, caller }: SessionStanding,
  clause: string,
): SessionRefusal | undefined {
  const led = ledIn(rulebook, session.body, session.chair);
  return leadersOf(rulebook, roster, led).includes(caller) ? undefined : notLeading(rulebook, roster, led, clause);
}
