import { imposableBy } from "../../domain/acts/interimAct.ts";
import { askableIn } from "../../domain/acts/interimVote.ts";
import { findVoteStage } from "../../domain/case/briefs.ts";
import { partiesOf } from "../../domain/case/case.ts";
import { openableTo } from "../../domain/case/evidence.ts";
import type { ItemKind } from "../../domain/case/evidenceEntries.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { findingHere } from "../../domain/case/priors.ts";
import type { BreachConsequence } from "../../domain/case/sanctionEntries.ts";
import type { Challenge } from "../../domain/challenges/challenge.ts";
import type { ChallengeId, Verdict } from "../../domain/challenges/entry.ts";
import { sanctionsFor, verdictsOf } from "../../domain/challenges/hear.ts";
import { benchOf, isBefore } from "../../domain/challenges/whoHears.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { BodyId, ItemId, PartyId, PersonId, RuleId, SanctionId, StageId } from "../../domain/identity.ts";
import { neededOn, panelistsOf, publishableIn } from "../../domain/records/publication.ts";
import { consequencesOf } from "../../domain/sanctions/breaches.ts";
import { classesIn } from "../../domain/sanctions/classes.ts";
import { endedAt, imposedIn } from "../../domain/sanctions/record.ts";
import type { Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import { factsOf, readCase } from "../actOnCase.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import { findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { apartPlace } from "../views/apartView.ts";
import type { ApartPlace } from "../views/apartView.ts";
import { daysView } from "../views/daysView.ts";
import type { DaysView } from "../views/daysView.ts";
import { handsView } from "../views/handsView.ts";
import type { HandsView } from "../views/handsView.ts";
import { tellsView } from "../views/tellsView.ts";
import type { Tells } from "../views/tellsView.ts";
import { notableConditions } from "../views/upkeepView.ts";
import { returnablePlaces } from "./ownVoice.ts";
import type { ReturnablePlace } from "./ownVoice.ts";
import { pseudonymOf, sanctionKey } from "./pseudonymOf.ts";

/** The rulebook by which a case goes on, for somebody who stands to it; for anybody else the one in force. */
export async function rulebookFor(house: House, caller: AccountRef, ref: CaseRef): Promise<Rulebook> {
  if (house.versions.all().length === 1) return house.rulebook;
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  return facts?.rulebook ?? house.rulebook;
}

/** Where a case is, as its forms ask about it. */
export interface Place {
  readonly rulebook: Rulebook;
  readonly procedure: string;
  readonly stage: StageId;
  /** The stage at which a body votes on it now, or did last. */
  readonly vote: VoteStage | undefined;
  /** What is due in it, for whoever handles it or may give more time. */
  readonly days: DaysView | undefined;
  /**
   * What whoever handles it may impose while the case is handled, or ask a body to impose that votes on it, each with its grounds.
   */
  readonly interim: readonly {
    readonly sanction: SanctionId;
    readonly grounds: readonly string[];
    readonly body: BodyId | undefined;
  }[];
  /** The sanctions that can have been broken, and what can follow; `key` names each, as its buttons do. */
  readonly breakable: readonly { readonly key: string; readonly consequences: readonly BreachConsequence[] }[];
  /** Of each sanction the conditions of which may be noted now whether they were met; `key` as its buttons name it. */
  readonly conditions: readonly { readonly key: string; readonly conditions: readonly string[] }[];
  /** The challenges that are before whoever asks. */
  readonly challenges: readonly ChallengePlace[];
  /** Whom it is about, by what they are called in the case. */
  readonly respondents: readonly {
    readonly party: PartyId;
    readonly pseudonym: string;
    /** Of which classes they are, as far as anybody knows. */
    readonly classes: readonly string[];
  }[];
  /** Who outside is still to be told by each task of the stage; for whoever handles it. */
  readonly tells?: Tells;
  /** In whose hands it is; for whoever handles it. */
  readonly hands?: HandsView | undefined;
  /** The parties of whom something can be entered, and what each side can be given to read; for whoever handles it. */
  readonly givers?: readonly GiverPlace[];
  /** What can go back to its party because somebody from outside wrote it; for whoever handles it. */
  readonly returnables?: readonly ReturnablePlace[];
  /** The sanctions of earlier stages that stand: with some outcomes something else takes their place. For whoever decides it. */
  readonly earlier?: readonly EarlierPlace[];
  /** Who is on either side, and who could get what was said; for whoever handles it. */
  readonly apart?: ApartPlace | undefined;
  /** The people of the panel that may publish what it decided, and how many of them have to be there; for whoever handles it. */
  readonly panel?:
    | { readonly needed: number; readonly people: readonly { readonly person: PersonId; readonly name: string }[] }
    | undefined;
  /** The rules that were found to be broken before anything is imposed. */
  readonly finding?: readonly RuleId[] | undefined;
}

/** A sanction that an earlier stage imposed, and the day from which it no longer holds, as 2027-03-01. */
interface EarlierPlace {
  readonly sanction: SanctionId;
  readonly pseudonym: string;
  readonly until: string | undefined;
}

/** A party as the forms about evidence ask about them. */
export interface GiverPlace {
  readonly party: PartyId;
  readonly role: PartyRole;
  readonly pseudonym: string;
  readonly openable: readonly {
    readonly item: ItemId;
    readonly of: ItemKind;
    readonly from: string | undefined;
    readonly on: string;
  }[];
}

/** What the form asks about with which a challenge is ended. */
interface ChallengePlace {
  readonly id: ChallengeId;
  readonly verdicts: readonly Verdict[];
  /** Who hears it: "external:seo", with what they are called where that is no office. */
  readonly seats: readonly { readonly seat: string; readonly label: string | undefined }[];
  /** What can stand in the place of the sanction. */
  readonly sanctions: readonly SanctionId[];
  /** Whether nothing was found to be broken yet. */
  readonly asksFindings: boolean;
}

function challengePlace(facts: Facts, challenge: Challenge): ChallengePlace {
  const { rulebook, current } = facts;
  const decision = current.decisions.find(({ id }) => id === challenge.against.decision);
  const seats = benchOf(facts, challenge)?.seats ?? [];
  return {
    id: challenge.id,
    verdicts: verdictsOf(facts, challenge),
    seats: seats.map((seat) => ({ seat, label: rulebook.externals[seat.replace("external:", "")]?.label })),
    sanctions: sanctionsFor(facts, challenge),
    asksFindings: decision === undefined || decision.findings.length === 0,
  };
}

/** Where a case is, for somebody who handles or decides it; undefined for anybody else. */
export async function placeFor(house: House, caller: AccountRef, ref: CaseRef): Promise<Place | undefined> {
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  if (facts === undefined || facts.viewer.kind === "party" || facts.viewer.kind === "witness") return undefined;
  const { rulebook, current } = facts;
  const { procedure, stage } = current;
  const isHandler = facts.viewer.kind === "handler";
  return {
    rulebook,
    procedure,
    stage: stage.stage,
    vote: findVoteStage(rulebook, current),
    challenges: current.challenges
      .filter((each) => isBefore(facts, each, facts.caller))
      .map((each) => challengePlace(facts, each)),
    days: daysView(house, facts),
    interim: isHandler ? interimOf(facts) : [],
    conditions: isHandler
      ? imposedIn(rulebook, current).map((imposed) => ({
          key: sanctionKey(current, imposed),
          conditions: notableConditions(facts, imposed),
        }))
      : [],
    breakable: isHandler ? breakableIn(facts) : [],
    respondents: partiesOf(current, "respondent").map(({ party }) => ({
      party,
      pseudonym: pseudonymOf(current, party),
      classes: classesIn(current, facts.classes ?? {})[party] ?? [],
    })),
    givers: isHandler ? giversOf(facts) : [],
    earlier: isHandler || (facts.viewer.kind === "voter" && facts.viewer.isCleared) ? earlierIn(facts) : [],
    returnables: isHandler ? returnablePlaces(facts) : [],
    apart: isHandler ? apartPlace(facts) : undefined,
    finding: findingHere(current)?.rules,
    hands: isHandler ? handsView(house, facts) : undefined,
    tells: isHandler ? tellsView(rulebook, current, facts.belonging) : {},
    panel: isHandler ? panelPlace(house, facts) : undefined,
  };
}

function panelPlace(house: House, { rulebook, roster, current, parties }: Facts): Place["panel"] {
  const panel = publishableIn(rulebook, current)?.panel;
  if (panel === undefined) return undefined;
  const people = panelistsOf(rulebook, roster, current, panel, parties);
  return {
    needed: neededOn(rulebook, panel),
    people: people.map((person) => ({ person, name: nameOf(house, person) })),
  };
}

function earlierIn({ rulebook, current }: Facts): readonly EarlierPlace[] {
  return imposedIn(rulebook, current)
    .filter((each) => each.interim === undefined && !each.hasLapsed && endedAt(each) === undefined)
    .map(({ sanction, party, until }) => ({
      sanction,
      pseudonym: pseudonymOf(current, party.party),
      until: until === undefined ? undefined : localDay(rulebook, until).toString(),
    }));
}

function giversOf({ rulebook, current }: Facts): readonly GiverPlace[] {
  return current.parties.map((party) => ({
    party: party.party,
    role: party.role,
    pseudonym: pseudonymOf(current, party.party),
    openable: (party.role === "witness" ? [] : openableTo(current, party)).map((item) => ({
      item: item.item,
      of: item.of,
      from: item.party === undefined ? undefined : pseudonymOf(current, item.party),
      on: item.on ?? localDay(rulebook, item.given).toString(),
    })),
  }));
}

function interimOf(facts: Facts): Place["interim"] {
  const alone = imposableBy(facts).map(({ sanction, grounds }) => ({ sanction, grounds, body: undefined }));
  const asked = askableIn(facts).map(({ sanction, grounds, by }) => ({
    sanction,
    grounds,
    body: by.kind === "anyone" ? "anyone" : by.id,
  }));
  return [...alone, ...asked];
}

function breakableIn({ rulebook, current, at }: Facts): Place["breakable"] {
  return imposedIn(rulebook, current).map((imposed) => ({
    key: sanctionKey(current, imposed),
    consequences: consequencesOf(rulebook, current, imposed, at),
  }));
}

/** Every rulebook by which a case may go on. */
export function rulebooksOf(house: House): readonly Rulebook[] {
  return house.versions.all().map(({ rulebook }) => rulebook);
}
