import type { Recipients, Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyRole } from "../case/party.ts";
import type { BodyId, PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf, peopleOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Route } from "./routes.ts";

/** One set of people to whom a report about a receiver may go instead; they act together. */
interface Alternative {
  readonly key: string;
  readonly people: readonly PersonId[];
}

export interface Routing {
  /** Who will read the report. */
  readonly receivers: readonly PersonId[];
  /** Receivers whom it passes by. */
  readonly keptOut: readonly PersonId[];
  /** Whom the filer may choose instead, when the report is about a receiver; empty otherwise. */
  readonly alternatives: readonly Alternative[];
  /** By which clause it goes to them. */
  readonly clause: string;
}

/** Nobody would be left to read a report. */
export type NobodyToReceive = Extract<Refusal, { refused: "nobody-to-receive" }>;

/** Everybody who may be asked about in "is it about one of these people?". */
export function receiversOf(rulebook: Rulebook, roster: Roster): readonly PersonId[] {
  return holdersOf(rulebook, roster, rulebook.intake.report.to);
}

/** Everybody who holds an office that reports may go to. */
export function officersOf(rulebook: Rulebook, roster: Roster): readonly PersonId[] {
  const { choose } = rulebook.intake.report.about_a_receiver;
  const others = choose.flatMap((recipients) => peopleOf(rulebook, roster, recipients));
  const onRoutes = rulebook.intake.report.routes.flatMap(({ to = [] }) =>
    to.flatMap((selector) => holdersOf(rulebook, roster, selector)),
  );
  return [...new Set([...receiversOf(rulebook, roster), ...onRoutes, ...others])];
}

/**
 * Who reads a report: the receiving body, without whoever files it; where it is about a receiver, only those the filer chooses from the
 * alternatives of the rulebook (the first alternative until a choice is made), never anybody it is about. A report by the only receiver
 * goes to these too.
 * @param filers whoever it is from, as far as that is known
 * @param about the people it is about, as far as they are known
 * @param chosen the key of the alternative the filer chose
 * @param route on which it goes; where that names its own receivers, and one of them can read it, they do
 * @param isFree whether the filer chooses in any case, among those who receive it and the alternatives
 * @returns a refusal when nobody would be left to read it
 */
export function routeReport(
  rulebook: Rulebook,
  roster: Roster,
  filers: readonly PersonId[],
  about: readonly PersonId[],
  chosen: string | undefined,
  route?: Pick<Route, "to" | "clause">,
  isFree = false,
): Routing | NobodyToReceive {
  const { report } = rulebook.intake;
  const onRoute = receiversOnRoute(rulebook, roster, [...filers, ...about], route);
  if (onRoute !== undefined) return onRoute;
  const body = receiversOf(rulebook, roster);
  const implicated = body.filter((person) => about.includes(person));
  const others = body.filter((person) => !filers.includes(person));
  const usual = isFree && implicated.length === 0 ? [{ key: others.join("+"), people: others }] : [];
  if (implicated.length === 0) {
    const receivers = others;
    if (receivers.length > 0 && !isFree)
      return {
        receivers,
        keptOut: body.filter((person) => filers.includes(person)),
        alternatives: [],
        clause: report.clause,
      };
    if (body.length === 0) return { refused: "nobody-to-receive", clause: report.clause };
  }
  const mayReceive = (person: PersonId) => !filers.includes(person) && !about.includes(person);
  const alternatives = [
    ...usual,
    ...report.about_a_receiver.choose.flatMap((recipients) => optionsOf(rulebook, roster, recipients)),
  ].filter((option) => option.people.length > 0 && option.people.every(mayReceive));
  const taken = alternatives.find((option) => option.key === chosen) ?? alternatives[0];
  if (taken === undefined) return { refused: "nobody-to-receive", clause: report.about_a_receiver.clause };
  return {
    receivers: taken.people,
    keptOut: body.filter((person) => !taken.people.includes(person)),
    alternatives,
    clause: report.clause,
  };
}

/**
 * The same without those who have seen what it is about, as long as somebody is left: where the rulebook has a witness count as having a
 * conflict without being asked. Whoever the filer chose stays.
 * @param witnesses those whom the report names as witnesses
 */
export function passingWitnesses(rulebook: Rulebook, routing: Routing, witnesses: readonly PersonId[]): Routing {
  const { receivers, keptOut, alternatives } = routing;
  const left = receivers.filter((person) => !witnesses.includes(person));
  const isCounted = rulebook.conflicts.automatic.includes("witness") && alternatives.length === 0;
  if (!isCounted || left.length === 0 || left.length === receivers.length) return routing;
  return { ...routing, receivers: left, keptOut: [...keptOut, ...receivers.filter((each) => !left.includes(each))] };
}

/** The first of the receivers of a route of whom nobody is a party; it passes by those before them. */
function receiversOnRoute(
  rulebook: Rulebook,
  roster: Roster,
  parties: readonly PersonId[],
  route: Pick<Route, "to" | "clause"> | undefined,
): Routing | undefined {
  const each = (route?.to ?? []).map((selector) => holdersOf(rulebook, roster, selector));
  const at = each.findIndex((people) => people.length > 0 && !people.some((person) => parties.includes(person)));
  const receivers = each[at];
  if (route === undefined || receivers === undefined) return undefined;
  return { receivers, keptOut: each.slice(0, at).flat(), alternatives: [], clause: route.clause };
}

/** A selector gives each of its people as an option of its own; "all of" gives one option with all of them. */
function optionsOf(rulebook: Rulebook, roster: Roster, recipients: Recipients): readonly Alternative[] {
  const people = peopleOf(rulebook, roster, recipients);
  if ("all_of" in recipients) return [{ key: people.join("+"), people }];
  return people.map((person) => ({ key: person, people: [person] }));
}

/** Somebody who is a party of a case, as far as they are known. */
export interface PartyPerson {
  readonly role: PartyRole;
  readonly person: PersonId | undefined;
}

/** The body that has a party among its members of those who count for that, where the rulebook then lets others decide. */
export function findPartyInBody(
  rulebook: Rulebook,
  roster: Roster,
  parties: readonly PartyPerson[],
): BodyId | undefined {
  const rule = rulebook.conflicts.party_in_body;
  if (rule === undefined) return undefined;
  const people = parties.flatMap(({ role, person }) => (rule.roles.includes(role) ? (person ?? []) : []));
  return rule.bodies.find((body) =>
    holdersOf(rulebook, roster, { kind: "body", id: body }).some((member) => people.includes(member)),
  );
}
