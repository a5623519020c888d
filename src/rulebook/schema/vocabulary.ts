import { z } from "zod";

import { explained } from "./explained.ts";

const units = {
  h: "hours",
  d: "days",
  wd: "working-days",
  cd: "clear-days",
  cwd: "clear-working-days",
  w: "weeks",
  mo: "months",
  y: "years",
} as const;

/** A length of time as the rulebook writes it: 48h, 90d, 10wd, 14cd, 2w, 3mo, 1y. */
export interface Span {
  readonly amount: number;
  readonly unit: (typeof units)[keyof typeof units];
}

const aSpan = "a length of time is written 48h, 90d, 10wd, 14cd, 10cwd, 2w, 3mo or 1y";
const isUnit = (text: string): text is keyof typeof units => text in units;

export const span = z
  .string(aSpan)
  .regex(/^\d{1,4}(h|d|wd|cd|cwd|w|mo|y)$/, aSpan)
  .transform((text): Span => {
    const unit = text.replace(/^\d+/, "");
    return { amount: Number.parseInt(text, 10), unit: units[isUnit(unit) ? unit : "d"] };
  })
  .meta({ written: "a length of time, such as `14d`" })
  .describe(
    "A length of time: hours (h), days (d), working days (wd), clear days (cd), clear working days (cwd), weeks (w), months (mo), years (y).",
  );

/** An exact share, never a decimal number. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const aFraction = "a share is an exact fraction, such as 2/3, of more than 0 and at most 1";

export const fraction = z
  .string(aFraction)
  .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, aFraction)
  .transform((text): Fraction => {
    const [numerator = 0, denominator = 1] = text.split("/").map(Number);
    return { numerator, denominator };
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, aFraction)
  .meta({ written: "an exact share, such as `2/3`" })
  .describe("An exact share, such as 2/3; never a decimal number.");

const aName = "a name is in lower case, its words joined by _, and has at most 40 characters: it travels in buttons";

export const name = z
  .string(aName)
  .regex(/^[a-z][a-z0-9_]{0,39}$/, aName)
  .meta({ written: "a name, such as `board_member`" });

/** A text that is put into messages and forms, where only so many characters fit. */
export const shownText = (maximum: number) =>
  z.string().min(1).max(maximum, `at most ${maximum} characters fit where it is shown`);

/** Named things of which one or some are chosen in a form, where only so many fit. */
export const listed = <Thing extends z.ZodType>(thing: Thing, maximum: number) =>
  z
    .record(name, thing)
    .refine((things) => Object.keys(things).length <= maximum, `at most ${maximum} fit where one of them is chosen`);

const aClause = 'a clause is the place in the source document, in quotation marks: "4.1"';

export const clause = z
  .string(aClause)
  .trim()
  .min(1, aClause)
  .max(30, "a clause is cited in at most 30 characters")
  .meta({ written: 'a clause in quotation marks, such as `"4.1"`' })
  .describe(
    'The place in your document that this rule comes from, such as "4.1". It is cited whenever the rule decides something.',
  );

const anEvent = "an event is written programme:election.voting.closes";

/** The beginning or the end of a phase of a programme. */
export const programmeEvent = z
  .string(anEvent)
  .regex(/^programme:[a-z_]+\.[a-z_]+\.(opens|closes)$/, anEvent)
  .meta({ written: "an event, such as `programme:election.nominations.closes`" });

/** Whom a rule speaks of. */
export type Selector =
  | { readonly kind: "office" | "body" | "class" | "party" | "external" | "panel"; readonly id: string }
  | { readonly kind: "anyone" };

const isKind = (text: string): text is "office" | "body" | "class" | "party" | "external" | "panel" =>
  ["office", "body", "class", "party", "external", "panel"].includes(text);

const aSelector =
  "people are named by anyone, or by one of office:, body:, class:, party:, external:, panel: and a name";

export const selector = z
  .string(aSelector)
  .regex(/^(anyone|(office|body|class|party|external|panel):[a-z][a-z0-9_]{0,39})$/, aSelector)
  .transform((text): Selector => {
    const [kind = "", id = ""] = text.split(":");
    return isKind(kind) ? { kind, id } : { kind: "anyone" };
  })
  .meta({ written: "people, such as `body:board`" })
  .describe(
    "People: office:, body:, class:, external: or panel: with a name that this file defines; party:complainant, party:respondent, party:affected or party:witness; panel:members and panel:chair for whoever sits on the panel that hears the case, and chairs it; or anyone.",
  );

/** One selector, or several who act together. */
export const recipients = z.union(
  [selector, z.strictObject({ all_of: z.array(selector).min(1).describe("All of these together, not one of them.") })],
  aSelector,
);

/** Whose something is: of one selector, of the first of several without a conflict, or of somebody whom one of them chooses. */
export const owner = z.union(
  [
    selector,
    z.strictObject({
      first_of: z
        .array(selector)
        .min(2)
        .describe("The first of these of whom somebody is left who has no conflict in the case."),
    }),
    z.strictObject({
      chosen_by: selector.describe("Who chooses, in each case, of those who handle it."),
      from: z
        .array(selector)
        .min(1)
        .describe(
          "From among whom: a body of which a vote is, under votes, decides by that vote; of anything else one person is chosen, who then decides alone. Nobody with a conflict of interest is.",
        ),
    }),
  ],
  aSelector,
);

/** Whose something is, as the rulebook says it. */
export type Owner = z.output<typeof owner>;

export const anchor = explained(
  z.enum([
    "report.received",
    "incident.date",
    "stage.opened",
    "decision.made",
    "decision.notified",
    "hearing.date",
    "hearing.held",
    "case.closed",
    "new.effective",
  ]),
  {
    "report.received": "When the report was filed.",
    "incident.date": "The day of which the report tells.",
    "stage.opened": "When the present stage of the case began.",
    "decision.made": "When the motion was carried, or the decision was entered.",
    "decision.notified": "When the notice of the decision reached the person.",
    "hearing.date": "The day for which a hearing is called.",
    "hearing.held": "When the hearing is over.",
    "case.closed": "When the case was closed.",
    "new.effective": "When the later of two sanctions begins.",
  },
);

/** The moment a length of time is counted from. */
export const anchors = z.union(
  [
    anchor,
    z.strictObject({
      latest_of: z
        .array(anchor)
        .min(2)
        .describe("The latest of these moments; nothing is counted before all have come."),
    }),
  ],
  `a moment is one of ${anchor.options.join(", ")}, or the latest_of some of them`,
);

export const partyRole = explained(z.enum(["complainant", "respondent", "affected", "witness"]), {
  complainant: "Who filed the report.",
  respondent: "Whom the report is about.",
  affected: "To whom it happened, when that is not who filed the report.",
  witness: "Who saw or heard it.",
});

/** Those between whom a case is. */
export const side = explained(z.enum(["complainant", "respondent"]), {
  complainant: "Whoever filed the report.",
  respondent: "Whomever it is about.",
});

/** Why somebody may be too close to a case to take part in it. */
export const conflictKind = explained(z.enum(["party", "witness", "earlier_decider", "declared_interest"]), {
  party: "Whoever filed the report, and whomever it is about.",
  witness: "Whoever saw or heard what it is about.",
  earlier_decider: "Whoever decided in the case before.",
  declared_interest: "Whoever has declared an interest in it.",
});
