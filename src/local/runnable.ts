import { existsSync, globSync } from "node:fs";
import path from "node:path";

import type { Log } from "../application/ports.ts";
import { messageOf, readFile, readRoster, readRulebook } from "../parts.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { AccessRules } from "../rulebook/schema/access.ts";
import type { Organisation } from "../sandbox/page/organisations.ts";

/** The files of an organisation: its rulebook, and who holds which office in it. */
export interface RunnableFiles {
  readonly rulebook: string;
  readonly roster: string;
}

/** An organisation that can be tried out. */
export interface Runnable extends Organisation {
  readonly files: RunnableFiles;
}

/** What stands in its files. */
export interface RunnableRules {
  readonly rulebook: Rulebook;
  readonly rulebookText: string;
  readonly roster: readonly RosterPerson[];
  readonly access: AccessRules;
}

const OWN = "own";
const ROSTER = ".roster.yaml";

/**
 * The organisations that can be tried out: those of a folder, by name, each a pair NAME.yaml and NAME.roster.yaml; and before them the one
 * that the settings name, if they name one. A pair that does not load is left out, and the log says why.
 * @throws Error where the files that the settings name do not load
 */
export function findRunnable(
  folder: string,
  own: RunnableFiles | undefined,
  log: Pick<Log, "warn">,
): readonly Runnable[] {
  const given = own === undefined ? [] : [runnableOf(OWN, own)];
  const isGiven = (file: string) => own !== undefined && path.resolve(own.rulebook) === path.resolve(file);
  const samples = globSync(`*${ROSTER}`, { cwd: folder })
    .map((name) => name.slice(0, -ROSTER.length))
    .map((id) => ({ id, rulebook: path.join(folder, `${id}.yaml`), roster: path.join(folder, `${id}${ROSTER}`) }))
    .filter(({ rulebook }) => existsSync(rulebook) && !isGiven(rulebook))
    .flatMap(({ id, ...files }) => {
      try {
        return [runnableOf(id, files)];
      } catch (error) {
        log.warn("organisation not offered", { file: path.basename(files.rulebook), reason: inOneLine(error) });
        return [];
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return told([...given, ...samples]);
}

/**
 * Reads the files of an organisation, as they are now.
 * @throws Error that says what is wrong with them
 */
export function readRunnable({ rulebook: rulebookFile, roster: rosterFile }: RunnableFiles): RunnableRules {
  const rulebookText = readFile(rulebookFile, "REDRESS_RULEBOOK");
  const rulebook = readRulebook(rulebookText, rulebookFile);
  const { people: roster, access } = readRoster(readFile(rosterFile, "REDRESS_ROSTER"), rulebook, rosterFile);
  return { rulebook, rulebookText, roster, access };
}

const runnableOf = (id: string, files: RunnableFiles): Runnable => ({
  id,
  files,
  name: readRunnable(files).rulebook.organisation.name,
});

/** Those of one name are told apart by their files. */
function told(all: readonly Runnable[]): readonly Runnable[] {
  return all.map((one) => {
    const isAlone = all.every((other) => other === one || other.name !== one.name);
    return isAlone ? one : { ...one, name: `${one.name} (${path.basename(one.files.rulebook)})` };
  });
}

/** The first complaint, which names the file and its line, and how many more there are. */
function inOneLine(error: unknown): string {
  const [head = "", first, ...others] = messageOf(error).split("\n");
  if (first === undefined) return head;
  return `${first.trim()}${others.length === 0 ? "" : ` (and ${others.length} more)`}`;
}
