import type { Entry, Recorded } from "../../domain/case/entry.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import type { PartyEntry, Actor } from "../../domain/case/party.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { wakesOf } from "../../domain/deadlines/due.ts";
import { urgentNotices } from "../../domain/deadlines/urgent.ts";
import type { PersonId } from "../../domain/identity.ts";
import { flagsOfReport } from "../../domain/intake/flags.ts";
import { askTogether } from "../../domain/intake/joining.ts";
import { findPartyInBody } from "../../domain/parties/receivers.ts";
import type { Author } from "../acts/reportAuthor.ts";
import { togetherEntry } from "../acts/together.ts";
import type { Change } from "../casePorts.ts";
import { effectsOf } from "../effects.ts";
import type { House } from "../house.ts";
import type { Account, Identity } from "../person.ts";
import type { ReportAnswers } from "./reportAnswers.ts";
import { namesakes } from "./reportPeople.ts";
import type { ReportWay } from "./reportWay.ts";

export function opening(
  house: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  { entered, received: since, isAnonymous }: Author,
  { routing, beginning, follows, late, together: named, voice, concerned = [], organisation, brings }: ReportWay,
  people: readonly Identity[],
  delivery: string | undefined,
): Change & { readonly opens: NonNullable<Change["opens"]> } {
  const { rulebook, roster, chance } = house;
  const id = chance.id();
  const codeName = chance.codeName();
  const statement = chance.id();
  const itself = organisation && organisationParty(house, organisation.representative);
  const identities = itself === undefined ? people : [...people, itself];
  const behind = identities.flatMap((identity) => identity.person ?? []);
  const { rules, texts } = answers;
  const flags = flagsOfReport(rulebook, { rules, answers: texts });
  const together = named === undefined ? undefined : togetherEntry(named, identities[0]?.party ?? "");
  const members = together?.members ?? [];
  const waiting = rulebook.intake.report.groups?.confirm_each === false ? [] : members;
  const received: Entry = {
    kind: "received",
    // From where somebody writes who gives no name is nobody's business.
    origin: isAnonymous === true ? (house.platforms()[0]?.name ?? caller.platform) : caller.platform,
    ...(isAnonymous === true ? { isAnonymous } : {}),
    procedure: beginning.procedure,
    startsAt: beginning.stage,
    relation: answers.relation,
    rules,
    statement,
    parties: identities
      .filter((identity) => !waiting.some((each) => each.party === identity.party))
      .map(({ party, role, person }): PartyEntry => ({
        party,
        role,
        hasAccount: person !== undefined,
        ...(party === itself?.party ? { isOrganisation: true } : {}),
      })),
    handlers: routing.receivers,
    keptOut: [...new Set([...routing.keptOut, ...namesakes(house, answers), ...concerned])],
    partyInBody: findPartyInBody(rulebook, roster, people),
    ...(entered === undefined ? {} : { entered: { how: entered.how, received: since } }),
    ...(late === undefined ? {} : { isLate: true }),
    follows,
    flags,
    grounds: answers.grounds ?? [],
    together,
  };
  const { party: from = "", role = "complainant" } = identities[0] ?? {};
  const by: Actor = entered === undefined ? { kind: "party", party: from } : { kind: "person", person: entered.by };
  const told: readonly Entry[] =
    entered === undefined
      ? []
      : [
          {
            kind: "notice-sent",
            notice: chance.id(),
            to: { kind: "party", party: from, role },
            subject: { kind: "entered", how: entered.how, on: localDay(rulebook, since).toString() },
          },
        ];
  const urgent = flags.includes("urgent") ? urgentNotices(routing.receivers, false, () => chance.id()) : [];
  const at = house.clock.now();
  const companion = voice?.companion === undefined ? undefined : chance.id();
  const said: readonly Entry[] = voice === undefined ? [] : [{ kind: "own-voice", party: from, companion }];
  const added = [...told, ...said, ...(brings?.entries ?? []), ...askTogether(members, () => chance.id()), ...urgent];
  const entries = [received, ...added].map((entry, i): Recorded => ({ version: i + 1, at, by, entry }));
  const current = foldCase({ id, codeName, entries });
  return {
    delivery,
    case: id,
    opens: { codeName, rulebook: house.rulebookHash, draft },
    expected: 0,
    entries,
    identities,
    words: [
      { id: statement, text: JSON.stringify(texts) },
      ...(brings?.words ?? []),
      ...(companion === undefined ? [] : [{ id: companion, text: JSON.stringify(voice?.companion) }]),
    ],
    isClosed: false,
    handlers: routing.receivers,
    wakes: wakesOf(rulebook, current),
    clears: [],
    recuses: [],
    effects: effectsOf(house, rulebook, undefined, current, [received, ...added], behind),
  };
}

/** The organisation itself as the respondent: everybody reads its name, and whoever represents it gets what a respondent gets. */
const organisationParty = (house: House, representative: PersonId | undefined): Identity => ({
  party: house.chance.id(),
  role: "respondent",
  person: representative,
  name: house.rulebook.organisation.name,
});
