import { loadRoster } from "./loadRoster.ts";
import type { RosterPerson } from "./loadRoster.ts";
import { loadRulebook } from "./loadRulebook.ts";
import type { Rulebook } from "./rulebook.ts";
import { complaintLine } from "./yamlFile.ts";

/** A file by the name it was given, with what stands in it. */
interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What a person is told about a rulebook, and whether Redress would start with it. */
interface Checked {
  readonly isRight: boolean;
  readonly lines: readonly string[];
}

/** Every fault of a rulebook, and of the roster that goes with it; or a sentence on what it holds. */
export function checkFiles(file: NamedText, roster: NamedText | undefined): Checked {
  const loaded = loadRulebook(file.text);
  if (loaded.kind === "refused") {
    const faults = loaded.complaints.map((complaint) => complaintLine(file.name, complaint));
    const unseen = roster === undefined ? [] : [`${roster.name} is not checked before the rulebook is right.`];
    return { isRight: false, lines: [...faults, ...unseen] };
  }
  const right = `${file.name} is right: ${summaryOf(loaded.rulebook)}.`;
  if (roster === undefined) return { isRight: true, lines: [right] };
  const seated = loadRoster(roster.text, loaded.rulebook);
  if (seated.kind === "refused")
    return { isRight: false, lines: seated.complaints.map((complaint) => complaintLine(roster.name, complaint)) };
  return { isRight: true, lines: [right, `${roster.name} is right: ${rosterSummary(seated.people)}.`] };
}

function summaryOf({ offices, bodies, procedures, votes, sanctions }: Rulebook): string {
  const stages = Object.values(procedures).flatMap((procedure) => Object.keys(procedure.stages));
  const counts = [
    counted(Object.keys(offices).length, "office", "offices"),
    counted(Object.keys(bodies).length, "body", "bodies"),
    counted(stages.length, "stage", "stages"),
    counted(Object.keys(votes).length, "vote", "votes"),
  ];
  return `${counts.join(", ")} and ${counted(Object.keys(sanctions).length, "sanction", "sanctions")}`;
}

function rosterSummary(people: readonly RosterPerson[]): string {
  const held = new Set(people.flatMap((person) => person.offices)).size;
  return `${counted(people.length, "person", "people")}, ${counted(held, "office", "offices")} held`;
}

const counted = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;
