import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import type { Conclusion } from "../case/conclude.ts";
import type { MotionPut } from "../case/decide.ts";
import type { FileNote, ItemKind } from "../case/evidenceEntries.ts";
import type { Chosen, Needs } from "../case/handEntries.ts";
import type { CameBy, PartyRole } from "../case/party.ts";
import type { BreachConsequence } from "../case/sanctionEntries.ts";
import type { ChallengeId, Verdict } from "../challenges/entry.ts";
import type {
  AgreementId,
  OutcomeId,
  DecisionId,
  ItemId,
  NoticeId,
  PartyId,
  PersonId,
  QuestionId,
  RuleId,
  SanctionId,
  StatementId,
  StepId,
  VoteId,
  WordsId,
} from "../identity.ts";
import type { Viewer } from "../parties/viewer.ts";
import type { PublicationForm, PublicPlace } from "../records/publication.ts";
import type { Belonging } from "../records/whoseOutside.ts";
import type { Roster } from "../roster.ts";
import type { Classes } from "../sanctions/classes.ts";
import type { CaseChoice, Voter } from "../voting/result.ts";

/** Somebody before a case as it stands: everything an act on it is decided from, but for the act. */
export interface Standing {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly current: Case;
  readonly viewer: Viewer;
  readonly caller: PersonId;
  /** The people who are parties. */
  readonly parties: readonly PersonId[];
  /** Those of them who are witnesses and nothing else. */
  readonly witnesses?: readonly PersonId[];
  /** Of which classes each respondent is, as far as the roster says it. */
  readonly classes?: Classes;
  /** To which outside each respondent belongs, as far as the roster says it. */
  readonly belonging?: Belonging;
  /** What the parties are called. */
  readonly names: readonly string[];
  /** Of these the names of people whom the rulebook protects. */
  readonly hidden?: readonly string[];
  readonly at: Temporal.Instant;
}

