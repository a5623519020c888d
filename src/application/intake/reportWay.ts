import type { Temporal } from "temporal-polyfill";

import type { Follows } from "../../domain/case/sanctionEntries.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import { passedFor } from "../../domain/deadlines/programmes.ts";
import { latenessOf } from "../../domain/deadlines/timeBar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { flagsOfReport } from "../../domain/intake/flags.ts";
import type { Routing, NobodyToReceive } from "../../domain/parties/receivers.ts";
import { passingWitnesses, routeReport, receiversOf } from "../../domain/parties/receivers.ts";
import { isAboutOrganisation, mayRepresent } from "../../domain/parties/representative.ts";
import type { Beginning, Route } from "../../domain/parties/routes.ts";
import { findRoute, beginningOn, beginningOf } from "../../domain/parties/routes.ts";
import { toSupervisor } from "../../domain/parties/supervisors.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { BroughtAlong } from "../acts/messageFiles.ts";
import type { Author } from "../acts/reportAuthor.ts";
import type { Named } from "../acts/together.ts";
import type { House } from "../house.ts";
import type { Identity } from "../person.ts";
import type { ReportAnswers } from "./reportAnswers.ts";
import { peopleNamed, namesakes, peopleNamedIn } from "./reportPeople.ts";
import type { ReportVoice } from "./reportVoice.ts";

/** The question of a report under which stands who saw or heard it. */
const WITNESSES = "witnesses";

/** What is said of a report that comes too late, before it is sent. */
export interface LateView {
  /** The last day, as 2026-03-15. */
  readonly lastDay: string;
  readonly to: Selector;
  readonly isFinal: boolean;
  readonly clause: string;
}

/** Who reads a report, and how its case begins. */
export interface ReportWay {
  readonly routing: Routing;
  readonly beginning: Beginning;
  readonly follows: Follows | undefined;
  readonly late: LateView | undefined;
  /** Who reports it together with the author. */
  readonly together?: Named | undefined;
  /** That the author speaks for themselves, where the rules ask it. */
  readonly voice?: ReportVoice | undefined;
  /** How it is handled otherwise than the rest. */
  readonly flags: readonly Flag[];
  /** Whether the author chooses who handles it though it is about nobody who would receive it. */
  readonly isOwnChoice: boolean;
  /** Whether it is about whoever enters it: who reads it is not said to them. */
  readonly isAboutEnterer: boolean;
  /** Those whom it names, where it counts as being about the organisation: none of them is a party, and all are kept out of it. */
  readonly concerned?: readonly PersonId[] | undefined;
  /** Where the organisation itself is the respondent, who represents it, as far as there is somebody. */
  readonly organisation?: { readonly representative: PersonId | undefined } | undefined;
  /** What was copied from the message from whose menu it was begun. */
  readonly brings?: BroughtAlong | undefined;
}

/** Why a report can be filed no more: what it is about is too long ago, or what it had to come before is over. */
function tooLateOf(
  { rulebook }: House,
  answers: ReportAnswers,
  route: Route | undefined,
  received: Temporal.Instant,
): TooLate | LateView | undefined {
  if (route?.until !== undefined) {
    const over = passedFor(rulebook, route.until.before, received);
    if (over === undefined) return undefined;
    const closed = localTime(rulebook, over).toString({ smallestUnit: "minute" });
    return { refused: "event-over", closed, clause: route.until.clause };
  }
  const lateness = latenessOf(rulebook, answers.texts, received);
  if (lateness === undefined) return undefined;
  const { lastDay, clause, late } = lateness;
  if (late === undefined) return { refused: "too-late", lastDay, clause };
  return { lastDay, to: late.to, isFinal: late.final, clause };
}

type TooLate = Extract<Refusal, { refused: "too-late" | "event-over" }>;

export function wayOf(
  house: House,
  author: Author,
  about: readonly PersonId[],
  answers: ReportAnswers,
  chosen: string | undefined,
  follows: Follows | undefined,
  together?: Named,
  affected?: Identity,
): ReportWay | NobodyToReceive | TooLate {
  const { rules, texts } = answers;
  const { rulebook, roster } = house;
  const authors = author.person === undefined ? peopleNamed(house, [author.name]) : [author.person];
  const route = findRoute(rulebook, roster, { rules, about, filers: authors, answers: texts });
  const named = namesakes(house, answers);
  const everybody = [...about, ...named];
  const sufferers = peopleNamedIn(house, affected === undefined ? [] : [affected]);
  const besides = author.companion === undefined ? [] : [author.companion];
  const filers = [...authors, ...besides, ...peopleNamedIn(house, together?.identities ?? []), ...sufferers];
  // Whoever enters a report about themselves has no say in who reads it.
  const mayChoose = author.entered === undefined || !everybody.includes(author.entered.by);
  const flags = flagsOfReport(rulebook, { rules, answers: texts });
  const isFree = mayChoose && answers.relation !== "self" && flags.includes("survivor_centric");
  const { self_disclosure: ownWay } = rulebook.intake.report;
  const isOwn = answers.relation === "self" && ownWay !== undefined;
  const to = isOwn ? { to: [ownWay.to], clause: ownWay.clause } : route;
  const above =
    flags.includes("to_supervisor") && !isOwn
      ? toSupervisor(rulebook, roster, author.person, [...filers, ...everybody])
      : undefined;
  const routed = (out: readonly PersonId[]) =>
    routeReport(rulebook, roster, [...filers, ...out], everybody, mayChoose ? chosen : undefined, to, isFree);
  const isParty = answers.relation !== "self" && isAboutOrganisation(rulebook, { answers: texts, route });
  const taken = [...filers, ...everybody, ...(above?.receivers ?? []), ...(author.entered ? [author.entered.by] : [])];
  // Whoever represents the organisation does not read the report: somebody else has to be left who does.
  const representative = isParty
    ? mayRepresent(rulebook, roster, taken).find((person) => !isRefusal(routed([person])))
    : undefined;
  const found = above ?? routed(representative === undefined ? [] : [representative]);
  if (isRefusal(found)) return found;
  const first = mayChoose ? found : { ...found, alternatives: [] };
  const routing = passingBy(passingWitnesses(rulebook, first, peopleNamed(house, [texts[WITNESSES] ?? ""])), author);
  const late = tooLateOf(house, answers, route, author.received);
  if (late !== undefined && isRefusal(late)) return late;
  const own = follows === undefined ? undefined : rulebook.non_compliance?.procedure;
  const isPassing = receiversOf(rulebook, roster).some((person) => [...filers, ...everybody].includes(person));
  return {
    routing,
    flags,
    isOwnChoice: isFree && !isPassing,
    beginning: own === undefined ? beginningOn(rulebook, route) : beginningOf(rulebook, own),
    follows,
    late,
    isAboutEnterer: !mayChoose,
    concerned: route?.treated_as === "organisation" ? everybody : undefined,
    organisation: isParty ? { representative } : undefined,
  };
}

/** Whoever entered a report and does not read it is kept out of its case: they know its names. */
function passingBy(routing: Routing, { entered }: Author): Routing {
  if (entered === undefined || routing.receivers.includes(entered.by)) return routing;
  return { ...routing, keptOut: [...new Set([...routing.keptOut, entered.by])] };
}
