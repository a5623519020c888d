import { isNamed } from "../../domain/acts/endAct.ts";
import { supportOf, supportPool } from "../../domain/acts/supportContact.ts";
import { askedParties, agreementHere } from "../../domain/case/agreements.ts";
import { toldOfApart, askedAcross, wordingBefore } from "../../domain/case/apart.ts";
import { isAuthor } from "../../domain/case/case.ts";
import { takesEvidence, readableBy } from "../../domain/case/evidence.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { questionTo } from "../../domain/case/questions.ts";
import { isClosed } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId, StageId, PersonId, PartyId } from "../../domain/identity.ts";
import { isSpokenFor, spokespersonOf, unanswered } from "../../domain/intake/together.ts";
import { ownVoiceRule } from "../../domain/parties/companions.ts";
import { organisationIn } from "../../domain/parties/representative.ts";
import { leadOf } from "../../domain/parties/viewer.ts";
import type { Course } from "../../domain/timeline/course.ts";
import { courseOf } from "../../domain/timeline/course.ts";
import { why } from "../../domain/why/why.ts";
import type { Facts } from "../actOnCase.ts";
import type { House, Caller } from "../house.ts";
import { nameOf } from "../house.ts";
import type { NoticeView } from "../notice.ts";
import { knownOfNotice } from "../sanctions/knownOfNotice.ts";
import type { OwnChoice } from "../views/choiceView.ts";
import { ownChoice } from "../views/choiceView.ts";
import { ownRecord } from "../views/hearingView.ts";
import type { OwnRecord } from "../views/hearingView.ts";
import type { HelpView } from "../views/helpView.ts";
import { helpView } from "../views/helpView.ts";
import { noticeView } from "../views/noticeView.ts";
import type { ShownVersion } from "../views/shownVersion.ts";
import { shownVersion } from "../views/shownVersion.ts";
import type { MyChallenges } from "./myChallenges.ts";
import { myChallenges } from "./myChallenges.ts";
import { voiceView } from "./ownVoice.ts";
import { factsOfNamed } from "./readFacts.ts";
import type { SanctionView } from "./sanctions.ts";
import { ownSanctions } from "./sanctions.ts";

/** A case as one of its parties may see it. */
export interface MyCase {
  readonly case: CaseId;
  readonly codeName: string;
  readonly role: PartyRole;
  /** What the organisation is called, for whoever represents it as a party. */
  readonly represents?: string | undefined;
  /** Whether the report is from this party. */
  readonly isAuthor: boolean;
  readonly received: string;
  readonly stage: StageId;
  /** The stages of which this party may know, one after the other. */
  readonly course?: Course | undefined;
  readonly isClosed: boolean;
  /** Whether the report has reached at least one officer. */
  readonly hasArrived: boolean;
  readonly lead: string | undefined;
  readonly notices: readonly NoticeView[];
  /** The own sanctions, with how long they hold and why. */
  readonly sanctions: readonly SanctionView[];
  readonly clause: string;
  /** To whom this party can turn, and who else there is; undefined for a party for whom the rulebook has nobody. */
  readonly support: MySupport | undefined;
  /** Who reports it together with this party. */
  readonly together?: TogetherView | undefined;
  /** Where this party gets help; not said to whomever a report is about. */
  readonly help: HelpView | undefined;
  /** Whether this party may end the case now. */
  readonly canEnd: boolean;
  /** Whether this party was asked for more and has not answered. */
  readonly canAnswer: boolean;
  /** The text to which they are asked to agree. */
  readonly agreement?: string | undefined;
  /** Whether they are kept apart from the other side, and what they can say to it through those who handle the case. */
  readonly across?: AcrossView;
  /** What this party chooses between, of how it goes on. */
  readonly choice?: OwnChoice | undefined;
  /** Whether this party can hand something in, and whether there is something of it that they may read. */
  readonly canGive?: boolean;
  readonly hasEvidence?: boolean;
  /** Whether this party can ask for the record of a hearing, has asked, or can read it. */
  readonly record?: OwnRecord | undefined;
  /** Who goes with this party, and whether they can say so now; undefined where the rules say nothing of it. */
  readonly companion?: { readonly name: string | undefined; readonly canName: boolean } | undefined;
  /** Whether the deciding body asks this party something. */
  readonly canReply?: boolean;
  /** What this party can challenge, and what it has challenged. */
  readonly challenges: MyChallenges;
  /** The version of the rulebook by which it goes, where that is not the one in force. */
  readonly version: ShownVersion | undefined;
}

/** The cases in which somebody is a party, as far as this party may know of them; newest first. */
export async function myCases(house: House, caller: Caller): Promise<readonly MyCase[]> {
  const found = await factsOfNamed(house, caller);
  const views = found.map(async (facts) =>
    facts.viewer.kind === "party"
      ? [await myCase(house, facts, facts.viewer.party.party, facts.viewer.party.role)]
      : [],
  );
  return (await Promise.all(views)).flat();
}