/** Everything somebody can do in a case. Of words that were entered an act knows the id only, but for the brief, which may name nobody. */
export type Act =
  | { readonly kind: "take" }
  | { readonly kind: "acknowledge"; readonly statement: StatementId }
  /** `statement` says what was done, and when. */
  | { readonly kind: "do-task"; readonly task: string; readonly statement: StatementId }
  | { readonly kind: "note"; readonly statement: StatementId }
  /** `on` is the day of the meeting, as 2026-03-20. */
  | { readonly kind: "summon"; readonly on: string; readonly statement: StatementId }
  | ({ readonly kind: "conclude" } & Conclusion)
  | { readonly kind: "write-brief"; readonly text: string; readonly statement: StatementId }
  | { readonly kind: "approve-brief" }
  /** `on` is the day on which it was delivered by hand, as 2026-03-20; or sent, where nobody can prove that it arrived. */
  | {
      readonly kind: "record-delivery";
      readonly notice: NoticeId;
      readonly on: string;
      readonly isOnlySent?: boolean | undefined;
    }
  /** Gives more time for what is due, by the key of its deadline, until that day, as 2026-03-20. */
  | {
      readonly kind: "extend";
      readonly deadline: string;
      readonly until: string;
      readonly reasons: StatementId | undefined;
    }
  /** Gives the more time that is offered because of a vacation. */
  | { readonly kind: "take-offer"; readonly deadline: string }
  /** Tells the parties that something takes longer; `statement` says why. */
  | { readonly kind: "tell-longer"; readonly deadline: string; readonly statement: StatementId }
  /** Somebody who handles the case does something next, by that day, as 2026-03-20; `statement` says what. */
  | { readonly kind: "plan"; readonly owner: PersonId; readonly on: string; readonly statement: StatementId }
  | { readonly kind: "finish-step"; readonly step: StepId }
  /** What was asked of whoever reported has come: noted by somebody who handles the case, or answered by the party. */
  | { readonly kind: "note-answer" | "answer"; readonly statement: StatementId }
  | { readonly kind: "recuse" }
  | { readonly kind: "clear" }
  | ({ readonly kind: "put-motion" } & MotionPut)
  /** `voters` are those who may vote, as the vote stands. */
  | {
      readonly kind: "be-present" | "cast";
      readonly vote: VoteId;
      readonly voters: readonly Voter[];
      /** What is on the ballot; undefined where it is only asked whether somebody may vote. */
      readonly choice?: CaseChoice | undefined;
    }
  /** Says that there is agreement on what was put: from then on one may object. */
  | { readonly kind: "call-consensus"; readonly voters: readonly Voter[] }
  /** The casting vote of the chair on what was tied. */
  | { readonly kind: "decide-tie"; readonly casting: "in-favour" | "against" }
  | { readonly kind: "close-vote"; readonly voters: readonly Voter[] }
  /** The deciding body cannot be quorate: the case goes where the rules then have it go. */
  | { readonly kind: "refer"; readonly voters: readonly Voter[] }
  | { readonly kind: "send-notices" }
  /** Tells whoever reported where to get help. */
  | { readonly kind: "send-support" }
  /** Writes to whoever reported without a name. */
  | { readonly kind: "ask-author"; readonly statement: StatementId }
  /** An officer is the one to whom the complainant can turn. */
  | { readonly kind: "support" }
  /** The party who may chooses another officer for that. */
  | { readonly kind: "choose-support"; readonly officer: PersonId }
  /** The party who may ends the case. */
  | { readonly kind: "end" }
  /** A party challenges how something ended: by a rule of the rulebook, writing to those of the number `to`. */
  | {
      readonly kind: "lodge";
      readonly rule: string;
      readonly to: number;
      readonly ground: string | undefined;
      readonly words: StatementId;
      readonly evidence: StatementId | undefined;
    }
  /** Whoever is asked says what they think of whether a challenge is to be heard. */
  | { readonly kind: "consult"; readonly challenge: ChallengeId; readonly words: StatementId }
  /** Whether a challenge is heard. */
  | {
      readonly kind: "judge-challenge";
      readonly challenge: ChallengeId;
      readonly isHeard: boolean;
      readonly reasons: StatementId;
    }
  /** Tells those who are told before an answer is given. */
  | { readonly kind: "tell-first"; readonly challenge: ChallengeId; readonly words: StatementId }
  | {
      readonly kind: "decide-challenge";
      readonly challenge: ChallengeId;
      readonly how: Verdict;
      readonly sanction?: SanctionId | undefined;
      readonly lasts?: Span | undefined;
      /** The text of the letter, where that sanction is one. */
      readonly letter?: StatementId | undefined;
      readonly findings?: readonly RuleId[] | undefined;
      /** Which seats of those who hear it took part. */
      readonly members: readonly string[];
      readonly reasons: StatementId;
    }
  /** Those who read a challenge without names ask for the real ones; somebody else lets them, or does not. */
  | { readonly kind: "ask-names"; readonly challenge: ChallengeId; readonly reasons: StatementId }
  | {
      readonly kind: "judge-names";
      readonly challenge: ChallengeId;
      readonly isAllowed: boolean;
      readonly reasons: StatementId;
    }
  /** Imposes a sanction on a respondent while the case is handled; `ground` is one of the rulebook's, `reasons` say more. */
  | {
      readonly kind: "impose-interim";
      readonly party: PartyId;
      readonly sanction: SanctionId;
      readonly ground: string;
      readonly reasons: StatementId;
    }
  /** Asks a body to impose it; `text` is what the body reads, and may name nobody whom a brief may not name. */
  | {
      readonly kind: "ask-interim";
      readonly party: PartyId;
      readonly sanction: SanctionId;
      readonly ground: string;
      readonly text: string;
      readonly statement: StatementId;
    }
  /** Puts to the vote what the body was asked. */
  | { readonly kind: "put-interim"; readonly vote: VoteId }
  /** A sanction was not kept; `statement` says how that is known, `consequence` what follows of what the rulebook names. */
  | {
      readonly kind: "record-breach";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly consequence: BreachConsequence | undefined;
      readonly statement: StatementId;
    }
  /** Makes a sanction that was not kept so much longer. */
  | {
      readonly kind: "prolong";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly by: Span;
      readonly reasons: StatementId;
    }
  /** What had to be done by a sanction was done; `statement` says what, and when. */
  | {
      readonly kind: "confirm-task";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly statement: StatementId;
    }
  /** A condition of a sanction was met, or was not; `statement` says how that is known. */
  | {
      readonly kind: "note-condition";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly condition: string;
      readonly isMet: boolean;
      readonly statement: StatementId;
    }
  /** A sanction without a last day was looked at again, and goes on; `reasons` say why. */
  | { readonly kind: "review"; readonly decision: DecisionId; readonly party: PartyId; readonly reasons: StatementId }
  /** Whoever else has to agree to a sanction said yes or no elsewhere; `statement` says where and when. */
  | {
      readonly kind: "confirm";
      readonly decision: DecisionId;
      readonly isConfirmed: boolean;
      readonly statement: StatementId;
    }
  /** Has the body vote that has to confirm a sanction, until that day, as 2026-03-20; `text` is what its members read. */
  | {
      readonly kind: "put-confirmation";
      readonly decision: DecisionId;
      readonly motion: string;
      readonly lastDay: string;
      readonly text: string;
      readonly statement: StatementId;
    }
  /** Asks that somebody learns of a sanction whom the rules do not have told; `reasons` say why. */
  | {
      readonly kind: "ask-disclosure";
      readonly disclosure: string;
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly to: PersonId;
      readonly reasons: StatementId;
    }
  /** A respondent is a group of so many, of whom so many were involved. */
  | { readonly kind: "name-group"; readonly party: PartyId; readonly size: number; readonly involved: number }
  /** Which situation applies that the procedure is for; undefined where none does. `statement` says why. */
  | {
      readonly kind: "judge-scope";
      readonly situation: string | undefined;
      readonly statement: StatementId | undefined;
    }
  /** Of which class of people a respondent is. */
  | { readonly kind: "name-class"; readonly party: PartyId; readonly class: string }
  /**
   * Asks somebody as a witness; `person` is undefined for one without an account, whom at least a name has to say. `question` is what they
   * are asked.
   */
  | {
      readonly kind: "ask-witness";
      readonly party: PartyId;
      readonly person: PersonId | undefined;
      readonly isNamed: boolean;
      readonly question: StatementId;
    }
  /** Somebody who was named as reporting it together told an officer that they do, or do not. */
  | { readonly kind: "record-joining"; readonly party: PartyId; readonly isJoining: boolean }
  /** A witness promises confidentiality and will answer, or would rather not. */
  | { readonly kind: "promise" | "decline" }
  /** Nothing more is waited for from a witness. */
  | { readonly kind: "release-witness"; readonly party: PartyId }
  /** A party or a witness hands something in; `unmet` is what of the rulebook's criteria for witnesses is not so. */
  | {
      readonly kind: "hand-in";
      readonly item: ItemId;
      readonly of: ItemKind;
      readonly text: StatementId;
      readonly relevance: StatementId | undefined;
      readonly unmet: readonly string[];
      readonly corrects: ItemId | undefined;
      readonly files?: readonly FileNote[] | undefined;
      /** Whether it stands in the place of the report, which went back to whoever hands it in. */
      readonly isForReport?: boolean | undefined;
      /** Whether somebody from outside wrote it. */
      readonly isFromOutside?: boolean | undefined;
    }
  /** Something that somebody from outside wrote for a party goes back to them; undefined `item` for the report, `reasons` say how one can tell. */
  | { readonly kind: "return-submission"; readonly item: ItemId | undefined; readonly reasons: StatementId }
  /** A party says who goes with them; nobody where no `person` is named. `companion` says who it is. */
  | { readonly kind: "name-companion"; readonly person: PersonId | undefined; readonly companion: StatementId }
  /** Somebody who handles the case enters what came otherwise, on that day, as 2026-03-20; of nobody where they found it themselves. */
  | {
      readonly kind: "enter-item";
      readonly item: ItemId;
      readonly of: ItemKind;
      readonly party: PartyId | undefined;
      readonly text: StatementId;
      readonly relevance: StatementId | undefined;
      readonly unmet: readonly string[];
      readonly came: CameBy;
      readonly on: string;
      readonly closedTo: readonly PartyRole[];
      readonly files?: readonly FileNote[] | undefined;
    }
  /** Somebody who may allow it enters something whose source the others do not learn; `how` says how they checked who that is. */
  | {
      readonly kind: "admit-anonymous";
      readonly item: ItemId;
      readonly of: ItemKind;
      readonly text: StatementId;
      readonly relevance: StatementId | undefined;
      readonly source: StatementId;
      readonly how: StatementId | undefined;
    }
  /** A member of the deciding body asks the parties; those who handle the case put it to one of them, and hand back the answer. */
  | { readonly kind: "ask-parties"; readonly question: QuestionId; readonly statement: StatementId }
  | { readonly kind: "put-question"; readonly party: PartyId; readonly statement: StatementId }
  | { readonly kind: "answer-question"; readonly statement: StatementId }
  /** Both sides are asked to agree to a text; a party answers; a party ends the way that rests on it. */
  | { readonly kind: "ask-agreement"; readonly agreement: AgreementId; readonly statement: StatementId }
  | { readonly kind: "answer-agreement"; readonly agreement: AgreementId; readonly isAgreed: boolean }
  | { readonly kind: "leave-agreement" }
  /** Both sides are kept apart, and no longer; `reasons` say why. */
  | { readonly kind: "keep-apart" | "end-apart"; readonly reasons: StatementId }
  /** A party wrote to the other side all the same; `statement` says how that is known. */
  | { readonly kind: "note-contact"; readonly party: PartyId; readonly statement: StatementId }
  /** A party asks the other side; answers what they were asked, or would rather not; says whether it can be put in other words. */
  | { readonly kind: "ask-across"; readonly words: WordsId; readonly statement: StatementId }
  | {
      readonly kind: "answer-across";
      readonly words: WordsId;
      /** The last one when not given. */
      readonly question?: WordsId | undefined;
      readonly statement: StatementId | undefined;
    }
  | { readonly kind: "agree-wording"; readonly wording?: StatementId | undefined; readonly isAgreed: boolean }
  /** The same of somebody without an account, entered by those who handle the case. */
  | {
      readonly kind: "enter-words";
      readonly party: PartyId;
      readonly as: "question" | "answer" | "declined" | "agreed" | "not-agreed";
      readonly words: WordsId;
      readonly statement: StatementId;
    }
  /**
   * The other side gets it, all of it or one; `text` is what they would read, which may not say what whoever said it is called, by `author`;
   * `changed` is its id where it is not what was said: then it waits for them to agree.
   */
  | {
      readonly kind: "pass-on";
      readonly words: WordsId;
      readonly to: PartyId | undefined;
      readonly text: string;
      readonly author: string | undefined;
      readonly changed: StatementId | undefined;
    }
  | { readonly kind: "hold-back"; readonly words: WordsId; readonly reasons: StatementId }
  | { readonly kind: "close-question"; readonly words: WordsId }
  /** A respondent chooses how it goes on. */
  | { readonly kind: "choose-outcome"; readonly outcome: OutcomeId }
  /** The body goes on without an answer. */
  | { readonly kind: "go-on" }
  | { readonly kind: "return-answer"; readonly text: string; readonly statement: StatementId }
  /** It is found which rules were broken, before those who decide learn of anything earlier. */
  | { readonly kind: "find"; readonly rules: readonly RuleId[]; readonly reasons: StatementId }
  /** The hearing of the stage is on that day, as 2026-03-20, at that time, as 14:00; `shorter` says why so soon, where it is. */
  | {
      readonly kind: "call-hearing";
      readonly on: string;
      readonly time: string;
      readonly statement: StatementId;
      readonly shorter: StatementId | undefined;
    }
  /** It was held, and was over on that day. */
  | { readonly kind: "hold-hearing"; readonly on: string }
  /** What was written down of it. */
  | {
      readonly kind: "record-hearing";
      readonly statement: StatementId;
      readonly files?: readonly FileNote[] | undefined;
    }
  /** A party asks for that. */
  | { readonly kind: "ask-record" }
  /** Something that was handed in does not count; `reasons` say why. */
  | { readonly kind: "set-aside"; readonly item: ItemId; readonly reasons: StatementId }
  /** A party reads these from then on. */
  | { readonly kind: "open-items"; readonly party: PartyId; readonly items: readonly ItemId[] }
  /** The records of the case are not made unreadable for the time being, and are again; `statement` says why not. */
  | { readonly kind: "hold-records"; readonly statement: StatementId }
  | { readonly kind: "release-records" }
  /** Writes what later decisions can look back to, without names; somebody else reads it and approves. */
  | {
      readonly kind: "write-precedent";
      readonly precedent: string;
      readonly text: string;
      readonly statement: StatementId;
    }
  | { readonly kind: "approve-precedent"; readonly precedent: string }
  /** Writes how what a panel decided is published; `text` is what is published, and `where` says where. */
  | {
      readonly kind: "write-publication";
      readonly publication: string;
      readonly form: PublicationForm;
      readonly text: string;
      readonly statement: StatementId;
      readonly where: StatementId;
      readonly place: PublicPlace | undefined;
    }
  | { readonly kind: "approve-publication"; readonly publication: string }
  /** Enters how the panel decided on it: who was there, and how many without an account, whose names are `others`. */
  | {
      readonly kind: "decide-publication";
      readonly publication: string;
      readonly on: string;
      readonly present: readonly PersonId[];
      readonly otherNames: number;
      readonly others: StatementId | undefined;
      readonly inFavour: number;
      readonly against: number;
    }
  /** Publishes it. */
  | { readonly kind: "publish"; readonly publication: string }
  /** Hands the case to somebody outside; `person` is whom Redress asks, and nobody where an officer tells them. */
  | {
      readonly kind: "escalate";
      readonly escalation: string;
      readonly person: PersonId | undefined;
      readonly statement: StatementId;
    }
  /** Writes what somebody outside is given; somebody else reads it and approves. */
  | { readonly kind: "write-bundle"; readonly bundle: string; readonly statement: StatementId }
  | { readonly kind: "approve-bundle"; readonly bundle: string }
  /** Records that something was handed to somebody outside on a day, as 2026-03-20. */
  | {
      readonly kind: "hand-outside";
      readonly referral: string;
      readonly to: string;
      readonly ground: string | undefined;
      readonly on: string;
      readonly waitsUntil: string | undefined;
      readonly statement: StatementId;
    }
  /** Records what came of it. */
  | {
      readonly kind: "enter-outside";
      readonly referral: string;
      readonly on: string;
      readonly statement: StatementId;
      /** What somebody outside recommends is done by whom, and by that day, as 2026-03-20. */
      readonly task?: { readonly owner: PersonId; readonly by: string } | undefined;
    }
  /** Chooses who decides the present stage; `mitigation` says what is done about a conflict, where there is one. */
  | { readonly kind: "choose-decider"; readonly to: Chosen; readonly mitigation?: StatementId | undefined }
  /** Has somebody act in this case in the place of whoever says so: to the end of that day, as 2026-03-20; `statement` says why. */
  | {
      readonly kind: "delegate";
      readonly to: PersonId;
      readonly until: string | undefined;
      readonly statement: StatementId;
    }
  | { readonly kind: "end-delegation"; readonly to: PersonId }
  /** Opens a case about whoever reported, who knew that it was false; `statement` says how that is known. */
  | { readonly kind: "ask-counter"; readonly statement: StatementId }
  /** Says who of the body that is to decide has a conflict of interest; nobody, where nobody is named. */
  | { readonly kind: "check-conflicts"; readonly out: readonly PersonId[] }
  /** What support parties need was looked at, at this stage; `statement` says what was found. */
  | {
      readonly kind: "consider-needs";
      readonly found: readonly { readonly party: PartyId; readonly how: Needs }[];
      readonly statement: StatementId;
    }
  /** Ends the sanction that a decision imposed on one person early; `reasons` say why. */
  | {
      readonly kind: "lift";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly reasons: StatementId;
    };

export type ActKind = Act["kind"];
