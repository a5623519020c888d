import type { Case } from "../../domain/case/case.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId, OutcomeId, RuleId, SanctionId, StageId } from "../../domain/identity.ts";
import type { Mask } from "../../domain/parties/masked.ts";
import { neededOn, publishableIn } from "../../domain/records/publication.ts";
import type { Publication, PublicationForm } from "../../domain/records/publication.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Facts } from "../actOnCase.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import type { StoredCase } from "../casePorts.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import { namedPeople, respondentsOf } from "../organisationParty.ts";
import { protectedNames } from "../protectedIn.ts";

/** What is published of a decision, as everybody reads it where it stands. */
export interface PublishedView {
  readonly organisation: string;
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly findings: readonly RuleId[];
  readonly sanction: SanctionId | undefined;
  /** Whom it is about, where it is published in full. */
  readonly about: readonly string[];
  readonly text: string;
  /** The day of the decision, as 2026-03-15. */
  readonly day: string;
  readonly clause: string;
}

/** What is to be published, as those see it who handle the case. */
export interface PublicationView {
  readonly kind: "publication";
  readonly case: CaseId;
  readonly codeName: string;
  readonly publication: string;
  readonly form: PublicationForm;
  /** Exactly what is published. */
  readonly preview: PublishedView;
  readonly where: string;
  /** Whether Redress posts it there; otherwise somebody puts it up. */
  readonly isPosted: boolean;
  readonly isOwn: boolean;
  readonly isApproved: boolean;
  /** How the panel voted on it, and who was there. */
  readonly decided:
    | {
        readonly on: string;
        readonly present: readonly string[];
        readonly others: string;
        readonly inFavour: number;
        readonly against: number;
        readonly isAgreed: boolean;
      }
    | undefined;
  readonly needed: number;
  readonly state: "open" | "published" | "posted" | "not-posted";
  readonly clause: string;
}

/** Whose names stand in no publication of that form, and what stands in their place. */
export function masksOfPublication(
  house: House,
  stored: StoredCase,
  current: Case,
  form: PublicationForm,
): readonly Mask[] {
  const hidden = protectedNames(house, stored).map(({ party }) => party);
  const isNamed = (party: string, role: string) => form === "full" && role === "respondent" && !hidden.includes(party);
  return namedPeople(stored)
    .filter(({ party, role }) => !isNamed(party, role))
    .map(({ name, party }) => ({ name, pseudonym: `Person ${pseudonymOf(current, party)}` }));
}

/** What is published, in the words that were written. */
export function publishedView(
  house: House,
  rulebook: Rulebook,
  stored: StoredCase,
  current: Case,
  { form, stage, outcome }: Pick<Publication, "form" | "stage" | "outcome">,
  text: string,
): PublishedView {
  const decision = current.decisions.findLast((each) => each.stage === stage && each.outcome === outcome);
  const made = current.concluded.findLast((each) => each.stage === stage && each.outcome === outcome)?.at;
  const hidden = protectedNames(house, stored).map(({ party }) => party);
  return {
    organisation: rulebook.organisation.name,
    stage,
    outcome,
    findings: decision?.findings ?? [],
    sanction: decision?.sanction,
    about:
      form === "full" ? respondentsOf(stored).flatMap(({ party, name }) => (hidden.includes(party) ? [] : [name])) : [],
    text,
    day: made === undefined ? "" : localDay(rulebook, made).toString(),
    clause: rulebook.hearings?.summary?.clause ?? rulebook.records.clause,
  };
}

/** What is to be published, for somebody who handles the case; who read it is kept. */
export async function publicationView(house: House, facts: Facts, found: Publication): Promise<PublicationView> {
  const { rulebook, current, stored, caller } = facts;
  const preview = publishedView(
    house,
    rulebook,
    stored,
    current,
    found,
    await readWords(house, facts, found.statement),
  );
  const { decided, posted } = found;
  const shown = posted?.failed === undefined ? "posted" : "not-posted";
  const published = posted === undefined ? "published" : shown;
  return {
    kind: "publication",
    case: current.id,
    codeName: current.codeName,
    publication: found.id,
    form: found.form,
    preview,
    where: await readWords(house, facts, found.where),
    isPosted: found.place !== undefined,
    isOwn: found.by === caller,
    isApproved: found.isApproved,
    decided:
      decided === undefined
        ? undefined
        : {
            on: decided.on,
            present: decided.present.map((person) => nameOf(house, person)),
            others: decided.others === undefined ? "" : await readWords(house, facts, decided.others),
            inFavour: decided.inFavour,
            against: decided.against,
            isAgreed: decided.isAgreed,
          },
    needed: neededOn(rulebook, publishableIn(rulebook, current)?.panel ?? ""),
    state: found.published === undefined ? "open" : published,
    clause: preview.clause,
  };
}
