import { z } from "zod";

import { explained } from "./explained.ts";
import { selector, span } from "./vocabulary.ts";

const aRung = "a rung is others, chair, or an office: or body: of yours";

/** Who is told in turn that something stays late. */
export const ladder = z
  .array(
    z.strictObject({
      after: span
        .refine(({ amount, unit }) => amount > 0 && unit !== "hours", "a rung is some days after the last day")
        .describe(
          "How long after the last day. Nobody is told sooner after the rung below than the rulebook says, even when Redress was off meanwhile.",
        ),
      to: z
        .union(
          [
            explained(z.enum(["others", "chair"]), {
              others:
                "The other officers of the case, each by name; all of them where none of them leads it or where a body owes it.",
              chair: "Whoever chairs the body that decides the case.",
            }),
            selector.refine(({ kind }) => kind === "office" || kind === "body", aRung),
          ],
          aRung,
        )
        .describe(
          "Who is told then. Never a party, nor whoever stepped aside or was passed by; where that leaves nobody the next rung takes its place.",
        ),
    }),
  )
  .min(1)
  .optional()
  .describe(
    "Who is told, rung by rung, that a task, a stage or a whole case stays late: the name of the case, since when, and whose it is. Whoever presses that they have seen it gives the others as much time as lies between two rungs. The last rung is told again so long after each other as overdue_every says, for as long as it is late. When left out, nobody but the owner is told.",
  );
