import type { ReadLineView } from "../../application/views/readLogView.ts";
import type { Block } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";

/** One page of who read what of a case, from 1; the last for one there is not. */
export function readingsPage(
  lines: readonly ReadLineView[],
  wanted: number,
  speech: Speech,
): { readonly blocks: readonly Block[]; readonly page: number; readonly pages: number } {
  const pages = paged(lines.map((line) => readingText(line, speech)));
  const count = Math.max(1, pages.length);
  const page = Math.min(Math.max(1, wanted), count);
  return { blocks: [{ kind: "list", items: pages[page - 1] ?? [] }], page, pages: count };
}

/** "2026-03-01 10:05 Sara Lind: The report (handles the case; Assessment)". */
function readingText({ day, time, reader, what, as, stage }: ReadLineView, { say, name }: Speech): string {
  const who = reader.kind === "person" ? reader.name : name("party", reader.role);
  if (what === "refused") return say("readings.refused", { day, time, who });
  const values = { day, time, who, what: name("read", what), stage: name("stage", stage) };
  return as === undefined
    ? say("readings.line", values)
    : say("readings.line.as", { ...values, as: name("read-as", as) });
}
