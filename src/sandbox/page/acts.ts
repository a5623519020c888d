import { z } from "zod";

import type { Person } from "../person.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import type { ReadMarks } from "./readMarks.ts";

const id = z.string().min(1);
const values = z.union([z.string(), z.array(z.string())]);

/** What can be done on the page in somebody's place. */
export const actSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("type"), place: id, line: z.string().min(1) }),
  z.strictObject({ kind: z.literal("press"), message: id, control: id }),
  z.strictObject({ kind: z.literal("choose"), message: id, control: id, values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("shortcut"), shortcut: id }),
  z.strictObject({ kind: z.literal("menu"), message: id, entry: id }),
  z.strictObject({ kind: z.literal("submit"), form: id, values: z.record(z.string(), values) }),
  z.strictObject({ kind: z.literal("dismiss"), form: id }),
  z.strictObject({ kind: z.literal("visit"), place: id }),
  z.strictObject({ kind: z.literal("put-away"), message: id }),
  z.strictObject({ kind: z.literal("put-away-failures") }),
]);

export type Act = z.infer<typeof actSchema>;

/**
 * Does it; resolves when the platform has shown its first result.
 * @throws Error with the platform's sentence for what it does not let the person do
 */
export async function perform(person: Person, act: Act, marks: ReadMarks): Promise<void> {
  switch (act.kind) {
    case "type":
      return person.type(act.place, act.line);
    case "press":
      return person.press(act.message, act.control);
    case "choose":
      return person.choose(act.message, act.control, act.values);
    case "shortcut":
      return person.shortcut(act.shortcut);
    case "menu":
      return person.messageShortcut(act.message, act.entry);
    case "submit":
      requireOpen(person, act.form);
      return person.submit(act.values);
    case "dismiss":
      requireOpen(person, act.form);
      return person.dismiss();
    case "visit":
      return person.visit?.(act.place);
    case "put-away":
      return marks.putAway(act.message);
    case "put-away-failures":
      return marks.putAwayFailures(person.failures());
  }
}

/** Two pages can show the same person: a form that one of them closed or went on from is not sent by the other. */
function requireOpen(person: Person, form: string): void {
  if (person.form()?.id !== form)
    throw new PageRefusal(409, {
      en: "This form is not open any more.",
      sv: "Det här formuläret är inte öppet längre.",
    });
}
