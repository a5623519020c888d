import { localDay } from "../../domain/deadlines/calendar.ts";
import { differencesOf } from "../../domain/versions/differences.ts";
import type { Difference } from "../../domain/versions/differences.ts";
import type { NameOf } from "../../domain/versions/subject.ts";
import { amendmentVotes, versionsToCome, votesToState } from "../../domain/versions/version.ts";
import type { Statement, Version } from "../../domain/versions/version.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";

/** That a vote was passed, as it is shown. Days are written as 2027-02-03. */
export interface StatementView {
  readonly vote: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly minutes: string;
  /** Who stated it, and on which day. */
  readonly by: string;
  readonly statedOn: string;
}

export interface VersionView {
  readonly number: number;
  readonly inForce: string;
  /** "replaced": a later version takes its place, or took it before it ever applied. */
  readonly state: "in-force" | "to-come" | "replaced";
  readonly adoptedOn: string;
  /** None for the one that was there when Redress began. */
  readonly statements: readonly StatementView[];
}

/** A version that nobody has adopted yet. */
export interface WaitingView {
  /** By what the text is known. */
  readonly text: string;
  readonly differences: number;
  /** The votes that the amendment clause of the version in force asks for, each with the last statement about it. */
  readonly votes: readonly { readonly vote: string; readonly stated: StatementView | undefined }[];
  readonly clause: string | undefined;
}

export interface RulesView {
  /** The newest first. */
  readonly versions: readonly VersionView[];
  readonly waiting: WaitingView | undefined;
}

/** The differences of a version from the one before it, or of the one that waits from the newest. */
export interface DifferenceView {
  /** Undefined for the one that waits. */
  readonly number: number | undefined;
  readonly before: number;
  readonly cite: string;
  readonly differences: readonly Difference[];
}

/** What a form needs to know that states a vote. */
export interface StatingView {
  readonly text: string;
  readonly vote: string;
  /** The body that votes, by its name in the rulebook; undefined where the document names no vote. */
  readonly body: string | undefined;
  /** Whether no other vote is missing, so that the day is asked from which the version applies. */
  readonly isLast: boolean;
  /** The day from which the new text says that it applies, where that is a later one than before. */
  readonly given: string | undefined;
}

/** By so much of its SHA-256 a text is known: it travels in buttons. */
export const shortHash = (hash: string) => hash.slice(0, 16);

/** The versions of the rulebook and the one that waits. */
export async function rulesView(house: House): Promise<RulesView> {
  await house.versions.learn();
  const all = house.versions.all();
  const now = house.clock.now();
  const current = house.versions.inForce();
  const coming = new Set(versionsToCome(all, now).map(({ number }) => number));
  const stateOf = ({ number }: Version) => {
    if (number === current.number) return "in-force";
    return coming.has(number) && number > current.number ? "to-come" : "replaced";
  };
  const versions = await Promise.all(
    all.map(async (version): Promise<VersionView> => {
      const stated = version.adoption.kind === "first" ? [] : version.adoption.statements;
      return {
        number: version.number,
        inForce: version.inForce.toString(),
        state: stateOf(version),
        adoptedOn: localDay(version.rulebook, version.adoptedAt).toString(),
        statements: await Promise.all(stated.map((each) => statementView(house, each))),
      };
    }),
  );
  return { versions: versions.toReversed(), waiting: await waitingView(house) };
}

async function waitingView(house: House): Promise<WaitingView | undefined> {
  const waiting = house.versions.waiting();
  if (waiting === undefined) return undefined;
  const statements = await house.store.amendmentStatements(waiting.hash);
  const current = house.versions.inForce().rulebook;
  const votes = await Promise.all(
    amendmentVotes(current).map(async (vote) => {
      const stated = statements.findLast((statement) => statement.vote === vote);
      return { vote, stated: stated === undefined ? undefined : await statementView(house, stated) };
    }),
  );
  const differences = differenceView(house, undefined)?.differences.length ?? 0;
  return { text: shortHash(waiting.hash), differences, votes, clause: amendmentClause(house) };
}

/** The clause by which the document is amended: its own, or that of its first vote. */
function amendmentClause(house: House): string | undefined {
  const { document, votes } = house.versions.inForce().rulebook;
  return document.amendment?.clause ?? votes[document.amendment?.votes[0] ?? ""]?.clause;
}

/** Whoever stated it may hold no office. */
async function statementView(house: House, { by, at, ...said }: Statement): Promise<StatementView> {
  const { vote, decidedBy, decidedOn, minutes } = said;
  const statedOn = localDay(house.rulebook, at).toString();
  const isOfficial = house.people.has(by) || house.formerNames.has(by);
  const name = isOfficial ? nameOf(house, by) : ((await house.store.person(by))?.name ?? nameOf(house, by));
  return { vote, decidedBy, decidedOn, minutes, by: name, statedOn };
}

/**
 * What a version says otherwise than the one before it; the one that waits where no number is given. Undefined where there is no such
 * version, or none before it.
 */
export function differenceView(house: House, number: number | undefined, called?: NameOf): DifferenceView | undefined {
  const all = house.versions.all();
  const waiting = number === undefined ? house.versions.waiting() : undefined;
  const changed = number === undefined ? waiting?.rulebook : all[number - 1]?.rulebook;
  const before = number === undefined ? all.at(-1) : all[number - 2];
  if (changed === undefined || before === undefined) return undefined;
  const wording = { isProposed: number === undefined, ...(called === undefined ? {} : { nameOf: called }) };
  return {
    number,
    before: before.number,
    cite: changed.document.cite,
    differences: differencesOf(before.rulebook, changed, wording),
  };
}

/** What is asked of whoever states a vote on the text that waits; undefined where it is no vote of the amendment clause. */
export async function statingView(house: House, vote: string): Promise<StatingView | undefined> {
  const waiting = house.versions.waiting();
  const current = house.versions.inForce().rulebook;
  if (waiting === undefined || !amendmentVotes(current).includes(vote)) return undefined;
  const statements = await house.store.amendmentStatements(waiting.hash);
  const electorate = current.votes[vote]?.electorate;
  return {
    text: shortHash(waiting.hash),
    vote,
    body: electorate !== undefined && "id" in electorate ? electorate.id : undefined,
    isLast: votesToState(current, statements).every((missing) => missing === vote),
    given: newer(waiting.rulebook.document.in_force, house.versions.all().at(-1)?.rulebook.document.in_force),
  };
}

const newer = (day: string, before: string | undefined) => (before !== undefined && day > before ? day : undefined);
