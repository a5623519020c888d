import { Temporal } from "temporal-polyfill";

import { localDay } from "../domain/deadlines/calendar.ts";
import { differencesOf } from "../domain/versions/differences.ts";
import { versionInForce } from "../domain/versions/version.ts";
import type { Version } from "../domain/versions/version.ts";
import { loadRulebook } from "../rulebook/loadRulebook.ts";
import type { LoadedRulebook } from "../rulebook/loadRulebook.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Question } from "../rulebook/unconfirmed/questions.ts";
import type { Clock, Store, StoredVersion } from "./ports.ts";

/** A rulebook that nobody has adopted yet. */
export interface WaitingRulebook {
  readonly rulebook: Rulebook;
  readonly hash: string;
  readonly text: string;
}

/** The rulebooks of the organisation: those it adopted, and one that waits to be. */
export interface Versions {
  /** The one in force now. */
  inForce(): Version;
  /** All of them, in the order in which they were adopted. */
  all(): readonly [Version, ...Version[]];
  /** The rulebook of a hash. Throws for one that was never adopted. */
  rulebookOf(hash: string): Rulebook;
  /** The rulebook Redress was started with, while it says something else than the version adopted last. */
  waiting(): WaitingRulebook | undefined;
  /** The rulebook Redress was started with, and what the document leaves open by it, in the order of the file. */
  given(): { readonly rulebook: Rulebook; readonly questions: readonly Question[] };
  /** Reads the versions again: another instance of Redress may have adopted one. */
  learn(): Promise<void>;
}

type RulebookStore = Pick<Store, "rulebookTexts" | "rulebookVersions" | "adoptVersion">;

/**
 * Reads the versions of a database; in one without any the given rulebook becomes the first.
 * @param text the rulebook Redress is started with
 * @param isDraft while the organisation sets up and members are not served yet, a changed rulebook takes the place of the one before
 * @throws with a plain sentence where a rulebook can no longer be read, the given one or one that was adopted
 */
export async function openVersions(
  store: RulebookStore,
  clock: Clock,
  text: string,
  isDraft = false,
): Promise<Versions> {
  const given = { ...readGiven(text), text };
  const rulebooks = new Map<string, Rulebook>();
  let versions = await readVersions(store, rulebooks);
  let comparedWith: string | undefined;
  let isOther = false;
  const latest = versions.at(-1);
  if (latest === undefined || (isDraft && latest.hash !== given.hash)) {
    await store.adoptVersion(firstVersion(given, versions.length + 1, clock.now()), text);
    versions = await readVersions(store, rulebooks);
  }
  const known = (): readonly [Version, ...Version[]] => {
    const [first, ...others] = versions;
    if (first === undefined) throw new Error("The database keeps no version of the rulebook; one was added just now.");
    return [first, ...others];
  };
  return {
    inForce() {
      const [first, ...others] = known();
      return others.length === 0 ? first : versionInForce([first, ...others], clock.now());
    },
    all: known,
    rulebookOf(hash) {
      const found = rulebooks.get(hash);
      if (found === undefined)
        throw new Error(`The rulebook ${hash} that a case was filed under is not in the database.`);
      return found;
    },
    waiting() {
      const newest = known().at(-1);
      if (newest === undefined || newest.hash === given.hash) return undefined;
      if (comparedWith !== newest.hash) {
        comparedWith = newest.hash;
        isOther = differencesOf(newest.rulebook, given.rulebook, { isProposed: true }).length > 0;
      }
      return isOther ? given : undefined;
    },
    given: () => given,
    async learn() {
      versions = await readVersions(store, rulebooks);
    },
  };
}

