import { choosableFor, delegableOffices } from "../../domain/acts/handAct.ts";
import type { LinkKind } from "../../domain/case/handEntries.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { checkAt, checkersOf } from "../../domain/case/precheck.ts";
import { readStage } from "../../domain/case/stages.ts";
import { openNeeds } from "../../domain/case/supportNeeds.ts";
import type { BodyId, CaseId, PartyId, PersonId, StageId } from "../../domain/identity.ts";
import { choosersOf, isToBeChosen } from "../../domain/parties/stageOwners.ts";
import type { Facts } from "../actOnCase.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";

/** Somebody, or a body, to whom a stage can be given; `value` is "person:" or "body:" with an id. */
interface ChoosableView {
  readonly value: string;
  readonly name: string | undefined;
  readonly body: BodyId | undefined;
  readonly conflict: "party" | "witness" | "earlier-decider" | undefined;
}

/** Another case that belongs to this one; without a name for whoever may not read it. */
export interface LinkView {
  readonly link: LinkKind;
  readonly isOrigin: boolean;
  readonly case: CaseId | undefined;
  readonly codeName: string | undefined;
}

/** In whose hands a case is: who decides its stage, who acts for whom, and the cases that belong to it. */
export interface HandsView {
  readonly kind: "hands";
  readonly case: CaseId;
  readonly codeName: string;
  readonly stage: StageId;
  readonly clause: string;
  readonly handlers: readonly string[];
  /** Whether somebody is yet to be chosen who decides. */
  readonly isToBeChosen: boolean;
  /** Who was chosen to. */
  readonly decides: { readonly name: string | undefined; readonly body: BodyId | undefined } | undefined;
  readonly choosable: readonly ChoosableView[];
  readonly acting: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly of: string;
    readonly until: string | undefined;
    readonly canEnd: boolean;
  }[];
  readonly canDelegate: boolean;
  /** The parties of whom it is to be looked at what support they need. */
  readonly needs: readonly { readonly party: PartyId; readonly role: PartyRole; readonly pseudonym: string }[];
  /** Of which body it can be said who has a conflict of interest, and its members who can be named; undefined for whoever does not say it. */
  readonly check: { readonly body: BodyId; readonly members: readonly MemberView[] } | undefined;
  readonly links: readonly LinkView[];
}

interface MemberView {
  readonly person: PersonId;
  readonly name: string;
}

/** For somebody who handles the case. */
export function handsView(house: House, facts: Facts, links: readonly LinkView[] = []): HandsView {
  const { rulebook, roster, current, caller } = facts;
  const stage = readStage(rulebook, current);
  const to = current.hands.chosen.find((each) => each.stage === current.stage.stage)?.to;
  const free = { ...current, hands: { ...current.hands, chosen: [] } };
  const mayChoose = choosersOf(rulebook, roster, free).includes(caller);
  return {
    kind: "hands",
    case: current.id,
    codeName: current.codeName,
    stage: current.stage.stage,
    clause: stage.clause,
    handlers: current.handlers.map((person) => nameOf(house, person)),
    isToBeChosen: isToBeChosen(rulebook, current),
    decides: to === undefined ? undefined : chosenView(house, to),
    choosable: mayChoose
      ? choosableFor(facts).map(({ to: each, conflict }) => ({
          ...chosenView(house, each),
          value: each.kind === "person" ? `person:${each.person}` : `body:${each.body}`,
          conflict: conflict?.conflict,
        }))
      : [],
    acting: current.hands.delegations.map(({ from, to: person, until }) => ({
      person,
      name: nameOf(house, person),
      of: nameOf(house, from),
      until,
      canEnd: from === caller || person === caller,
    })),
    canDelegate: delegableOffices(facts, caller).length > 0,
    needs: openNeeds(rulebook, current).map(({ party, role }) => ({
      party,
      role,
      pseudonym: pseudonymOf(current, party),
    })),
    check: checkView(house, facts),
    links,
  };
}

function checkView(house: House, { rulebook, roster, current, caller }: Facts): HandsView["check"] {
  const check = checkAt(rulebook, roster, current);
  if (check === undefined || !checkersOf(rulebook, roster, current).includes(caller)) return undefined;
  return { body: check.body, members: check.members.map((person) => ({ person, name: nameOf(house, person) })) };
}

type ChosenTo = Facts["current"]["hands"]["chosen"][number]["to"];

const chosenView = (house: House, to: ChosenTo) => ({
  name: to.kind === "person" ? nameOf(house, to.person) : undefined,
  body: to.kind === "body" ? to.body : undefined,
});
