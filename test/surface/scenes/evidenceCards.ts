import type { EvidenceOverview, MyEvidence, WitnessView } from "../../../src/application/acts/readEvidence.ts";
import type { ItemView } from "../../../src/application/views/itemView.ts";
import { evidenceCard, myEvidenceCard, witnessesCard } from "../../../src/surface/cards/evidenceCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, maximumOf, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

/** Something that was handed in, with as many words as there can be. */
export const itemOf = (words: Words): ItemView => ({
  item: id(),
  of: "evidence",
  from: { role: "witness", pseudonym: "C", name: words.name },
  isOwn: false,
  text: words.long.slice(0, maximumOf("exhibit", "text")),
  relevance: words.long.slice(0, maximumOf("exhibit", "relevance")),
  unmet: ["first_hand", "impartial", "factual"],
  came: "form",
  on: DAY,
  stage: thing(words),
  isEarlier: false,
  aside: words.long.slice(0, maximumOf("aside", "text")),
  isForReport: true,
  returned: { on: DAY, reasons: words.long.slice(0, 300), isSentAgain: true },
  anonymous: undefined,
  files: times(3, () => ({ file: id(), name: words.name, size: 5_000_000, sha256: "0".repeat(64) })),
  openedTo: ["complainant", "respondent"],
  closedTo: ["respondent"],
});

const overview = (words: Words): EvidenceOverview => ({
  kind: "evidence",
  case: id(),
  codeName: CODE,
  witnesses: times(30, () => ({
    party: id(),
    name: words.name,
    pseudonym: "C",
    state: "promised" as const,
    asked: DAY,
    isAwaited: true,
  })),
  items: 99,
  canAsk: true,
  canAdmit: true,
  question: undefined,
  isOpen: true,
  sides: times(9, () => ({ party: id(), role: "respondent" as const, pseudonym: "B" })),
  clause: clause(words),
});

const mine = (words: Words): MyEvidence => ({
  kind: "my-evidence",
  case: id(),
  codeName: CODE,
  item: { ...itemOf(words), of: "statement", isOwn: true, aside: undefined, openedTo: [], closedTo: [] },
  number: 2,
  total: 9,
  canGive: true,
});

const asked = (words: Words): WitnessView => ({
  case: id(),
  organisation: words.name,
  asked: DAY,
  state: "promised",
  isOver: false,
  question: words.long.slice(0, maximumOf("witness", "text")),
  said: [],
  criteria: ["first_hand"],
  clause: clause(words),
});

/** Everything that is drawn of witnesses and evidence, in every situation. */
export const evidenceScenes: Readonly<Record<string, Scenes>> = {
  evidenceCard: {
    "of many witnesses": (speech, words) => evidenceCard(overview(words), citationOf(words), speech),
    "of what the body asks": (speech, words) =>
      evidenceCard(
        {
          ...overview(words),
          witnesses: [],
          question: {
            text: words.long.slice(0, maximumOf("askparties", "text")),
            askable: times(5, () => ({ party: id(), role: "respondent" as const, pseudonym: "B" })),
            asked: ["complainant", "respondent"],
            answers: times(2, () => ({
              role: "respondent" as const,
              pseudonym: "B",
              text: words.long.slice(0, maximumOf("reply", "text")),
            })),
          },
        },
        citationOf(words),
        speech,
      ),
    "of nothing yet": (speech, words) =>
      evidenceCard({ ...overview(words), witnesses: [], items: 0, sides: [] }, citationOf(words), speech),
  },
  myEvidenceCard: {
    "of something anonymous": (speech, words) =>
      myEvidenceCard(
        { ...mine(words), item: { ...itemOf(words), aside: undefined, anonymous: { number: 3, source: undefined } } },
        citationOf(words),
        speech,
      ),
    "": (speech, words) => myEvidenceCard(mine(words), citationOf(words), speech),
    "of a witness": (speech, words) => myEvidenceCard({ ...mine(words), codeName: "" }, citationOf(words), speech),
    "of nothing": (speech, words) =>
      myEvidenceCard({ ...mine(words), item: undefined, number: 1, total: 0 }, citationOf(words), speech),
  },
  witnessesCard: {
    "who promised": (speech, words) => witnessesCard([asked(words)], 1, citationOf(words), speech),
    "who declined": (speech, words) =>
      witnessesCard(
        [asked(words), { ...asked(words), state: "declined", question: undefined }],
        2,
        citationOf(words),
        speech,
      ),
    "when it is over": (speech, words) =>
      witnessesCard([{ ...asked(words), isOver: true, said: [id()] }], 1, citationOf(words), speech),
  },
};
