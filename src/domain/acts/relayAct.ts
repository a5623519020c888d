import {
  acrossFrom,
  apartClause,
  askedAcross,
  findWords,
  mayAskAcross,
  meantFor,
  unansweredBy,
  waitsForOfficers,
  wordingBefore,
} from "../case/apart.ts";
import type { ApartSubject, Relayed, RelayNews } from "../case/apartEntries.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { PartyEntry } from "../case/party.ts";
import type { PartyId, StatementId } from "../identity.ts";
import { isSpokenFor } from "../intake/together.ts";
import { findNames } from "../parties/findNames.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type RelayAct = Of<
  "ask-across" | "answer-across" | "agree-wording" | "enter-words" | "pass-on" | "hold-back" | "close-question"
>;
type Decided = readonly Entry[] | Refusal;

/** Either side asks the other through those who handle the case, and is answered in the same way. */
export function decideRelayAct(standing: Standing, act: RelayAct, newId: () => string): Decided {
  const { current, viewer } = standing;
  switch (act.kind) {
    case "pass-on":
      return passOn(standing, act, newId);
    case "hold-back":
      return holdBack(standing, act, newId);
    case "close-question":
      return closeQuestion(standing, act, newId);
    case "enter-words":
      return enterWords(standing, act, newId);
    case "ask-across":
    case "answer-across":
    case "agree-wording":
      return viewer.kind === "party"
        ? say(standing, viewer.party, act, newId)
        : { refused: "not-your-task", clause: apartClause(standing.rulebook, current) };
  }
}

/** What a party says, by themselves or entered for one who has no account. */
type Said = Of<"ask-across" | "answer-across" | "agree-wording">;

function say(standing: Standing, party: PartyEntry, act: Said, newId: () => string): Decided {
  switch (act.kind) {
    case "ask-across":
      return ask(standing, party, act, newId);
    case "answer-across":
      return answer(standing, party, act, newId);
    case "agree-wording":
      return agreeWording(standing, party, act, newId);
  }
}

/** Whoever reports together with others asks through the one who speaks for all. */
function ask(
  standing: Standing,
  asker: PartyEntry,
  { words, statement }: Of<"ask-across">,
  newId: () => string,
): Decided {
  const { rulebook, current } = standing;
  const clause = apartClause(rulebook, current);
  if (isSpokenFor(current, asker)) return { refused: "not-your-task", clause };
  if (!mayAskAcross(rulebook, current)) return { refused: "no-questions-across", clause };
  if (acrossFrom(current, asker.party).length === 0) return { refused: "nobody-across", clause };
  return [{ kind: "relay-asked", words, party: asker.party, statement }, toOfficers("question", newId)];
}

/** In words, which go the same way back; or not, which whoever asked is told at once. */
function answer(
  { rulebook, current }: Standing,
  { party }: PartyEntry,
  { words, question, statement }: Of<"answer-across">,
  newId: () => string,
): Decided {
  const asked = askedAcross(current, party, question);
  if (asked === undefined) return { refused: "nothing-due", clause: apartClause(rulebook, current) };
  const told =
    statement === undefined ? toAsker(current, asked, { kind: "relay-unanswered", isDeclined: true }, newId) : [];
  return [
    { kind: "relay-answered", words, question: asked.words, party, statement },
    ...told,
    toOfficers(statement === undefined ? "declined" : "answer", newId),
  ];
}

/** With a yes it goes out in those words at once. */
function agreeWording(
  { rulebook, current }: Standing,
  { party }: PartyEntry,
  { wording, isAgreed }: Of<"agree-wording">,
  newId: () => string,
): Decided {
  const clause = apartClause(rulebook, current);
  const said = wordingBefore(current, party, wording);
  if (said?.wording === undefined)
    return { refused: wordingBefore(current, party) === undefined ? "nothing-due" : "newer-text", clause };
  const { to, statement } = said.wording;
  const meant = meantFor(current, said).filter((each) => to.includes(each.party) && isTold(current, each));
  return [
    { kind: "wording-answered", words: said.words, isAgreed },
    ...(isAgreed ? passedTo(said, meant, statement, newId) : []),
    toOfficers(isAgreed ? "wording-agreed" : "wording-refused", newId),
  ];
}

