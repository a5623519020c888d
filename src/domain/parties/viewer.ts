import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { approvedBriefs, findApprovedBrief, findVoteStage } from "../case/briefs.ts";
import { isAuthor, openVote } from "../case/case.ts";
import type { Brief, Case } from "../case/case.ts";
import type { PartyEntry } from "../case/party.ts";
import { isClosed } from "../case/stages.ts";
import type { PartyId, PersonId } from "../identity.ts";
import { oncePer } from "../oncePer.ts";
import { awayIn, awayKey, deputiesOf, votersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { officersOf } from "./receivers.ts";
import { stageOfficers } from "./stageOwners.ts";
import { supervisorsIn } from "./supervisors.ts";

/** As what somebody stands to a case. "nobody" is told exactly what is told when there is no such case. */
export type Viewer =
  | { readonly kind: "handler"; readonly person: PersonId }
  | { readonly kind: "voter"; readonly person: PersonId; readonly isCleared: boolean }
  | { readonly kind: "party"; readonly person: PersonId; readonly party: PartyEntry }
  /** Somebody who was asked what they saw: sees that, and what they said. */
  | { readonly kind: "witness"; readonly person: PersonId; readonly party: PartyEntry }
  /** Somebody before whom a challenge is, and who is nobody else to the case. */
  | { readonly kind: "addressee"; readonly person: PersonId }
  /** Somebody outside to whom the case was handed, and who has said that nothing stands between them and it. */
  | { readonly kind: "reader"; readonly person: PersonId }
  | { readonly kind: "nobody" };

/**
 * As what a person stands to a case.
 * A party is a party and nothing else; a respondent is nobody until something was sent to them (V-02); whoever stepped aside or was
 * passed by is nobody (V-03); members of the deciding body come in when the brief has been approved.
 * @param partyOfPerson which party of this case the person is, from the identity table
 */
export function viewerOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  person: PersonId,
  partyOfPerson: PartyId | undefined,
): Viewer {
  const party = current.parties.find((each) => each.party === partyOfPerson);
  // Whoever has seen something, and was let take part all the same, handles it.
  const isLet = party?.role === "witness" && current.hands.mitigated.includes(person);
  if (party !== undefined && !isLet) {
    if (!isInformed(current, party)) return { kind: "nobody" };
    return { kind: party.role === "witness" ? "witness" : "party", person, party };
  }
  // Whoever was named as reporting it too, and is not in, has no other part in it either.
  if (current.together?.members.some((each) => each.party === partyOfPerson) === true) return { kind: "nobody" };
  if (current.recused.includes(person) || current.keptOut.includes(person)) return { kind: "nobody" };
  if (handlersOf(rulebook, roster, current).includes(person)) return { kind: "handler", person };
  if (decidersOf(rulebook, roster, current).includes(person))
    return { kind: "voter", person, isCleared: current.cleared.includes(person) };
  if (current.records.escalations.some((each) => each.person === person && each.isTaken === true))
    return { kind: "reader", person };
  return { kind: "nobody" };
}

/** Who handles the case now: whoever has left office does so no longer, as long as somebody is left who has not. */
export function handlersOf(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const inOffice = handlersInOffice(rulebook, roster, current);
  return inOffice.length > 0 ? inOffice : current.handlers;
}

/** Those who handle the case and hold an office by which they may, or act for somebody who does. */
const handlersInOffice = (rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] =>
  handlersAmong(current, roster, mayHandle(rulebook)(roster), mayHandle(rulebook)(roster));

/** The same without those who are away from the office by which they do. */
export const handlersHere = (rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] =>
  handlersAmong(current, roster, mayHandleHere(rulebook)(roster), mayHandle(rulebook)(roster));

/**
 * @param own who handles cases by an office
 * @param sending for whom somebody else can act
 */
function handlersAmong(
  { handlers, hands: { delegations } }: Case,
  roster: Roster,
  own: ReadonlySet<PersonId>,
  sending: ReadonlySet<PersonId>,
): readonly PersonId[] {
  const seated = delegations.length === 0 ? [] : Object.values(roster).flat();
  // Whoever has left, or acts for somebody who has, does so no longer.
  const acting = delegations.flatMap(({ from, to }) => (sending.has(from) && seated.includes(to) ? [to] : []));
  return handlers.filter((person) => own.has(person) || acting.includes(person));
}

