import type { Selector, Span } from "../rulebook/schema/vocabulary.ts";
import type { BreachConsequence } from "./case/sanctionEntries.ts";
import type { CountedWindow } from "./deadlines/window.ts";
import type { CannotPut } from "./voting/motion.ts";
import type { Including, Inquorate } from "./voting/quorum.ts";
import type { CaseChoice } from "./voting/result.ts";

/** The place in a source document a rule comes from, such as "4.1". */
type Clause = string;

/** Something the rules do not allow: which rule, its clause, the numbers now. The texts that explain it stand in locales/. */
export type Refusal = Readonly<{ refused: string; clause?: Clause }> &
  (
    | { readonly refused: "nothing-here" }
    /** The rules do not have it, or not for whoever asks: which of the two is not told. */
    | { readonly refused: "not-for-you" }
    | { readonly refused: "not-your-task"; readonly clause: Clause }
    | { readonly refused: "already-filed"; readonly codeName: string }
    | { readonly refused: "nobody-to-receive"; readonly clause: Clause }
    /** Reports are not taken in this way. */
    | { readonly refused: "not-this-way"; readonly clause: Clause }
    /** Reports are filed by others than whoever asks. */
    | { readonly refused: "not-open"; readonly to: readonly Selector[]; readonly clause: Clause }
    /** Nobody reports without their name here. */
    | { readonly refused: "not-anonymous"; readonly clause: Clause }
    /** Whoever receives reports cannot report without their name. */
    | { readonly refused: "own-hands"; readonly clause: Clause }
    /** What others may read names somebody. */
    | { readonly refused: "names-somebody"; readonly found: readonly string[]; readonly clause: Clause }
    /** No channel is opened with this code. */
    | { readonly refused: "no-such-code" }
    /** Whoever reported did so with their name. */
    | { readonly refused: "author-known"; readonly clause: Clause }
    /** Only officers enter what came otherwise. */
    | { readonly refused: "officers-only"; readonly clause: Clause }
    /** Whoever enters what came from somebody else cannot enter their own. */
    | { readonly refused: "own-report"; readonly clause: Clause }
    | { readonly refused: "last-officer"; readonly clause: Clause }
    | { readonly refused: "already-taken"; readonly by: string }
    | { readonly refused: "already-done" }
    /** A party with an account says for themselves whether they agree. */
    | { readonly refused: "answers-alone"; readonly clause: string }
    /** Whom a case is about chooses how it goes on, and nobody for them. */
    | { readonly refused: "chooses-alone"; readonly clause: string }
    /** Nobody is kept apart in this procedure. */
    | { readonly refused: "no-keeping-apart"; readonly clause: Clause }
    /** One side does not put questions to the other now. */
    | { readonly refused: "no-questions-across"; readonly clause: Clause }
    /** Nobody is known on the other side. */
    | { readonly refused: "nobody-across"; readonly clause: Clause }
    /** What the other side would read says who it is from. */
    | { readonly refused: "words-name-somebody"; readonly found: readonly string[]; readonly clause: Clause }
    /** The parties have been asked about another text since. */
    | { readonly refused: "newer-text"; readonly clause: string }
    /** Too late: the case has been decided. */
    | { readonly refused: "already-decided"; readonly clause: Clause }
    | { readonly refused: "not-at-this-stage"; readonly stage: string; readonly clause: Clause }
    /** The hearing would be sooner than the parties have to be told of it. */
    | { readonly refused: "hearing-too-soon"; readonly earliest: string; readonly clause: Clause }
    /** Nothing can be written down of a hearing that was not held. */
    | { readonly refused: "hearing-not-held"; readonly clause: Clause }
    /** No hearing was held of which there could be a record. */
    | { readonly refused: "no-hearing"; readonly clause: Clause }
    /** The stage ends only once its hearing was held, and what happened there is written down. */
    | { readonly refused: "no-hearing-record"; readonly isHeld: boolean; readonly clause: Clause }
    | { readonly refused: "tasks-open"; readonly tasks: readonly string[]; readonly clause: Clause }
    | { readonly refused: "no-rule-cited"; readonly clause: Clause }
    | { readonly refused: "no-reasons"; readonly clause: Clause }
    /** One or more of these reasons have to be chosen, and no other. */
    | { readonly refused: "reason-not-listed"; readonly reasons: readonly string[]; readonly clause: Clause }
    /** First it is chosen who decides. */
    | { readonly refused: "choose-first"; readonly clause: Clause }
    /** Somebody was chosen to decide it; nobody else does. */
    | { readonly refused: "chosen-decides"; readonly by: string; readonly clause: Clause }
    /** Nobody among whom it is chosen. */
    | { readonly refused: "not-offered"; readonly clause: Clause }
    /** Who was to take part has a conflict; with two of them it can be done something about it, by those who may let them. */
    | {
        readonly refused: "has-conflict";
        readonly conflict: "party" | "witness" | "earlier-decider";
        readonly mitigation: "possible" | "by-others" | "never";
        readonly clause: Clause;
      }
    /** Nobody opens a case that is about themselves. */
    | { readonly refused: "about-oneself"; readonly clause: Clause }
    /** It was not dismissed for the reason that this needs. */
    | { readonly refused: "no-false-report"; readonly reason: string; readonly clause: Clause }
    /** Whoever holds that office acts in person. */
    | { readonly refused: "in-person"; readonly clause: Clause }
    /** Of these parties it has not been looked at what support they need. */
    | { readonly refused: "needs-open"; readonly roles: readonly string[]; readonly clause: Clause }
    | { readonly refused: "not-summoned"; readonly clause: Clause }
    | { readonly refused: "respondent-known"; readonly clause: Clause }
    /** What was reported is not settled informally. */
    | { readonly refused: "no-informal-way"; readonly clause: Clause }
    | { readonly refused: "attempts-left"; readonly made: number; readonly needed: number; readonly clause: Clause }
    | { readonly refused: "summons-pending"; readonly until: string; readonly clause: Clause }
    | { readonly refused: "summons-too-soon"; readonly earliest: string; readonly clause: Clause }
    | { readonly refused: "nobody-to-summon"; readonly clause: Clause }
    | { readonly refused: "brief-names-somebody"; readonly found: readonly string[]; readonly clause: Clause }
    | { readonly refused: "brief-missing"; readonly clause: Clause }
    | { readonly refused: "own-brief"; readonly clause: Clause }
    /** Nobody has looked yet who of the body has a conflict of interest. */
    | { readonly refused: "precheck-first"; readonly body: string; readonly clause: Clause }
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
    | { readonly refused: "no-letter"; readonly sanction: string; readonly clause: Clause }
    | { readonly refused: "too-long"; readonly sanction: string; readonly longest: Span; readonly clause: Clause }
    | { readonly refused: "not-sanctionable"; readonly rules: readonly string[]; readonly clause: Clause }
    | { readonly refused: "not-in-electorate"; readonly body: string; readonly clause: Clause }
    | { readonly refused: "observers-do-not-vote"; readonly clause: Clause }
    | { readonly refused: "conflict-first"; readonly clause: Clause }
    | { readonly refused: "vote-closed"; readonly clause: Clause }
    | { readonly refused: "already-voted"; readonly clause: Clause }
    /** No tie waits for the casting vote of the chair. */
    | { readonly refused: "no-tie"; readonly clause: Clause }
    /** A tie waits for it: first that is decided. */
    | { readonly refused: "tie-open"; readonly offices: readonly string[]; readonly clause: Clause }
    /** What is before the body is not decided by a consensus that somebody calls. */
    | { readonly refused: "not-a-consensus"; readonly clause: Clause }
    /** Nobody has said yet that there is agreement. */
    | { readonly refused: "not-called"; readonly clause: Clause }
    /** Somebody may still object, until that moment, as 2026-03-15T11:00, where the organisation is. */
    | { readonly refused: "objections-open"; readonly until: string; readonly clause: Clause }
    /** This can be chosen, and what was chosen is not among it. */
    | { readonly refused: "choice-not-offered"; readonly choices: readonly CaseChoice[]; readonly clause: Clause }
    | { readonly refused: "no-vote-open"; readonly clause: Clause }
    | (Inquorate & {
        readonly refused: "inquorate";
        /** Of which bodies members must be among those present. */
        readonly including: readonly Including[];
        /** Of those who came, how many have stepped aside and do not count any more. */
        readonly aside: number;
        readonly clause: Clause;
      })
    | { readonly refused: "not-seconded"; readonly clause: Clause }
    /** Whoever moved a motion cannot be the one who seconds it. */
    | { readonly refused: "own-motion"; readonly clause: Clause }
    /** Of so few everybody could tell who voted how. */
    | {
        readonly refused: "too-few-for-secrecy";
        readonly mayVote: number;
        readonly needed: number;
        readonly clause: Clause;
      }
    /** Of the body, but not when the vote was opened. */
    | { readonly refused: "came-later"; readonly clause: Clause }
    /** A session in camera keeps to what was on its agenda when it was opened. */
    | { readonly refused: "agenda-fixed"; readonly clause: Clause }
    | { readonly refused: "session-not-open"; readonly clause: Clause }
    | { readonly refused: "session-over"; readonly clause: Clause }
    | { readonly refused: "day-is-over"; readonly day: string; readonly clause: Clause }
    /** Something does not stand in a notice that has to. */
    | { readonly refused: "notice-incomplete"; readonly missing: readonly string[]; readonly clause: Clause }
    | { readonly refused: "nothing-to-send"; readonly clause: Clause }
    | { readonly refused: "nothing-to-challenge"; readonly clause: Clause }
    /** The time in which it could be challenged is over. Days are written as 2026-03-15. */
    | {
        readonly refused: "challenge-over";
        readonly notified: string;
        readonly lastDay: string;
        readonly count: CountedWindow["count"];
        readonly clause: Clause;
      }
    /** It has been decided for good. */
    | { readonly refused: "final"; readonly clause: Clause }
    | { readonly refused: "nobody-addressed"; readonly clause: Clause }
    | { readonly refused: "no-ground"; readonly clause: Clause }
    | { readonly refused: "no-evidence"; readonly clause: Clause }
    /** Nothing is waited for any more in a challenge, or something else is. */
    | { readonly refused: "challenge-closed"; readonly clause: Clause }
    | { readonly refused: "consult-first"; readonly clause: Clause }
    /** Others are told before an answer is given. */
    | { readonly refused: "tell-first"; readonly sides: readonly string[]; readonly clause: Clause }
    | {
        readonly refused: "panel-too-small";
        readonly present: number;
        readonly needed: number;
        readonly clause: Clause;
      }
    /** The procedure knows of no sanction before the decision, or of none that somebody alone imposes. */
    | { readonly refused: "no-interim"; readonly clause: Clause }
    | { readonly refused: "nobody-to-impose-on"; readonly clause: Clause }
    | { readonly refused: "not-this-ground"; readonly grounds: readonly string[]; readonly clause: Clause }
    /** It has not begun, or has not reached the person. */
    | { readonly refused: "not-begun"; readonly sanction: string; readonly clause: Clause }
    | {
        readonly refused: "not-this-consequence";
        readonly consequences: readonly BreachConsequence[];
        readonly clause: Clause;
      }
    /** No breach is recorded because of which it could hold longer, or it holds no more. */
    | { readonly refused: "no-breach"; readonly sanction: string; readonly clause: Clause }
    /** It is none of the conditions that can be attached to the sanction. */
    | { readonly refused: "condition-not-offered"; readonly conditions: readonly string[]; readonly clause: Clause }
    /** It is not said by when a condition is to be met. */
    | { readonly refused: "no-day"; readonly clause: Clause }
    /** There is time for a condition until that day, as 2026-03-15; undefined: it is kept as long as the sanction holds. */
    | {
        readonly refused: "condition-open";
        readonly condition: string;
        readonly by: string | undefined;
        readonly clause: Clause;
      }
    /** Nothing says that it is looked at again. */
    | { readonly refused: "not-reviewed"; readonly sanction: string; readonly clause: Clause }
    /** Nobody is known who may vote on it. */
    | { readonly refused: "nobody-to-vote"; readonly clause: Clause }
    /** Nobody is left who may approve that somebody else learns of a sanction. */
    | { readonly refused: "nobody-to-approve"; readonly clause: Clause }
    /** A panel has not decided to publish it; or what would be published has not been read by a second person. */
    | { readonly refused: "panel-undecided"; readonly lacks: "panel" | "reader"; readonly clause: Clause }
    /** Of so many members so many were involved, and so many are needed for the group to be answerable as one. */
    | {
        readonly refused: "group-too-few";
        readonly size: number;
        readonly involved: number;
        readonly needed: number;
        readonly clause: Clause;
      }
    /** The rulebook names nobody outside who can help. */
    | { readonly refused: "no-support-card"; readonly clause: Clause }
    /** It is not known that it arrived, and the rules do not say when it counts as received. */
    | { readonly refused: "not-proven"; readonly clause: Clause }
    /** It happened too long ago to be reported; that was the last day. */
    | { readonly refused: "too-late"; readonly lastDay: string; readonly clause: Clause }
    /** It had to be reported before that moment, as 2026-03-15T12:00, where the organisation is. */
    | { readonly refused: "event-over"; readonly closed: string; readonly clause: Clause }
    /** The report came too late: first it is decided whether it is taken. */
    | { readonly refused: "late-first"; readonly clause: Clause }
    /** The rules know of no more time in this procedure. */
    | { readonly refused: "not-extendable"; readonly clause: Clause }
    /** Nothing of that kind is due, or waited for. */
    | { readonly refused: "nothing-due"; readonly clause: Clause }
    /** That day is not later than what holds now, or it is past. */
    | { readonly refused: "not-later"; readonly earliest: string; readonly clause: Clause }
    /** Somebody has been asked already, and is waited for. */
    | { readonly refused: "answer-awaited"; readonly until: string; readonly clause: Clause }
    /** Whoever is a party already cannot be asked as a witness. */
    | { readonly refused: "is-a-party"; readonly clause: Clause }
    | { readonly refused: "nobody-named"; readonly clause: Clause }
    /** Nor can whoever handles the case. */
    | { readonly refused: "handles-it"; readonly clause: Clause }
    /** Somebody named is none of those among whom a companion is. */
    | { readonly refused: "no-companion"; readonly from: Selector; readonly clause: Clause }
    /** Somebody from outside would speak for a party. */
    | { readonly refused: "from-outside"; readonly clause: Clause }
    /** The rules say nothing of who may speak for a party. */
    | { readonly refused: "anybody-may-speak"; readonly clause: Clause }
    /** Confidentiality comes first. */
    | { readonly refused: "not-promised"; readonly clause: Clause }
    /** What evidence has to do with the matter has to be said. */
    | { readonly refused: "no-relevance"; readonly clause: Clause }
    /** The procedure knows of no evidence whose source the others do not learn. */
    | { readonly refused: "no-anonymous-evidence"; readonly clause: Clause }
    /** A file is larger than so many megabytes, of a kind that is not taken, or could not be copied. */
    | { readonly refused: "file-too-large"; readonly megabytes: number; readonly clause: Clause }
    | { readonly refused: "file-kind"; readonly clause: Clause }
    | { readonly refused: "file-gone"; readonly clause: Clause }
    /** It was not checked who it comes from. */
    | { readonly refused: "not-verified"; readonly clause: Clause }
    /** Nobody is named who leads it, or nobody of them is left: so whoever moved or convened it does. */
    | { readonly refused: "mover-leads"; readonly clause: Clause }
    /** Hands and ballots together are more than may vote. */
    | { readonly refused: "counted-twice"; readonly counted: number; readonly mayVote: number; readonly clause: Clause }
    /** Somebody has asked whoever moved it something, and nothing is voted on until it is answered. */
    | { readonly refused: "mover-asked"; readonly clause: Clause }
    /** The body waits for an answer already. */
    | { readonly refused: "question-open"; readonly clause: Clause }
    /** First it is found which rules were broken; or that has been found, and it ends otherwise. */
    | { readonly refused: "finding-first"; readonly clause: Clause }
    | { readonly refused: "finding-made"; readonly clause: Clause }
    /** Something is closed to the side to which it was to be opened. */
    | { readonly refused: "closed-to-them"; readonly clause: Clause }
    /** The party does not know of the case yet. */
    | { readonly refused: "not-told-yet"; readonly clause: Clause }
    | { readonly refused: "date-in-future"; readonly today: string; readonly clause: Clause }
    /** A notice cannot have been delivered before there was anything to tell. */
    | { readonly refused: "date-too-early"; readonly earliest: string; readonly clause: Clause }
  );

export function isRefusal(result: object): result is Refusal {
  return "refused" in result;
}
