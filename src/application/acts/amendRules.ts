import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { amendmentVotes, votesToState } from "../../domain/versions/version.ts";
import { countOpen } from "../goLive.ts";
import type { House } from "../house.ts";
import type { StoredStatement } from "../ports.ts";
import type { WaitingRulebook } from "../versions.ts";
import { shortHash } from "../views/rulesView.ts";

/** What an administrator states: that a vote was passed on the text that waits. Days are written as 2027-02-03. */
export interface StatedVote {
  /** The beginning of the SHA-256 of the text, as it was shown. */
  readonly text: string;
  /** The vote of the amendment clause; empty where the document names none. */
  readonly vote: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly minutes: string;
  /** The first day on which the new version applies; undefined while another vote is still missing. */
  readonly inForce: string | undefined;
}

export type Amended =
  /** Nothing waits, or another text than the one that was shown. */
  | { readonly kind: "nothing-waits" }
  /** The amendment clause knows no such vote. */
  | { readonly kind: "no-such-vote" }
  /** A day on which that cannot be. */
  | { readonly kind: "wrong-day"; readonly field: "decidedOn" | "inForce"; readonly why: "future" | "before-decision" }
  /** It was the last vote that was missing, and nobody said from when the version applies. */
  | { readonly kind: "day-missing" }
  /** Administrators have not yet confirmed, in /setup, what the document leaves open by the text that waits. */
  | { readonly kind: "questions-open"; readonly open: number }
  | { readonly kind: "stated"; readonly missing: readonly string[] }
  | { readonly kind: "adopted"; readonly number: number; readonly inForce: string; readonly isInForce: boolean };

/**
 * Records that a vote was passed elsewhere on exactly the text that waits. With the last vote that the amendment clause of the version in
 * force asks for, the text becomes the next version.
 */
export async function stateVote(house: House, by: PersonId, stated: StatedVote): Promise<Amended> {
  await house.versions.learn();
  const waiting = house.versions.waiting();
  if (waiting === undefined || shortHash(waiting.hash) !== stated.text) return { kind: "nothing-waits" };
  const current = house.versions.inForce().rulebook;
  if (!amendmentVotes(current).includes(stated.vote)) return { kind: "no-such-vote" };
  const wrong = wrongDay(stated, localDay(current, house.clock.now()).toString());
  if (wrong !== undefined) return wrong;
  const statement: StoredStatement = {
    id: house.chance.id(),
    hash: waiting.hash,
    vote: stated.vote,
    decidedBy: stated.decidedBy.trim(),
    decidedOn: stated.decidedOn,
    minutes: stated.minutes.trim(),
    by,
    at: house.clock.now(),
  };
  const before = await house.store.amendmentStatements(waiting.hash);
  const statements = [...before, statement];
  const missing = votesToState(current, statements);
  if (missing.length > 0) {
    await house.store.stateAmendment(statement);
    house.log.info("a vote on a new version of the rulebook was stated", { missing: missing.length });
    return { kind: "stated", missing };
  }
  if (stated.inForce === undefined) return { kind: "day-missing" };
  const open = await countOpen(house);
  if (open > 0) return { kind: "questions-open", open };
  await house.store.stateAmendment(statement);
  return adopt(house, waiting, lastOfEach(statements), stated.inForce);
}

function wrongDay(
  { decidedOn, inForce }: StatedVote,
  today: string,
): Extract<Amended, { kind: "wrong-day" }> | undefined {
  if (decidedOn > today) return { kind: "wrong-day", field: "decidedOn", why: "future" };
  if (inForce !== undefined && inForce < decidedOn)
    return { kind: "wrong-day", field: "inForce", why: "before-decision" };
  return undefined;
}

/** Of several statements on a vote the last counts. */
function lastOfEach(statements: readonly StoredStatement[]): readonly StoredStatement[] {
  return [...new Map(statements.map((statement) => [statement.vote, statement])).values()];
}

async function adopt(
  house: House,
  { hash, text }: WaitingRulebook,
  statements: readonly StoredStatement[],
  inForce: string,
): Promise<Amended> {
  for (;;) {
    const number = house.versions.all().length + 1;
    const version = { number, hash, inForce, statements, at: house.clock.now() };
    // oxlint-disable-next-line no-await-in-loop -- again only when another instance was faster
    const adopted = await house.store.adoptVersion(version, text);
    // oxlint-disable-next-line no-await-in-loop
    await house.versions.learn();
    if (adopted === "stale") {
      if (house.versions.waiting() === undefined) return { kind: "nothing-waits" };
      continue;
    }
    house.log.info("a new version of the rulebook was adopted", { number, inForce });
    return { kind: "adopted", number, inForce, isInForce: house.versions.inForce().number === number };
  }
}
