import { readFileSync } from "node:fs";

import { parse } from "yaml";
import { z } from "zod";

import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import type { Question } from "../../src/rulebook/unconfirmed/questions.ts";
import { documents, mechanisms, writtenRulebook, wrongWith } from "./answers.ts";

/** What asks or settles, for one document, what that document leaves open. */
const settledBy = z.union([
  /** A question of the rulebook: at each of its places that are not left out stands `is`, and at the places named in `at` what is said there. */
  z.strictObject({ key: z.string(), is: z.unknown().optional(), at: z.record(z.string(), z.unknown()).optional() }),
  /** Something Redress does for every organisation. */
  z.strictObject({ mechanism: z.string() }),
  /** The document does say it, or Redress does nothing of the kind, or a default differs for a reason. */
  z.strictObject({ said: z.string().min(10) }),
]);
export type SettledBy = z.output<typeof settledBy>;

const letter = z.enum(["A", "C", "K", "P", "F"]);
export type Letter = z.output<typeof letter>;

const ambiguity = z.strictObject({
  /** The rows of the catalogue that it is about. */
  rows: z.array(z.string()).min(1),
  open: z.string().min(1),
  /** How it is read until an organisation says otherwise. */
  reading: z.string().min(1),
  answers: z.partialRecord(letter, z.array(settledBy).min(1)),
});
export type Ambiguity = z.output<typeof ambiguity>;

/** Everything that the five documents leave open, by its number: Q01. */
export const ambiguities: Readonly<Record<string, Ambiguity>> = z
  .record(z.string(), ambiguity)
  .parse(parse(readFileSync("test/requirements/ambiguities.yaml", "utf8")));

/** The documents that an ambiguity is about, by its rows. */
export const documentsOf = ({ rows }: Ambiguity): readonly Letter[] => [
  ...new Set(rows.map((row) => letter.parse(row.charAt(0)))),
];

export interface Organisation {
  readonly written: unknown;
  /** What /setup asks of it. */
  readonly questions: readonly Question[];
}

/** A rulebook with its questions, as Redress reads them. */
export function organisationOf(document: Letter): Organisation {
  const name = documents[document];
  const loaded = loadRulebook(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
  if (loaded.kind === "refused") throw new Error(`${name}.yaml is refused: ${JSON.stringify(loaded.complaints)}`);
  return { written: writtenRulebook(name), questions: loaded.questions };
}

/** What is not as it is said: the question is not asked, the value is another, there is no such mechanism. */
export function unsettled({ written, questions }: Organisation, answer: SettledBy): readonly string[] {
  if ("said" in answer) return [];
  if ("mechanism" in answer) return answer.mechanism in mechanisms ? [] : [`there is no mechanism ${answer.mechanism}`];
  const question = questions.find(({ key }) => key === answer.key);
  if (question === undefined) return [`nothing is asked about ${answer.key}`];
  const given = question.places.filter(({ isLeftOut }) => !isLeftOut).map(({ path }) => path.join("."));
  const everywhere = answer.is === undefined ? [] : given.map((key) => ({ key, is: answer.is }));
  const named = Object.entries(answer.at ?? {}).map(([key, is]) => ({ key, is }));
  return [
    ...(answer.is !== undefined && given.length === 0 ? [`nothing stands at ${answer.key}`] : []),
    ...named.filter(({ key }) => !given.includes(key)).map(({ key }) => `${answer.key} does not ask about ${key}`),
    ...[...everywhere, ...named].flatMap((each) => wrongWith(written, each)),
  ];
}
