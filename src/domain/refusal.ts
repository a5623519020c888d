import type { Span } from "../rulebook/schema/vocabulary.ts";
import type { CannotPut } from "./voting/motion.ts";
import type { Including, Inquorate } from "./voting/quorum.ts";

/** The place in a source document a rule comes from, such as "4.1". */
type Clause = string;

/** Something the rules do not allow: which rule, its clause, the numbers now. The texts that explain it stand in locales/. */
export type Refusal = Readonly<{ refused: string; clause?: Clause }> &
  (
    | { readonly refused: "nothing-here" }
    | { readonly refused: "not-your-task"; readonly clause: Clause }
    | { readonly refused: "already-filed"; readonly codeName: string }
    | { readonly refused: "nobody-to-receive"; readonly clause: Clause }
    | { readonly refused: "last-officer"; readonly clause: Clause }
    | { readonly refused: "already-taken"; readonly by: string }
    | { readonly refused: "already-done" }
    /** Too late: the case has been decided. */
    | { readonly refused: "already-decided"; readonly clause: Clause }
    | { readonly refused: "not-at-this-stage"; readonly stage: string; readonly clause: Clause }
    | { readonly refused: "tasks-open"; readonly tasks: readonly string[]; readonly clause: Clause }
    | { readonly refused: "no-rule-cited"; readonly clause: Clause }
    | { readonly refused: "no-reasons"; readonly clause: Clause }
    | { readonly refused: "not-summoned"; readonly clause: Clause }
    | { readonly refused: "respondent-known"; readonly clause: Clause }
    | { readonly refused: "attempts-left"; readonly made: number; readonly needed: number; readonly clause: Clause }
    | { readonly refused: "summons-pending"; readonly until: string; readonly clause: Clause }
    | { readonly refused: "summons-too-soon"; readonly earliest: string; readonly clause: Clause }
    | { readonly refused: "nobody-to-summon"; readonly clause: Clause }
    | { readonly refused: "brief-names-somebody"; readonly found: readonly string[]; readonly clause: Clause }
    | { readonly refused: "brief-missing"; readonly clause: Clause }
    | { readonly refused: "own-brief"; readonly clause: Clause }
    | { readonly refused: "vote-running"; readonly clause: Clause }
    | { readonly refused: "not-the-chair"; readonly offices: readonly string[]; readonly clause: Clause }
    | CannotPut
    /** The body can decide: so many may vote, and so many are needed. */
    | {
        readonly refused: "can-be-quorate";
        readonly mayVote: number;
        readonly needed: number;
        readonly including: readonly Including[];
        readonly clause: Clause;
      }
    | { readonly refused: "no-finding"; readonly clause: Clause }
    | { readonly refused: "no-sanction"; readonly clause: Clause }
    | { readonly refused: "sanction-without-uphold"; readonly clause: Clause }
    | { readonly refused: "sanction-not-offered"; readonly sanctions: readonly string[]; readonly clause: Clause }
    | { readonly refused: "no-length"; readonly sanction: string; readonly clause: Clause }
    | { readonly refused: "too-long"; readonly sanction: string; readonly longest: Span; readonly clause: Clause }
    | { readonly refused: "not-sanctionable"; readonly rules: readonly string[]; readonly clause: Clause }
    | { readonly refused: "not-in-electorate"; readonly body: string; readonly clause: Clause }
    | { readonly refused: "observers-do-not-vote"; readonly clause: Clause }
    | { readonly refused: "conflict-first"; readonly clause: Clause }
    | { readonly refused: "vote-closed"; readonly clause: Clause }
    | { readonly refused: "already-voted"; readonly clause: Clause }
    | { readonly refused: "no-vote-open"; readonly clause: Clause }
    | (Inquorate & {
        readonly refused: "inquorate";
        /** Of which bodies members must be among those present. */
        readonly including: readonly Including[];
        /** Of those who came, how many have stepped aside and do not count any more. */
        readonly aside: number;
        readonly clause: Clause;
      })
    | { readonly refused: "nothing-to-send"; readonly clause: Clause }
    /** The rulebook names nobody outside who can help. */
    | { readonly refused: "no-support-card"; readonly clause: Clause }
    | { readonly refused: "date-in-future"; readonly today: string; readonly clause: Clause }
    /** A notice cannot have been delivered before there was anything to tell. */
    | { readonly refused: "date-too-early"; readonly earliest: string; readonly clause: Clause }
  );

export function isRefusal(result: object): result is Refusal {
  return "refused" in result;
}
