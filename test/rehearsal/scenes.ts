import { isRefusal } from "../../src/domain/refusal.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { rehearse } from "../../src/rehearsal/rehearse.ts";
import type { Rehearsal, RehearsalOptions } from "../../src/rehearsal/rehearse.ts";
import { printTelling } from "../../src/rehearsal/telling/print.ts";
import { tell } from "../../src/rehearsal/telling/tell.ts";
import { at } from "../fakes/caseFile.ts";
import { kth } from "../fakes/kth.ts";

export const english = speechOf("en");

/** A rehearsal of the chapter's rulebook from Thursday 17 December 2026, unless something else is asked for. @throws where it is refused */
export async function rehearsed(changed: Partial<RehearsalOptions> = {}): Promise<Rehearsal> {
  const rehearsal = await rehearse({
    rulebook: kth,
    roster: undefined,
    start: at("2026-12-17T10:00"),
    pace: "prompt",
    aim: { kind: "furthest" },
    sanction: undefined,
    ...changed,
  });
  if (isRefusal(rehearsal)) throw new Error(`The rehearsal was refused: ${rehearsal.refused}.`);
  return rehearsal;
}

/** What is printed of it. */
export async function printed(changed: Partial<RehearsalOptions> = {}): Promise<string> {
  return printTelling(tell(await rehearsed(changed), english), english);
}

/** The lines of one day of what was printed, without the line under its heading. */
export function dayOf(text: string, day: string): readonly string[] {
  const lines = text.split("\n");
  const start = lines.indexOf(day);
  if (start === -1) throw new Error(`Nothing happened on ${day}.`);
  return lines.slice(start + 2, lines.indexOf("", start));
}

/** Every day on which something happened. */
export const daysOf = (text: string) => [...text.matchAll(/^(\w{3} \d{1,2} \w{3,4} \d{4})\n-/gm)].map(([, day]) => day);
