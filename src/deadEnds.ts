import { lintRulebook } from "./domain/lint/lintRulebook.ts";
import type { Finding } from "./domain/lint/lintRulebook.ts";
import type { Roster } from "./domain/roster.ts";
import { loadRoster } from "./rulebook/loadRoster.ts";
import type { RosterPerson } from "./rulebook/loadRoster.ts";
import { loadRulebook } from "./rulebook/loadRulebook.ts";
import { complaintLine, readYaml } from "./rulebook/yamlFile.ts";

/**
 * What cannot work in a rulebook that is right, a line each: "chapter.yaml:12:5 votes.sanction.quorum: cannot work (4.1): ...", then how
 * many there are. Of a rulebook or a roster that is refused nothing: it has to be right first.
 * @param roster the text of the roster, where those who hold the offices are to be looked at
 */
export function deadEndLines(
  file: { readonly name: string; readonly text: string },
  roster?: string,
): readonly string[] {
  const loaded = loadRulebook(file.text);
  const yaml = readYaml(file.text);
  if (loaded.kind === "refused" || yaml.kind === "broken") return [];
  const seated = roster === undefined ? undefined : loadRoster(roster, loaded.rulebook);
  if (seated?.kind === "refused") return [];
  const findings = lintRulebook(
    loaded.rulebook,
    seated === undefined ? undefined : rosterOf(seated.people),
    seated?.access,
  );
  const told = findings.map((finding) => ({ ...finding, message: sentence(finding) }));
  return [...yaml.place(told).map((complaint) => complaintLine(file.name, complaint)), summary(findings)];
}

function sentence({ level, clause, message, example }: Finding): string {
  const word = level === "cannot-work" ? "cannot work" : "look again";
  return `${word}${clause === undefined ? "" : ` (${clause})`}: ${message}${example === undefined ? "" : `. ${example}`}`;
}

function summary(findings: readonly Finding[]): string {
  const ends = findings.filter(({ level }) => level === "cannot-work").length;
  const others = findings.length - ends;
  if (findings.length === 0) return "No dead ends.";
  return `${ends} ${ends === 1 ? "dead end" : "dead ends"}, ${others} to look at again. Redress starts all the same.`;
}

/** Whoever stands in the file twice is two people: accounts are not looked at. */
function rosterOf(people: readonly RosterPerson[]): Roster {
  const held = people.flatMap(({ offices }, i) => offices.map((office) => ({ office, person: String(i) })));
  const byOffice = Map.groupBy(held, ({ office }) => office);
  return Object.fromEntries([...byOffice].map(([office, seats]) => [office, seats.map(({ person }) => person)]));
}