async function myCase(house: House, facts: Facts, party: string, role: PartyRole): Promise<MyCase> {
  const { rulebook, roster, current, at } = facts;
  const lead = leadOf(rulebook, roster, current);
  const own = current.notices.filter((notice) => notice.to.kind === "party" && notice.to.party === party);
  const notices = await Promise.all(
    own.map(async (notice) => {
      const drawnAt = notice.delivered?.when ?? at;
      const known = await knownOfNotice(house, facts.stored, current, notice, drawnAt);
      return noticeView(house.store, rulebook, current, notice, drawnAt, known);
    }),
  );
  return {
    case: current.id,
    codeName: current.codeName,
    role,
    represents: organisationIn(current.parties) === party ? rulebook.organisation.name : undefined,
    isAuthor: current.parties.some((each) => each.party === party && isAuthor(current, each)),
    received: localDay(rulebook, current.received).toString(),
    stage: current.stage.stage,
    course: ownCourse(facts),
    isClosed: isClosed(rulebook, current),
    hasArrived: current.announced.length > 0,
    lead: lead === undefined ? undefined : nameOf(house, lead),
    notices,
    sanctions: await ownSanctions(house, facts),
    clause: rulebook.procedures[current.procedure]?.clause ?? "",
    support: mySupport(house, facts),
    together: myTogether(facts, party),
    help: role === "respondent" ? undefined : helpView(rulebook, current.procedure),
    canEnd: why(facts, { kind: "end" }).kind === "possible",
    agreement: agreementFor(facts),
    across: acrossView(facts, party),
    choice: ownChoice(rulebook, current, party),
    canAnswer: why(facts, { kind: "answer", statement: "" }).kind === "possible",
    canGive: takesEvidence(rulebook, current),
    companion: await myCompanion(house, facts, party),
    canReply: questionTo(current, party) !== undefined,
    hasEvidence: current.parties.some((each) => each.party === party && readableBy(current, each).length > 0),
    record: ownRecord(facts),
    challenges: await myChallenges(house, facts),
    version: shownVersion(house, facts.stored),
  };
}

async function myCompanion(house: House, facts: Facts, party: PartyId): Promise<MyCase["companion"]> {
  const { rulebook, current } = facts;
  if (ownVoiceRule(rulebook) === undefined) return undefined;
  const voice = await voiceView(house, facts, party);
  return { name: voice?.companion, canName: !isClosed(rulebook, current) };
}

function ownCourse({ rulebook, current, viewer, at }: Facts): Course | undefined {
  if (viewer.kind !== "party") return undefined;
  const { party } = viewer;
  return courseOf(rulebook, current, { kind: "party", party, isAuthor: isAuthor(current, party) }, at);
}

/** What a party can say to the other side now. */
interface AcrossView {
  readonly isApart: boolean;
  readonly canAsk: boolean;
  readonly canAnswer: boolean;
  readonly hasWording: boolean;
}

function acrossView(facts: Facts, party: string): AcrossView {
  const { current } = facts;
  return {
    isApart: toldOfApart(current, { party }) !== undefined,
    canAsk: why(facts, { kind: "ask-across", words: "", statement: "" }).kind === "possible",
    canAnswer: askedAcross(current, party) !== undefined,
    hasWording: wordingBefore(current, party) !== undefined,
  };
}

/** The officer to whom somebody can turn, and the others who could be chosen now. */
interface MySupport {
  readonly name: string | undefined;
  readonly others: readonly { readonly person: PersonId; readonly name: string }[];
}

function mySupport(house: House, facts: Facts): MySupport | undefined {
  const { rulebook, roster, current, viewer } = facts;
  const rule = rulebook.procedures[current.procedure]?.support_contact;
  if (
    rule === undefined ||
    viewer.kind !== "party" ||
    isSpokenFor(current, viewer.party) ||
    !isNamed(rule.changeable_by, current, viewer.party)
  )
    return undefined;
  const contact = supportOf(rulebook, roster, current);
  const others = isClosed(rulebook, current) ? [] : supportPool(facts).filter((person) => person !== contact);
  return {
    name: contact === undefined ? undefined : nameOf(house, contact),
    others: others.map((person) => ({ person, name: nameOf(house, person) })),
  };
}

/** Of those who report something together, as one of them sees it. */
interface TogetherView {
  /** Those who report it, without whom it is shown to. */
  readonly names: readonly string[];
  readonly open: number;
  readonly spokesperson: { readonly name: string; readonly isOneself: boolean } | undefined;
}

function myTogether({ current, stored }: Facts, party: PartyId): TogetherView | undefined {
  const own = current.parties.find((each) => each.party === party);
  if (current.together === undefined || own?.role !== "complainant") return undefined;
  const calledOf = (id: PartyId) => stored.identities.find((each) => each.party === id)?.name ?? "?";
  const speaks = spokespersonOf(current);
  const others = current.parties.filter(({ role, party: id }) => role === "complainant" && id !== party);
  return {
    names: others.map(({ party: id }) => calledOf(id)),
    open: unanswered(current).length,
    spokesperson: speaks === undefined ? undefined : { name: calledOf(speaks), isOneself: speaks === party },
  };
}

/** The text to which a party is asked to agree, and whose answer counts now. */
function agreementFor({ rulebook, current, viewer }: Facts): string | undefined {
  if (viewer.kind !== "party") return undefined;
  const { party } = viewer.party;
  const isAsked = askedParties(rulebook, current).some((each) => each.party === party);
  return isAsked ? agreementHere(current)?.agreement : undefined;
}
