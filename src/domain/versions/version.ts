import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { startOfDay } from "../deadlines/calendar.ts";
import type { PersonId } from "../identity.ts";

/** That a vote which an amendment needs was passed, as an administrator stated it. */
export interface Statement {
  /** The vote of the rulebook that was passed; empty where the document names none for its amendment. */
  readonly vote: string;
  /** Who passed it: "chapter meeting". */
  readonly decidedBy: string;
  /** The day on which it was passed, as 2027-02-03. */
  readonly decidedOn: string;
  /** Where that can be looked up: "minutes of 3 February 2027, item 7". */
  readonly minutes: string;
  /** Who stated it, and when. */
  readonly by: PersonId;
  readonly at: Temporal.Instant;
}

/** How a version came to be the organisation's. */
type Adoption =
  /** It was there when Redress began. */
  | { readonly kind: "first" }
  /** Administrators stated that it was passed elsewhere. */
  | { readonly kind: "stated"; readonly statements: readonly Statement[] };

/** A rulebook as the organisation adopted it. */
export interface Version {
  /** 1, 2, 3, ... in the order in which they were adopted. */
  readonly number: number;
  readonly rulebook: Rulebook;
  /** The SHA-256 of its text: the same text is the same rulebook. */
  readonly hash: string;
  /** The first day on which it applies, where the organisation is. */
  readonly inForce: Temporal.PlainDate;
  readonly adoption: Adoption;
  readonly adoptedAt: Temporal.Instant;
}

/**
 * The version in force at a moment: of those whose day has come the one that was adopted last, so that a later decision takes the place of
 * an earlier one, whether that has come into force or not. Where none's day has come, the first: an organisation is never without rules.
 * @param versions at least one, in the order in which they were adopted
 */
export function versionInForce(versions: readonly [Version, ...Version[]], at: Temporal.Instant): Version {
  return versions.findLast((version) => hasBegun(version, at)) ?? versions[0];
}

/** The versions that will come into force after a moment, in that order: none that a later one takes the place of before. */
export function versionsToCome(versions: readonly Version[], at: Temporal.Instant): readonly Version[] {
  return versions
    .filter((version) => !hasBegun(version, at))
    .filter(({ number, inForce }) =>
      versions.every((other) => other.number <= number || Temporal.PlainDate.compare(other.inForce, inForce) > 0),
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(a.inForce, b.inForce));
}

function hasBegun({ rulebook, inForce }: Version, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startOfDay(rulebook, inForce), at) <= 0;
}

/** The votes by which the document says that it is amended; one without a name where it does not say. */
export function amendmentVotes({ document }: Rulebook): readonly string[] {
  return document.amendment === undefined ? [""] : [...new Set(document.amendment.votes)];
}

/**
 * Of the votes that an amendment needs, those that nobody has stated yet.
 * @param current the version in force: by its own clause it is amended, whatever the new text says about that
 * @param statements those on exactly this text
 */
export function votesToState(current: Rulebook, statements: readonly Statement[]): readonly string[] {
  return amendmentVotes(current).filter((vote) => statements.every((statement) => statement.vote !== vote));
}
