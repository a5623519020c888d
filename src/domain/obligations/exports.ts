import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Obligation } from "./period.ts";

const EXPORT = "export:";

/** What the rulebook has handed out regularly, as something that those owe who look at it first; no name of the rulebook is one of these. */
export function exportObligations({ records }: Rulebook): Readonly<Record<string, Obligation>> {
  return Object.fromEntries(
    records.exports.map(({ confirm, every }, i) => [
      `${EXPORT}${i}`,
      { clause: records.clause, what: "", owner: confirm, every },
    ]),
  );
}

/** To whom something is handed out that is owed under this id; undefined for any other obligation. */
export function exportOf({ records }: Rulebook, id: string): Rulebook["records"]["exports"][number] | undefined {
  return id.startsWith(EXPORT) ? records.exports[Number.parseInt(id.slice(EXPORT.length), 10)] : undefined;
}
