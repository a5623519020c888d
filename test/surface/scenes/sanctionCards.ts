import type { SanctionView, SanctionsView } from "../../../src/application/acts/sanctions.ts";
import type { Link } from "../../../src/domain/sanctions/chain.ts";
import { liftCard, sanctionListCard, sanctionsCard } from "../../../src/surface/cards/sanctionCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { CODE, DAY, citationOf, clause, maximumOf, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const links = (words: Words): readonly Link[] => {
  const common = { sanction: thing(words), day: DAY, clause: clause(words) };
  return [
    { ...common, kind: "imposed", lasts: { amount: 9999, unit: "clear-working-days" } },
    { ...common, kind: "imposed", lasts: undefined },
    ...times(12, () => ({ ...common, kind: "extended", by: thing(words, 1), until: DAY }) as const),
    { ...common, kind: "converted", by: thing(words, 1), until: undefined },
    { ...common, kind: "prolonged", by: thing(words, 1), until: DAY },
    { ...common, kind: "reviewed" },
    { ...common, kind: "decided" },
    { ...common, kind: "confirmed" },
    { ...common, kind: "unconfirmed" },
    { ...common, kind: "lifted" },
    { ...common, kind: "ended" },
    { ...common, kind: "lapsed" },
  ];
};

const states = ["pending", "unconfirmed", "decided", "holds", "lapsed", "lifted", "ended", "done"] as const;

/** A sanction with everything there can be in its chain. */
export const sanctionOf = (words: Words, changed: Partial<SanctionView> = {}): SanctionView => ({
  decision: id(),
  party: id(),
  pseudonym: "B",
  role: "respondent",
  sanction: thing(words),
  state: "holds",
  until: DAY,
  chain: links(words),
  lifted: undefined,
  mayLift: true,
  ground: undefined,
  reviewBy: undefined,
  mayReview: false,
  task: undefined,
  mayTick: false,
  conditions: [],
  mayNoteCondition: false,
  breaches: [],
  mayBreach: false,
  mayProlong: false,
  clause: clause(words),
  ...changed,
});

const viewOf = (sanctions: readonly SanctionView[]): SanctionsView => ({
  kind: "sanctions",
  case: id(),
  codeName: CODE,
  sanctions,
});

/** Sanctions as those see them who handle their cases, or imposed them. */
export const sanctionScenes: Readonly<Record<string, Scenes>> = {
  sanctionListCard: {
    "none holds": (speech) => sanctionListCard([], true, speech),
    "none is listed while others are closed": (speech) => sanctionListCard([], false, speech, true),
    "in a great many cases": (speech, words) =>
      sanctionListCard(
        times(40, () => viewOf(times(5, () => sanctionOf(words)))),
        true,
        speech,
      ),
    "with no last day": (speech, words) =>
      sanctionListCard([viewOf([sanctionOf(words, { until: undefined })])], false, speech),
  },
  sanctionsCard: {
    ...Object.fromEntries(
      states.map((state) => [
        state,
        (speech, words) =>
          sanctionsCard(
            viewOf([
              sanctionOf(words, { state, lifted: { by: words.name, reasons: words.long.slice(0, 1000) } }),
              sanctionOf(words, { state, until: undefined, chain: [], mayLift: false }),
            ]),
            citationOf(words),
            speech,
          ),
      ]),
    ),
    "that somebody else has to agree to, of several people": (speech, words) =>
      sanctionsCard(
        viewOf(
          times(4, () =>
            sanctionOf(words, { state: "pending", mayPutToVote: true, mayConfirm: true, mayLift: false, chain: [] }),
          ),
        ),
        citationOf(words),
        speech,
      ),
    "that takes effect by another procedure only, and one in whose place another was decided": (speech, words) =>
      sanctionsCard(
        viewOf([
          sanctionOf(words, { state: "pending", enactedBy: thing(words), chain: [] }),
          sanctionOf(words, { state: "quashed", replaced: { until: DAY }, chain: [] }),
          sanctionOf(words, { state: "quashed", replaced: { until: undefined }, chain: [] }),
        ]),
        citationOf(words),
        speech,
      ),
    "with conditions": (speech, words) =>
      sanctionsCard(
        viewOf([
          sanctionOf(words, {
            mayNoteCondition: true,
            conditions: [
              { condition: thing(words), by: DAY, isLate: false, state: "open", noted: undefined },
              { condition: thing(words), by: DAY, isLate: true, state: "open", noted: undefined },
              { condition: thing(words), by: DAY, isLate: false, state: "met", noted: DAY },
              { condition: thing(words), by: DAY, isLate: false, state: "missed", noted: DAY },
              { condition: thing(words), by: undefined, isLate: false, state: "open", noted: undefined },
            ],
          }),
        ]),
        citationOf(words),
        speech,
      ),
    "that somebody else may be told of": (speech, words) =>
      sanctionsCard(viewOf([sanctionOf(words, { mayDisclose: true })]), citationOf(words), speech),
    "that holds for now, is looked at again, and was not kept": (speech, words) =>
      sanctionsCard(
        viewOf([
          sanctionOf(words, {
            ground: thing(words, 2),
            reviewBy: DAY,
            mayReview: true,
            mayBreach: true,
            mayProlong: true,
            breaches: (["extend", "rehear", "new_report", undefined] as const).map((consequence) => ({
              breach: id(),
              day: DAY,
              consequence,
              text: words.long.slice(0, 1000),
            })),
          }),
        ]),
        citationOf(words),
        speech,
      ),
    ...Object.fromEntries(
      [
        { by: undefined, isLate: false, done: undefined },
        { by: DAY, isLate: false, done: undefined },
        { by: DAY, isLate: true, done: undefined },
        { by: undefined, isLate: false, done: DAY },
      ].map((task, i) => [
        `that is something to do, ${i}`,
        (speech, words) =>
          sanctionsCard(viewOf([sanctionOf(words, { task, mayTick: true })]), citationOf(words), speech),
      ]),
    ),
    "with what was done for it on the platforms": (speech, words) =>
      sanctionsCard(
        viewOf([
          sanctionOf(words, {
            chain: links(words).slice(0, 3),
            onPlatforms: (["begun", "done", "undone"] as const).flatMap((state) =>
              (["discord", "slack"] as const).map((platform) => ({
                platform,
                state,
                things: times(100, () => words.name.slice(0, 45)),
              })),
            ),
          }),
        ]),
        citationOf(words),
        speech,
      ),
    "of several people": (speech, words) =>
      sanctionsCard(
        viewOf(times(6, () => sanctionOf(words, { chain: links(words).slice(0, 3) }))),
        citationOf(words),
        speech,
      ),
  },
  liftCard: {
    "": (speech, words) => {
      const sanction = sanctionOf(words);
      return liftCard(viewOf([sanction]), sanction, words.long.slice(0, maximumOf("note", "text")), speech);
    },
  },
};