/** Of somebody without an account those who handle the case enter what they said. */
function enterWords(standing: Standing, act: Of<"enter-words">, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const party = current.parties.find((each) => each.party === act.party);
  if (party === undefined || party.role === "witness") return { refused: "nothing-here" };
  if (party.hasAccount) return { refused: "answers-alone", clause: apartClause(rulebook, current) };
  const { words, statement } = act;
  switch (act.as) {
    case "question":
      return say(standing, party, { kind: "ask-across", words, statement }, newId);
    case "answer":
      return say(standing, party, { kind: "answer-across", words, statement }, newId);
    case "declined":
      return noted(say(standing, party, { kind: "answer-across", words, statement: undefined }, newId), statement);
    case "agreed":
    case "not-agreed":
      return noted(say(standing, party, { kind: "agree-wording", isAgreed: act.as === "agreed" }, newId), statement);
  }
}

/** What was entered besides a yes or a no is kept as a note. */
const noted = (decided: Decided, statement: StatementId): Decided =>
  isRefusal(decided) ? decided : [...decided, { kind: "noted", statement }];

/** As it was said, at once; in other words only once whoever said it has agreed to them. */
function passOn(standing: Standing, act: Of<"pass-on">, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const clause = apartClause(rulebook, current);
  const said = findWords(current, act.words);
  if (said?.statement === undefined || said.held !== undefined || said.closed !== undefined)
    return { refused: "nothing-due", clause };
  const meant = meantFor(current, said).filter(({ party }) => act.to === undefined || party === act.to);
  if (meant.length === 0) return { refused: said.passed.length > 0 ? "already-done" : "nobody-across", clause };
  const reachable = meant.filter((party) => isTold(current, party));
  if (reachable.length === 0) return { refused: "not-told-yet", clause };
  const found = findNames(act.text, act.author === undefined ? [] : [act.author]);
  if (found.length > 0) return { refused: "words-name-somebody", found, clause };
  const { changed } = act;
  if (changed === undefined) return passedTo(said, reachable, said.statement, newId);
  const from = current.parties.find(({ party }) => party === said.from);
  return [
    { kind: "wording-shown", words: said.words, statement: changed, to: reachable.map(({ party }) => party) },
    ...toParty(from, { kind: "relay-wording", words: said.words, statement: changed }, newId),
  ];
}

/** Each gets it alone: who else was asked stands in nothing that they read. */
function passedTo(
  { words, question }: Relayed,
  to: readonly PartyEntry[],
  statement: StatementId,
  newId: () => string,
): readonly Entry[] {
  const subject = { kind: "relay-passed", words, statement, isAnswer: question !== undefined } as const;
  return to.flatMap((party): readonly Entry[] => [
    { kind: "relay-passed", words, party: party.party, statement },
    ...toParty(party, subject, newId),
  ]);
}

/** Nobody else reads it; whoever it is from reads why. */
function holdBack({ rulebook, current }: Standing, act: Of<"hold-back">, newId: () => string): Decided {
  const said = findWords(current, act.words);
  if (said === undefined || !waitsForOfficers(said))
    return { refused: "nothing-due", clause: apartClause(rulebook, current) };
  const { reasons } = act;
  const from = current.parties.find(({ party }) => party === said.from);
  return [
    { kind: "relay-held", words: said.words, reasons },
    ...toParty(from, { kind: "relay-held", reasons, isAnswer: said.question !== undefined }, newId),
  ];
}

/** Nobody has to answer: those who handle the case wait no longer, and whoever asked is told. */
function closeQuestion({ rulebook, current }: Standing, act: Of<"close-question">, newId: () => string): Decided {
  const asked = findWords(current, act.words);
  if (asked === undefined || unansweredBy(current, asked).length === 0)
    return { refused: "nothing-due", clause: apartClause(rulebook, current) };
  return [
    { kind: "relay-closed", words: asked.words },
    ...toAsker(current, asked, { kind: "relay-unanswered", isDeclined: false }, newId),
  ];
}

const toAsker = (current: Case, asked: Relayed, subject: ApartSubject, newId: () => string): readonly Entry[] =>
  toParty(findParty(current, asked.from), subject, newId);

const findParty = ({ parties }: Case, id: PartyId) => parties.find(({ party }) => party === id);

const toParty = (party: PartyEntry | undefined, subject: ApartSubject, newId: () => string): readonly Entry[] =>
  party === undefined
    ? []
    : [
        {
          kind: "notice-sent",
          notice: newId(),
          to: { kind: "party", party: party.party, role: party.role },
          subject,
        },
      ];

const toOfficers = (what: RelayNews, newId: () => string): Entry => ({
  kind: "notice-sent",
  notice: newId(),
  to: { kind: "room", purpose: "officers" },
  subject: { kind: "relay-waits", what },
});
