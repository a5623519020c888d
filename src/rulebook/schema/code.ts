import { z } from "zod";

import { clause } from "./vocabulary.ts";

const aLanguage =
  "a language is written with the letters of its code, such as en or sv; a text with a comma in it stands in quotation marks";

const language = z.string(aLanguage).regex(/^[a-z]{2,3}$/, aLanguage);

/** A text in the languages in which people read it: English, and others as there are. */
export const inLanguages = (maximum: number, example: string) =>
  z
    .record(language, z.string().trim().min(1).max(maximum, `at most ${maximum} characters fit where it is shown`))
    .refine(
      (texts) => Object.hasOwn(texts, "en"),
      "it is said in English (en) at least; other languages stand beside it",
    )
    .meta({
      required: ["en"],
      written: `a text of at most ${maximum} characters in each language, such as \`${example}\``,
    });

const title = inLanguages(60, '{ en: "Quorum", sv: "Beslutförhet" }');
const says = inLanguages(1000, '{ en: "Five must be there.", sv: "Fem måste vara där." }');
const foundBy = inLanguages(300, '{ en: "vote, ballot", sv: "rösta, röstning" }').optional();
const link = z.url().max(512, "at most 512 characters fit behind a button").optional();

/** A control that opens clauses carries them between colons, and bars between several. */
const codeClause = clause.refine((text) => !/[:|]/.test(text), "a clause has no colon and no bar (|) in it");

const codeEntry = z.strictObject({
  clause: codeClause.describe('How the clause is cited, such as "4.1"; the same in every language.'),
  title: title.describe("What it is about, in a few words, in English and in other languages of the organisation."),
  says: says.describe(
    "What it says, in a few plain sentences of your own, or a step on each line; never a copy of the document.",
  ),
  found_by: foundBy.describe(
    "Other words with which people look for it and which do not stand in it. When left out, it is found by its own words.",
  ),
  link: link.describe(
    "Where this clause can be read in the document, where it can be opened there. When left out, the document itself is opened.",
  ),
});

const chapter = z.strictObject({
  clause: codeClause.describe('How the chapter is cited, such as "4".'),
  title: title.describe(
    "What the chapter is about, in a few words, in English and in other languages of the organisation.",
  ),
  says: says
    .optional()
    .describe("What the chapter says before its first clause, or where it has none. When left out, nothing."),
  found_by: foundBy.describe(
    "Other words with which people look for what the chapter itself says. When left out, it is found by its own words.",
  ),
  link: link.describe("Where this chapter can be read in the document. When left out, the document itself is opened."),
  clauses: z
    .array(codeEntry)
    .default([])
    .describe("Its clauses, in the order of the document. When left out, it has none."),
});

/** The document as somebody reads it: its chapters, and what each clause says in plain words. */
export const code = z
  .array(chapter)
  .max(25, "at most 25 fit where one of them is chosen")
  .default([])
  .describe(
    "What your document says, chapter by chapter and clause by clause, in plain words: `/code` shows it, and finds a clause by words. When left out, `/code` shows the link to the document only.",
  );
