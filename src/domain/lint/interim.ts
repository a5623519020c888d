import { isSameSelector } from "../case/briefs.ts";
import { officersOf } from "../parties/receivers.ts";
import { holdersOf } from "../roster.ts";
import type { Finding } from "./finding.ts";
import type { Seats } from "./seats.ts";

/** What nobody can impose while a case is handled: those who may do not handle it, or the body that votes on it never learns of it. */
export function lintInterim({ rulebook, roster }: Seats): readonly Finding[] {
  const officers = officersOf(rulebook, roster);
  return Object.entries(rulebook.procedures).flatMap(([id, { interim, stages }]) =>
    interim.flatMap(({ sanction, by, vote, clause }, i): readonly Finding[] => {
      const common = { level: "cannot-work", kind: "nobody-to-impose", clause } as const;
      if (vote !== undefined) {
        const isBody = Object.values(stages).some((stage) => stage.kind === "vote" && isSameSelector(stage.owner, by));
        if (isBody) return [];
        return [
          {
            ...common,
            path: ["procedures", id, "interim", i, "by"],
            message: `the body that votes on "${sanction}" decides at no stage of the procedure "${id}": nothing says who chairs its vote and what it reads`,
          },
        ];
      }
      const people = holdersOf(rulebook, roster, by);
      if (people.some((person) => officers.includes(person))) return [];
      return [
        {
          ...common,
          path: ["procedures", id, "interim", i, "by"],
          message: `nobody can impose "${sanction}": those who may receive no reports, and so handle no case`,
        },
      ];
    }),
  );
}
