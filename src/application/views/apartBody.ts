import { apartClause, askedAcross, mayAskAcross, wordingBefore } from "../../domain/case/apart.ts";
import type { ApartSubject, RelayNews } from "../../domain/case/apartEntries.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Addressee } from "../../domain/case/noticeSubject.ts";
import type { StatementId, WordsId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** What somebody is told of being kept apart, and of what the other side says: never from whom it is. */
export type ApartBody =
  | { readonly kind: "kept-apart"; readonly canAsk: boolean; readonly clause: string }
  | { readonly kind: "apart-ended"; readonly isOver: boolean; readonly clause: string }
  | {
      readonly kind: "relay-passed";
      readonly words: WordsId;
      readonly text: string;
      readonly isAnswer: boolean;
      /** Whether they can still answer it. */
      readonly isOpen: boolean;
      readonly clause: string;
    }
  | {
      readonly kind: "relay-wording";
      readonly wording: StatementId;
      readonly text: string;
      readonly isOpen: boolean;
      readonly clause: string;
    }
  | { readonly kind: "relay-held"; readonly text: string; readonly isAnswer: boolean; readonly clause: string }
  | { readonly kind: "relay-unanswered"; readonly isDeclined: boolean; readonly clause: string }
  | { readonly kind: "relay-waits"; readonly what: RelayNews; readonly clause: string };

/** @param to whom it is told: what they are asked last is open, what they were asked before is not */
export async function apartBody(
  rulebook: Rulebook,
  current: Case,
  to: Addressee,
  subject: ApartSubject,
  read: (statement: StatementId) => Promise<string>,
): Promise<ApartBody> {
  const clause = apartClause(rulebook, current);
  const party = to.kind === "party" ? to.party : "";
  switch (subject.kind) {
    case "kept-apart":
      return { kind: "kept-apart", canAsk: mayAskAcross(rulebook, current), clause };
    case "apart-ended":
      return { ...subject, clause };
    case "relay-passed": {
      const { isAnswer, words } = subject;
      const isOpen = !isAnswer && askedAcross(current, party, words) !== undefined;
      return { kind: "relay-passed", words, text: await read(subject.statement), isAnswer, isOpen, clause };
    }
    case "relay-wording": {
      const { statement } = subject;
      const isOpen = wordingBefore(current, party, statement) !== undefined;
      return { kind: "relay-wording", wording: statement, text: await read(statement), isOpen, clause };
    }
    case "relay-held":
      return { kind: "relay-held", text: await read(subject.reasons), isAnswer: subject.isAnswer, clause };
    case "relay-unanswered":
    case "relay-waits":
      return { ...subject, clause };
  }
}
