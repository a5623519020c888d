import type { Temporal } from "temporal-polyfill";

import { after } from "../../domain/case/after.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Entry, Recorded } from "../../domain/case/entry.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import type { Played } from "../playCase.ts";

/** One thing that happened: an entry with everything that followed from it at once. */
export interface Happened {
  readonly at: Temporal.Instant;
  readonly head: Recorded;
  readonly entries: readonly Recorded[];
  /** The case before it, and after all of it. */
  readonly before: Case;
  readonly current: Case;
}

/** The case file as things that happened, oldest first. */
export function happeningsOf({ file, begins }: Pick<Played, "file" | "begins">): readonly Happened[] {
  const found: Happened[] = [];
  let current = foldCase({ ...file, entries: file.entries.slice(0, 1) });
  for (const [i, recorded] of file.entries.entries()) {
    const before = current;
    if (i > 0) current = after(before, recorded);
    const last = found.at(-1);
    if (last !== undefined && belongsTo(last, recorded, begins.has(recorded.version)))
      found.splice(-1, 1, { ...last, entries: [...last.entries, recorded], current });
    else found.push({ at: recorded.at, head: recorded, entries: [recorded], before, current });
  }
  return found;
}

/** Whether an entry tells no more than what followed at once from what happened before it. */
function belongsTo({ head, at }: Happened, { at: then, entry }: Recorded, isNewAct: boolean): boolean {
  if (!at.equals(then)) return false;
  if (entry.kind === "announced" || entry.kind === "notice-delivered") return true;
  if (entry.kind === "noted") return !isNewAct;
  if (entry.kind === "cleared") return head.entry.kind === "cleared";
  return entry.kind === "notice-sent" && !isNewAct && isOneNotice(head.entry, entry);
}

/** The same reminder to several people is one thing; what follows an act is a part of it. */
function isOneNotice(head: Entry, entry: Extract<Entry, { kind: "notice-sent" }>): boolean {
  if (head.kind === "notice-sent") return JSON.stringify(head.subject) === JSON.stringify(entry.subject);
  return entry.subject.kind !== "reminder";
}
