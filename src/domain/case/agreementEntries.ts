import type { Temporal } from "temporal-polyfill";

import type { AgreementId, PartyId, StageId, StatementId } from "../identity.ts";
import type { PartyEntry } from "./party.ts";

/** A text to which both sides are asked to agree, each by themselves. */
export type AgreementEntry =
  /** Those who handle the case ask; whatever was said to an earlier text counts no longer. */
  | { readonly kind: "agreement-asked"; readonly agreement: AgreementId; readonly statement: StatementId }
  /** A party agrees to exactly this text or does not. */
  | {
      readonly kind: "agreement-answered";
      readonly agreement: AgreementId;
      readonly party: PartyId;
      readonly isAgreed: boolean;
    }
  /** A party will not go on in this way. */
  | { readonly kind: "agreement-left"; readonly party: PartyId };

/** What is told of it. */
export type AgreementSubject =
  /** To a party. */
  | { readonly kind: "agreement-asked"; readonly agreement: AgreementId; readonly statement: StatementId }
  /** To the other parties, without who it was. */
  | { readonly kind: "agreement-left" }
  /** To the officers. */
  | { readonly kind: "agreement-answered"; readonly isAgreed: boolean };

/** A text that was proposed, and what the parties said to it. */
export interface Agreement {
  readonly agreement: AgreementId;
  readonly statement: StatementId;
  readonly asked: Temporal.Instant;
  readonly stage: StageId;
  /** How many stages had been concluded by then. */
  readonly visit: number;
  /** What each party said last. */
  readonly answers: readonly { readonly party: PartyId; readonly isAgreed: boolean; readonly at: Temporal.Instant }[];
}

const kinds: readonly string[] = [
  "agreement-asked",
  "agreement-answered",
  "agreement-left",
] satisfies readonly AgreementEntry["kind"][];

/** Whether an entry is one of these. */
export const isAgreementEntry = (entry: { readonly kind: string }): entry is AgreementEntry =>
  kinds.includes(entry.kind);

/**
 * The texts after one more entry, the first first.
 * @param here at which stage, and how many had been concluded by then
 */
export function agreementsAfter(
  agreements: readonly Agreement[],
  entry: AgreementEntry,
  here: { readonly stage: StageId; readonly visit: number },
  at: Temporal.Instant,
): readonly Agreement[] {
  switch (entry.kind) {
    case "agreement-asked": {
      const { agreement, statement } = entry;
      return [...agreements, { agreement, statement, asked: at, ...here, answers: [] }];
    }
    case "agreement-answered": {
      const { party, isAgreed } = entry;
      return agreements.map((each) =>
        each.agreement === entry.agreement
          ? { ...each, answers: [...each.answers.filter((answer) => answer.party !== party), { party, isAgreed, at }] }
          : each,
      );
    }
    case "agreement-left":
      return agreements;
  }
}

/** The tasks that a side does, by agreeing to a text; and the one that is done by proposing it. */
const CONSENTS = { consent_complainant: "complainant", consent_respondent: "respondent" } as const;
const PROPOSED = "propose";

/** The side whose agreement a task is; undefined for any other task. */
export const sideOf = (task: string): PartyEntry["role"] | undefined =>
  task === "consent_complainant" || task === "consent_respondent" ? CONSENTS[task] : undefined;

/**
 * The tasks that are done after an entry: a new text is proposed and nobody has agreed to it; a side has agreed once each of it has, and
 * no longer when one of them takes it back.
 */
export function tasksAfter(
  done: readonly string[],
  entry: AgreementEntry,
  parties: readonly PartyEntry[],
  agreement: Agreement | undefined,
): readonly string[] {
  const others = done.filter((task) => sideOf(task) === undefined && task !== PROPOSED);
  if (entry.kind === "agreement-left") return done;
  if (entry.kind === "agreement-asked") return [...others, PROPOSED];
  const hasAgreed = ({ party }: PartyEntry) =>
    agreement?.answers.some((each) => each.party === party && each.isAgreed) === true;
  const consents = Object.entries(CONSENTS).flatMap(([task, role]) => {
    const side = parties.filter((each) => each.role === role);
    const isTicked = done.includes(task) && side.some(({ hasAccount }) => !hasAccount);
    return isTicked || (side.length > 0 && side.every(hasAgreed)) ? [task] : [];
  });
  return [...others, PROPOSED, ...consents];
}