/** Everybody who holds an office by which some case can be handled, and is not away from it, or stands in for whoever is. */
const mayHandleHere = oncePer((rulebook: Rulebook) =>
  oncePer(
    (roster: Roster): ReadonlySet<PersonId> =>
      new Set([
        ...officersOf(rulebook, roster),
        ...stageOfficers(rulebook, roster),
        ...supervisorsIn(rulebook, roster),
      ]),
  ),
);

/** The same with those who are away: they go on handling what they have. */
const mayHandle = oncePer((rulebook: Rulebook) =>
  oncePer((roster: Roster): ReadonlySet<PersonId> => new Set([...mayHandleHere(rulebook)(roster), ...awayIn(roster)])),
);

/** Those who stand in for somebody who handles the case and is away, and may handle it. */
export function standInsOf(rulebook: Rulebook, roster: Roster, { handlers }: Case): readonly PersonId[] {
  const left = Object.keys(rulebook.offices).filter((office) =>
    roster[awayKey(office)]?.some((person) => handlers.includes(person) && roster[office]?.includes(person) === true),
  );
  const deputies = left.flatMap((id) => deputiesOf(rulebook, roster, { kind: "office", id }));
  return [...new Set(deputies)].filter((person) => mayHandleHere(rulebook)(roster).has(person));
}

/** Who leads the case; nobody once the lead has left office, or while they are away and others are not, so that another officer can take it. */
export function leadOf(rulebook: Rulebook, roster: Roster, current: Case): PersonId | undefined {
  const { lead } = current;
  const here = handlersHere(rulebook, roster, current);
  const leading = here.length > 0 ? here : handlersOf(rulebook, roster, current);
  return lead !== undefined && leading.includes(lead) ? lead : undefined;
}

function isInformed(current: Case, party: PartyEntry): boolean {
  if (isAuthor(current, party)) return true;
  return current.notices.some((notice) => notice.to.kind === "party" && notice.to.party === party.party);
}

/**
 * The members of the body that decides the case, once an approved brief is before it; nobody earlier. Those the report passed by are not
 * among them, nor those who have handled it and know the names. A closed case is closed to whoever came onto the body since (V-13).
 */
export function decidersOf(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const stage = findVoteStage(rulebook, current);
  if (stage === undefined || findApprovedBrief(rulebook, current) === undefined) return [];
  const members = membersOf(rulebook, roster, current, stage.owner);
  return isClosed(rulebook, current) ? members.filter((person) => tookPart(current, person)) : members;
}

/**
 * The brief that somebody read as a member of a body that decided in the case before another one did; undefined for whoever did not.
 * @param parties the people who are parties in the case
 */
export function earlierBriefOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  person: PersonId,
  parties: readonly PersonId[],
): Brief | undefined {
  if (parties.includes(person) || current.recused.includes(person) || !tookPart(current, person)) return undefined;
  return approvedBriefs(rulebook, current).findLast(({ body }) =>
    membersOf(rulebook, roster, current, body).includes(person),
  )?.brief;
}

/** The members of a body but those whom the report passed by and those who have handled the case. */
function membersOf(rulebook: Rulebook, roster: Roster, current: Case, body: Selector): readonly PersonId[] {
  return votersOf(rulebook, roster, body).filter(
    (person) => !current.keptOut.includes(person) && !current.handlers.includes(person),
  );
}

function tookPart(current: Case, member: PersonId): boolean {
  return current.cleared.includes(member) || current.votes.some((vote) => vote.electorate.includes(member));
}

/** What there is to read in a case. */
export type Thing = "case" | "names" | "statements" | "brief" | "vote" | "own-notices" | "sanctions" | "why-so-long";

/** Whether this viewer may read that: the one place that says so. */
export function mayRead(current: Case, viewer: Viewer, thing: Thing): boolean {
  switch (viewer.kind) {
    case "handler":
      return thing !== "vote" && thing !== "own-notices";
    case "voter":
      if (thing === "brief") return viewer.isCleared;
      // What a decision of another case did to a sanction would tell the body that both are about one person.
      if (thing === "sanctions")
        return (
          viewer.isCleared &&
          (current.decision?.vote !== undefined || current.kept.interims.some(({ vote }) => vote !== undefined))
        );
      return thing === "vote" && (openVote(current) !== undefined || current.votes.length > 0);
    case "party":
      if (thing === "sanctions" || thing === "why-so-long") return viewer.party.role === "respondent";
      return thing === "own-notices";
    case "reader":
      return thing === "case" || thing === "names" || thing === "statements" || thing === "brief";
    case "witness":
    case "addressee":
    case "nobody":
      return false;
  }
}