/** The versions of an organisation that has had one rulebook only, from the beginning. */
export function onlyVersion(rulebook: Rulebook, hash: string, adoptedAt: Temporal.Instant): Versions {
  const inForce = Temporal.PlainDate.from(rulebook.document.in_force);
  const only: Version = { number: 1, rulebook, hash, inForce, adoption: { kind: "first" }, adoptedAt };
  return {
    inForce: () => only,
    all: () => [only],
    rulebookOf: () => rulebook,
    waiting: () => undefined,
    given: () => ({ rulebook, questions: [] }),
    learn: async () => {},
  };
}

/**
 * The store as one that knows the rulebook of every case it reads: one that another instance of Redress adopted meanwhile is read along.
 */
export function learningVersions(store: Store, versions: Versions): Store {
  const known = new Set(versions.all().map(({ hash }) => hash));
  const learned = async <Found extends { readonly rulebook: string } | undefined>(found: Found): Promise<Found> => {
    if (found === undefined || known.has(found.rulebook)) return found;
    await versions.learn();
    known.add(found.rulebook);
    return found;
  };
  return {
    ...store,
    caseById: async (id) => learned(await store.caseById(id)),
    casesById: async (ids) => Promise.all((await store.casesById(ids)).map(learned)),
    caseByCodeName: async (codeName) => learned(await store.caseByCodeName(codeName)),
  };
}

/** The day the document gives, unless it is still to come: until then the organisation would be without rules. */
function firstVersion({ rulebook, hash }: WaitingRulebook, number: number, at: Temporal.Instant): StoredVersion {
  const today = localDay(rulebook, at).toString();
  const { in_force: given } = rulebook.document;
  return { number, hash, inForce: given < today ? given : today, statements: [], at };
}

/** Reads each text once; a text that is there already is not read again. */
async function readVersions(store: RulebookStore, rulebooks: Map<string, Rulebook>): Promise<readonly Version[]> {
  const stored = await store.rulebookVersions();
  const isKnown = stored.length > 0 && stored.every(({ hash }) => rulebooks.has(hash));
  const texts = isKnown ? [] : await store.rulebookTexts();
  for (const { hash, text } of texts) if (!rulebooks.has(hash)) rulebooks.set(hash, readAdopted(text, hash, stored));
  return stored.flatMap(({ number, hash, inForce, statements, at }) => {
    const rulebook = rulebooks.get(hash);
    if (rulebook === undefined) return [];
    const adoption = statements.length === 0 ? ({ kind: "first" } as const) : ({ kind: "stated", statements } as const);
    return [{ number, rulebook, hash, inForce: Temporal.PlainDate.from(inForce), adoption, adoptedAt: at }];
  });
}

function readGiven(text: string): Extract<LoadedRulebook, { kind: "loaded" }> {
  const loaded = load(text);
  if (loaded.kind === "loaded") return loaded;
  throw new Error(`The rulebook is not right:\n${complaintLines(loaded)}`);
}

function readAdopted(text: string, hash: string, stored: readonly StoredVersion[]): Rulebook {
  const loaded = load(text);
  if (loaded.kind === "loaded") return loaded.rulebook;
  const version = stored.find((each) => each.hash === hash);
  const which =
    version === undefined
      ? `An earlier rulebook (${hash.slice(0, 12)}), under which cases were filed,`
      : `Version ${version.number} of the rulebook, in force from ${version.inForce},`;
  throw new Error(
    `${which} cannot be read by this Redress any more, and its cases could not go on. Start the Redress with which it was adopted, or a newer one that reads it.\n${complaintLines(loaded)}`,
  );
}

const complaintLines = ({ complaints }: Extract<LoadedRulebook, { kind: "refused" }>) =>
  complaints
    .map(({ line, column, path, message }) => `  line ${line}, column ${column}: ${path}: ${message}`)
    .join("\n");

/** The rulebooks read so far: the same text is the same rulebook. */
const rulebooksRead = new Map<string, LoadedRulebook>();

function load(text: string): LoadedRulebook {
  const known = rulebooksRead.get(text);
  if (known !== undefined) return known;
  const loaded = loadRulebook(text);
  rulebooksRead.set(text, loaded);
  return loaded;
}
