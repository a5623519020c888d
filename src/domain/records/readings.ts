import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { after } from "../case/after.ts";
import type { Case } from "../case/case.ts";
import type { CaseFile } from "../case/entry.ts";
import { foldCase } from "../case/foldCase.ts";
import type { Hearing } from "../case/hearingEntries.ts";
import type { PartyRole } from "../case/party.ts";
import type { PersonId, StageId, StatementId } from "../identity.ts";
import type { Viewer } from "../parties/viewer.ts";
import { isKnownToOfficers } from "../timeline/challengeLines.ts";

/** What is read of a case that is no text of its own. */
export type ReadPart = "card" | "people" | "priors" | "timeline" | "readings" | "steps";

/** Something of a case that somebody read, or wanted to read; "nobody" was told that there is nothing. */
export interface Reading {
  /** A party by their id as a party, anybody else by theirs as a person. */
  readonly reader: string;
  readonly at: Temporal.Instant;
  /** Undefined where that was not kept. */
  readonly as: Viewer["kind"] | undefined;
  /** The text, or else the part; neither of what somebody was refused. */
  readonly what:
    | { readonly kind: "text"; readonly statement: StatementId }
    | { readonly kind: "part"; readonly part: ReadPart }
    | { readonly kind: "refused" };
}

/** What was read, in the words of the case file. */
type WhatWasRead = ReadPart | "report" | "notes" | "brief" | "decision" | "evidence" | "hearing" | "words" | "refused";

/** One line of the read log: who, when, what, and what for. */
export interface ReadLine {
  readonly at: Temporal.Instant;
  readonly reader:
    | { readonly kind: "party"; readonly role: PartyRole }
    | { readonly kind: "person"; readonly person: PersonId };
  readonly what: WhatWasRead;
  readonly as: Reading["as"];
  /** The stage at which the case was. */
  readonly stage: StageId;
}

/**
 * Who read what of a case, the last first, for those who handle it. What the same person read of the same part within a minute is one line.
 * Where there is a challenge of which they may not know, they are not told of anybody either who read the case for one.
 * @param file the case file, from its receipt on
 */
export function readLog(rulebook: Rulebook, file: CaseFile, readings: readonly Reading[]): readonly ReadLine[] {
  const current = foldCase(file);
  const stages = stagesOf(file);
  const hidesChallenges = !current.challenges.every((each) => isKnownToOfficers(rulebook, each));
  const lines = readings
    .filter(({ as }) => as !== "addressee" || !hidesChallenges)
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ reader, at, as, what }): ReadLine => ({
      at,
      reader: readerOf(current, reader),
      what: whatOf(current, what),
      as,
      stage: stages.findLast((each) => each.since <= at.epochMilliseconds)?.stage ?? current.stage.stage,
    }));
  return lines.filter((line, i) => !lines.slice(0, i).some((before) => isOne(before, line))).toReversed();
}

const MINUTE = 60_000;

function isOne(one: ReadLine, other: ReadLine): boolean {
  return (
    one.what === other.what &&
    one.as === other.as &&
    JSON.stringify(one.reader) === JSON.stringify(other.reader) &&
    Math.abs(one.at.epochMilliseconds - other.at.epochMilliseconds) < MINUTE
  );
}

function readerOf({ parties }: Case, reader: string): ReadLine["reader"] {
  const party = parties.find((each) => each.party === reader);
  return party === undefined ? { kind: "person", person: reader } : { kind: "party", role: party.role };
}

/** When each stage of a case began. */
function stagesOf(file: CaseFile): readonly { readonly stage: StageId; readonly since: number }[] {
  const [first, ...rest] = file.entries;
  if (first === undefined) return [];
  let current = foldCase({ ...file, entries: [first] });
  const stages = [{ stage: current.stage.stage, since: first.at.epochMilliseconds }];
  for (const recorded of rest) {
    current = after(current, recorded);
    if (current.stage.stage !== stages.at(-1)?.stage)
      stages.push({ stage: current.stage.stage, since: recorded.at.epochMilliseconds });
  }
  return stages;
}

function whatOf(current: Case, what: Reading["what"]): WhatWasRead {
  if (what.kind === "refused") return "refused";
  if (what.kind === "part") return what.part;
  const { statement } = what;
  if (statement === current.statement) return "report";
  if (current.notes.includes(statement)) return "notes";
  if (current.briefs.some((brief) => brief.statement === statement)) return "brief";
  if (current.decisions.some(({ reasons, letter }) => reasons === statement || letter === statement)) return "decision";
  if (current.hearings.some((hearing) => recordTexts(hearing).includes(statement))) return "hearing";
  return current.evidence.items.some((item) => textsOf(item).includes(statement)) ? "evidence" : "words";
}

function textsOf({ text, relevance, aside, files = [] }: Case["evidence"]["items"][number]): readonly string[] {
  return [text, relevance, aside ?? "", ...files.flatMap(({ file, about }) => [file, about])].filter(
    (each) => each !== undefined,
  );
}

/** What was written down of a hearing, with the files that came with it, in each of its forms. */
const recordTexts = ({ record, earlier }: Hearing): readonly string[] =>
  [...earlier, ...(record === undefined ? [] : [record])].flatMap(({ statement, files }) => [
    statement,
    ...files.flatMap(({ file, about }) => [file, about]),
  ]);
