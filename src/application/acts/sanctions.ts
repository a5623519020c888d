import type { Temporal } from "temporal-polyfill";

import { decideAct } from "../../domain/acts/decideAct.ts";
import { findMayNotLift } from "../../domain/acts/liftAct.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { arePriorsSealed } from "../../domain/case/priors.ts";
import { isClosed } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId, DecisionId, PartyId, PersonId, SanctionId } from "../../domain/identity.ts";
import { mayRead } from "../../domain/parties/viewer.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { chainOf } from "../../domain/sanctions/chain.ts";
import type { Link, SanctionState } from "../../domain/sanctions/chain.ts";
import { holdsAt, imposedIn } from "../../domain/sanctions/record.ts";
import type { Imposed } from "../../domain/sanctions/record.ts";
import { isDisclosable } from "../../domain/sanctions/wider.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { platformsView } from "../access/platformsView.ts";
import type { OnPlatform } from "../access/platformsView.ts";
import { actOnCase, factsOf, readCase } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen } from "../actOnCase.ts";
import { findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import { respondentsOf } from "../organisationParty.ts";
import type { AccountRef } from "../person.ts";
import { upkeepView } from "../views/upkeepView.ts";
import type { UpkeepView } from "../views/upkeepView.ts";
import { pseudonymOf } from "./pseudonymOf.ts";

/** A sanction as it stands, for somebody who may know of it. */
export interface SanctionView extends UpkeepView {
  readonly decision: DecisionId;
  readonly party: PartyId;
  /** Which of the parties has it: "B". */
  readonly pseudonym: string;
  readonly role: PartyRole;
  /** What it is now. */
  readonly sanction: SanctionId;
  readonly state: SanctionState;
  /** The day from which it no longer holds, as 2027-04-01; undefined without a last day, and before it has begun. */
  readonly until: string | undefined;
  /** The procedure by which alone it takes effect, while it has not. */
  readonly enactedBy?: string | undefined;
  /** Whether something else was decided in its place, and the day from which it was no longer to hold before that. */
  readonly replaced?: { readonly until: string | undefined } | undefined;
  /** How it came to that, the decision that imposed it first; nothing for those who may not know why. */
  readonly chain: readonly Link[];
  /** Who ended it early, and why, for those who may read that. */
  readonly lifted: { readonly by: string; readonly reasons: string } | undefined;
  readonly mayLift: boolean;
  /** Whether what somebody else has to agree to can be entered. */
  readonly mayConfirm?: boolean;
  /** Whether the body that has to confirm it can be had to vote now. */
  readonly mayPutToVote?: boolean;
  /** Whether it can be asked that somebody else learns of it. */
  readonly mayDisclose?: boolean;
  /** What Redress did for it on the platforms, for those who handle its case. */
  readonly onPlatforms?: readonly OnPlatform[];
  readonly clause: string;
}

/** The sanctions that a case imposed. */
export interface SanctionsView {
  readonly kind: "sanctions";
  readonly case: CaseId;
  readonly codeName: string;
  readonly sanctions: readonly SanctionView[];
}

/** The sanctions that hold in the cases that somebody handles: nobody else's are listed or counted. */
export async function listSanctions(house: House, caller: AccountRef): Promise<readonly SanctionsView[]> {
  const person = await findPerson(house, caller);
  const summaries = person === undefined ? [] : await house.store.casesHandledBy(person);
  const handled = (
    await Promise.all(
      summaries.map(async ({ id }) => {
        const stored = await house.store.caseById(id);
        const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
        return facts?.viewer.kind === "handler" ? [facts] : [];
      }),
    )
  ).flat();
  const sealed = sealedPeople(handled);
  const found = await Promise.all(
    handled.map((facts) =>
      sanctionsView(house, facts, (each) => holdsAt(each, facts.at) && !isSealedIn(facts, each, sealed)),
    ),
  );
  return found.filter(({ sanctions }) => sanctions.length > 0);
}

/**
 * The people about whom somebody decides a case in which nothing that was found earlier may be known yet: what they have from other cases is
 * not listed meanwhile.
 */
function sealedPeople(handled: readonly Facts[]): ReadonlyMap<PersonId, CaseId> {
  const sealed = handled.filter(
    ({ rulebook, current }) => arePriorsSealed(rulebook, current) && !isClosed(rulebook, current),
  );
  return new Map(
    sealed.flatMap(({ stored }) =>
      respondentsOf(stored).flatMap(({ person }) => (person === undefined ? [] : [[person, stored.id] as const])),
    ),
  );
}

function isSealedIn({ stored }: Facts, { party }: Imposed, sealed: ReadonlyMap<PersonId, CaseId>): boolean {
  const person = respondentsOf(stored).find((each) => each.party === party.party)?.person;
  const by = person === undefined ? undefined : sealed.get(person);
  return by !== undefined && by !== stored.id;
}

/** Whether something may be left out of the list because somebody decides a case in which it may not be known yet. */
export async function hasSealed(house: House, caller: AccountRef): Promise<boolean> {
  const person = await findPerson(house, caller);
  const summaries = person === undefined ? [] : await house.store.casesHandledBy(person);
  const handled = await Promise.all(
    summaries.map(async ({ id }) => {
      const stored = await house.store.caseById(id);
      const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
      return facts?.viewer.kind === "handler" ? [facts] : [];
    }),
  );
  return sealedPeople(handled.flat()).size > 0;
}

/** The sanctions of a case, for those who handle it, and for the chair of the body that decided it. */
export async function openSanctions(house: House, caller: AccountRef, ref: CaseRef): Promise<SanctionsView | Blocked> {
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  const isParty = facts?.viewer.kind === "party";
  if (facts === undefined || isParty || !mayRead(facts.current, facts.viewer, "sanctions")) return nothingHere;
  const isHandler = facts.viewer.kind === "handler";
  const isTheirs = (each: Imposed) => isHandler || findMayNotLift(facts, each.decision) === undefined;
  const view = await sanctionsView(house, facts, isTheirs);
  return view.sanctions.length === 0 ? nothingHere : view;
}

/** The own sanctions of a party in a case, once the decision has reached that party. */
export async function ownSanctions(house: House, facts: Facts): Promise<readonly SanctionView[]> {
  const { current, viewer } = facts;
  if (viewer.kind !== "party" || !mayRead(current, viewer, "sanctions")) return [];
  const { party } = viewer.party;
  const told = new Set(
    current.notices.flatMap(({ subject, to, delivered }) =>
      (subject.kind === "decision" || subject.kind === "interim") &&
      to.kind === "party" &&
      to.party === party &&
      delivered !== undefined
        ? [subject.kind === "decision" ? subject.vote : subject.decision]
        : [],
    ),
  );
  const view = await sanctionsView(house, facts, (each) => each.party.party === party && told.has(each.decision.id));
  return view.sanctions;
}

async function sanctionsView(
  house: House,
  facts: Facts,
  isShown: (imposed: Imposed) => boolean,
): Promise<SanctionsView> {
  const { rulebook, current } = facts;
  const shown = imposedIn(rulebook, current).filter(isShown);
  const sanctions = await Promise.all(shown.map((each) => sanctionView(house, facts, each)));
  return { kind: "sanctions", case: current.id, codeName: current.codeName, sanctions };
}

async function sanctionView(house: House, facts: Facts, imposed: Imposed): Promise<SanctionView> {
  const { rulebook, current, viewer, at } = facts;
  const { decision, party, sanction } = imposed;
  const { state, ends, links } = chainOf(rulebook, imposed, at);
  return {
    decision: decision.id,
    party: party.party,
    pseudonym: pseudonymOf(current, party.party),
    role: party.role,
    sanction,
    state,
    until: dayOf(rulebook, ends),
    enactedBy: state === "pending" ? rulebook.sanctions[imposed.imposed]?.enacted_by?.procedure : undefined,
    replaced: replacedIn(facts, imposed),
    chain: mayRead(current, viewer, "why-so-long") ? links : [],
    lifted: await liftedView(house, facts, imposed),
    mayLift: holdsAt(imposed, at) && findMayNotLift(facts, decision) === undefined,
    ...(await upkeepView(house, facts, imposed)),
    mayConfirm: !isRefusal(
      decideAct(facts, { kind: "confirm", decision: decision.id, isConfirmed: true, statement: "" }, facts.newId),
    ),
    mayPutToVote: !isRefusal(
      decideAct(
        facts,
        {
          kind: "put-confirmation",
          decision: decision.id,
          motion: "",
          lastDay: localDay(rulebook, at).toString(),
          text: "",
          statement: "",
        },
        facts.newId,
      ),
    ),
    mayDisclose: viewer.kind === "handler" && isDisclosable(rulebook, imposed) && holdsAt(imposed, at),
    onPlatforms: await platformsView(house, facts, imposed),
    clause: rulebook.sanctions[sanction]?.clause ?? "",
  };
}

function replacedIn({ rulebook, current }: Facts, { decision, untilAtFirst }: Imposed): SanctionView["replaced"] {
  const by = current.decisions.find(({ id }) => id === decision.id)?.replacedBy;
  return by === undefined || decision.quashed === undefined ? undefined : { until: dayOf(rulebook, untilAtFirst) };
}

async function liftedView(house: House, facts: Facts, { lifted, decision }: Imposed): Promise<SanctionView["lifted"]> {
  if (lifted === undefined || !mayRead(facts.current, facts.viewer, "statements")) return undefined;
  const { stored } = facts;
  const entry = stored.entries.find(
    (each) => each.entry.kind === "sanction-lifted" && each.entry.decision === decision.id,
  );
  const reasons = await readWords(house, facts, lifted.reasons);
  return { by: entry?.by.kind === "person" ? nameOf(house, entry.by.person) : "", reasons };
}

const dayOf = (rulebook: Rulebook, moment: Temporal.Instant | undefined) =>
  moment === undefined ? undefined : localDay(rulebook, moment).toString();

/**
 * Ends a sanction early.
 * @param reasons why: the person is told
 */
export function liftSanction(
  house: House,
  request: Request,
  decision: DecisionId,
  party: PartyId,
  reasons: string,
): Promise<Done | Seen | Blocked> {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: { kind: "lift", decision, party, reasons: id }, words: [{ id, text: reasons }] };
  });
}
