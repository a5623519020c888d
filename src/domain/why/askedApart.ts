import type { Act, Standing } from "../acts/act.ts";
import type { ApartAct } from "../acts/apartAct.ts";
import type { RelayAct } from "../acts/relayAct.ts";
import {
  apartRule,
  apartSince,
  askedAcross,
  sidesOf,
  unansweredBy,
  waitsForOfficers,
  wordingBefore,
} from "../case/apart.ts";

type Kind = (ApartAct | RelayAct)["kind"];

/** Nothing that is entered has an id yet. */
const UNWRITTEN = "";

/** What can be done about both sides that are kept apart, and what they say to each other, with all that is entered taken as entered well. */
export function askedApart({ current }: Standing, kind: Kind): readonly Act[] {
  const waiting = current.apart.words.filter(waitsForOfficers).map(({ words }) => words);
  switch (kind) {
    case "keep-apart":
    case "end-apart":
      return [{ kind, reasons: UNWRITTEN }];
    case "note-contact":
      return [{ kind, party: sidesOf(current)[0]?.party ?? UNWRITTEN, statement: UNWRITTEN }];
    case "ask-across":
      return [{ kind, words: UNWRITTEN, statement: UNWRITTEN }];
    case "answer-across":
      return [{ kind, words: UNWRITTEN, statement: undefined }];
    case "agree-wording":
      return [{ kind, isAgreed: true }];
    case "enter-words": {
      const party = sidesOf(current).find(({ hasAccount }) => !hasAccount)?.party ?? UNWRITTEN;
      return [{ kind, party, as: "question", words: UNWRITTEN, statement: UNWRITTEN }];
    }
    case "pass-on":
      return orNone(waiting).map((words) => ({
        kind,
        words,
        to: undefined,
        text: "",
        author: undefined,
        changed: undefined,
      }));
    case "hold-back":
      return orNone(waiting).map((words) => ({ kind, words, reasons: UNWRITTEN }));
    case "close-question":
      return orNone(openQuestions(current)).map((words) => ({ kind, words }));
  }
}

const orNone = (words: readonly string[]) => (words.length === 0 ? [UNWRITTEN] : words);

const openQuestions = (current: Standing["current"]) =>
  current.apart.words.filter((asked) => unansweredBy(current, asked).length > 0).map(({ words }) => words);

/** Whether there is a place for it in the case: where its rules keep nobody apart, nothing is said of it. */
export function hasApartPlace(
  { rulebook, current, viewer }: Pick<Standing, "rulebook" | "current" | "viewer">,
  kind: Kind,
): boolean {
  const own = viewer.kind === "party" ? viewer.party.party : UNWRITTEN;
  switch (kind) {
    case "keep-apart":
    case "ask-across":
      return apartRule(rulebook, current) !== undefined;
    case "end-apart":
    case "note-contact":
      return apartSince(current) !== undefined;
    case "answer-across":
      return askedAcross(current, own) !== undefined;
    case "agree-wording":
      return wordingBefore(current, own) !== undefined;
    case "enter-words":
      return apartRule(rulebook, current) !== undefined && sidesOf(current).some(({ hasAccount }) => !hasAccount);
    case "pass-on":
    case "hold-back":
      return current.apart.words.some(waitsForOfficers);
    case "close-question":
      return openQuestions(current).length > 0;
  }
}
