import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Account } from "../../application/person.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { ReportedMessage } from "../delivery.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { FormValues } from "../form.ts";

/** Where a draft keeps what is no answer: which alternative was chosen, and the names of the people that were. */
export const CHOSEN = "_to";
export const PEOPLE = "_people";
/** Of which breach of a sanction it is, and the case in which that was recorded. */
export const BREACH = "_breach";
export const OF_CASE = "_of_case";
/** That an officer enters it. */
const ENTERED = "_entered";
/** What its author wrote down earlier. */
const RECORDED = "_record";
/** The message from whose menu it was begun. */
const MESSAGE = "_message";

export const markEntered: FormValues = { [ENTERED]: "yes" };
export const isEntered = (values: FormValues) => valueOf(values, ENTERED) !== "";

const account = z.object({
  platform: z.enum(["discord", "slack"]),
  id: z.string(),
  name: z.string(),
  locale: z.string().default("en"),
});

/** The accounts of the people that were chosen in a draft, with their names; a later one stands for an earlier one. */
export function peopleIn(values: FormValues): readonly Account[] {
  return valuesOf(values, PEOPLE).flatMap((text) => {
    const read = account.safeParse(JSON.parse(text)).data;
    return read === undefined ? [] : [read];
  });
}

const message = z.object({
  text: z.string(),
  link: z.string(),
  by: z.string(),
  /** When it was written, where the organisation is, as 2026-03-15 10:04. */
  at: z.string().default(""),
  /** The names of its files. */
  files: z.array(z.string()).default([]),
});

/** What a draft keeps of a message. */
export type KeptMessage = z.infer<typeof message>;

export const keepMessage = (rulebook: Rulebook, { text, link, by, atMs, files }: ReportedMessage): FormValues => ({
  [MESSAGE]: JSON.stringify({
    text,
    link,
    by,
    at: localTime(rulebook, Temporal.Instant.fromEpochMilliseconds(atMs))
      .toString({ smallestUnit: "minute" })
      .replace("T", " "),
    files: files.map(({ name }) => name),
  }),
});

/** The message that goes along with a report; undefined where it was begun otherwise. */
export function readMessage(values: FormValues): KeptMessage | undefined {
  const kept = valueOf(values, MESSAGE);
  return kept === "" ? undefined : message.parse(JSON.parse(kept));
}

/** What somebody wrote down earlier, and when, as 2026-03-15T10:00. */
const record = z.object({ text: z.string(), written: z.string() });

/** What a draft keeps of what its author wrote down earlier. */
export const keepRecord = ({ text, written }: z.infer<typeof record>): FormValues => ({
  [RECORDED]: JSON.stringify({ text, written }),
});

/** What goes along with a report of what its author wrote down earlier: as it was written, with the day and the hour. */
export function readRecord(values: FormValues): z.infer<typeof record> | undefined {
  const kept = valueOf(values, RECORDED);
  return kept === "" ? undefined : record.parse(JSON.parse(kept));
}

/** The same as it stands among the answers. */
export function recordTexts(values: FormValues): Readonly<Record<string, string>> {
  const kept = readRecord(values);
  if (kept === undefined) return {};
  return { own_record: kept.text, own_record_written: kept.written.replace("T", " ") };
}

/** The message as it stands among the answers of a report. */
export function messageTexts(values: FormValues): Readonly<Record<string, string>> {
  const kept = readMessage(values);
  if (kept === undefined) return {};
  return {
    reported_message: kept.text,
    reported_message_by: kept.by,
    ...(kept.at === "" ? {} : { reported_message_at: kept.at }),
    reported_message_link: kept.link,
  };
}
