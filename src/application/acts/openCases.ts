import type { CaseId, PersonId, StageId } from "../../domain/identity.ts";
import { isNamed } from "../../domain/parties/findNames.ts";
import { openableBy } from "../../domain/parties/opening.ts";
import { notForYou } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import { atThisMoment, ensurePerson, findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { handlersAtStart, openingChange } from "../openCase.ts";
import type { Account, AccountRef, Identity } from "../person.ts";
import { alreadyFiled } from "./fileReport.ts";

/** What is entered of a matter that nobody has reported. */
export interface UnreportedText {
  /** The procedure, and the stage with which it begins: "discipline/committee". */
  readonly start: string;
  readonly what: string;
  /** Whom it is about, by an account or by name; nobody where that is not known. */
  readonly about: readonly Account[];
  readonly aboutOthers: string;
  readonly reasons: string;
}

/** A way in which somebody may open a case, as it is chosen. */
export interface OpenableView {
  readonly value: string;
  readonly procedure: string;
  readonly stage: StageId;
}

/** With what somebody may begin a case that nobody has reported; none for whoever may not. */
export async function openable(house: House, caller: AccountRef): Promise<readonly OpenableView[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  return openableBy(house.rulebook, house.roster, person).map(({ procedure, stage }) => ({
    value: `${procedure}/${stage}`,
    procedure,
    stage,
  }));
}

export interface Opened {
  readonly kind: "opened";
  readonly case: CaseId;
  readonly codeName: string;
  readonly handlers: readonly string[];
  readonly clause: string;
}

/**
 * Opens a case that nobody has reported: the organisation is the complainant, and nobody is told. Refused for whoever may not, and where it
 * is about whoever opens it. The same draft is opened once.
 */
export async function openUnreported(
  given: House,
  caller: Account,
  draft: string,
  text: UnreportedText,
  delivery: string,
): Promise<Opened | Blocked> {
  const house = await atThisMoment(given);
  const { rulebook, roster } = house;
  const by = await ensurePerson(house, caller);
  const ways = openableBy(rulebook, roster, by);
  const way = ways.find(({ procedure, stage }) => `${procedure}/${stage}` === text.start);
  if (way === undefined) return notForYou;
  const { clause } = way;
  const people = await Promise.all(text.about.map((account) => ensurePerson(house, account)));
  const named = namesakes(house, text);
  if (people.includes(by) || named.includes(by)) return explainFiling(rulebook, { refused: "about-oneself", clause });
  const { handlers, keptOut } = handlersAtStart(house, rulebook, way, [...people, ...named], named);
  for (;;) {
    const change = openingChange(
      house,
      { rulebook, hash: house.rulebookHash },
      {
        origin: caller.platform,
        procedure: way.procedure,
        stage: way.stage,
        relation: "on_behalf",
        rules: [],
        texts: JSON.stringify({ [fieldOf(house)]: text.what }),
        identities: identitiesOf(house, text, people),
        handlers: [...new Set([by, ...handlers])],
        keptOut: keptOut.filter((person) => person !== by),
        opened: { reasons: text.reasons, skipped: way.skipped },
        by: { kind: "person", person: by },
        draft,
        delivery,
        more: [],
      },
    );
    // oxlint-disable-next-line no-await-in-loop -- a name that is taken asks for another
    const committed = await house.store.commit(change);
    if (committed === "stale") continue;
    if (committed === "seen") return alreadyFiled(house, caller, draft);
    house.wakeOutbox();
    house.log.info("case opened without a report", { case: change.opens.codeName });
    const all = change.handlers.map((person) => nameOf(house, person));
    return { kind: "opened", case: change.case, codeName: change.opens.codeName, handlers: all, clause };
  }
}

/** The question of the report under which what happened stands. */
function fieldOf({ rulebook }: House): string {
  return rulebook.intake.report.fields.find(({ type }) => type === "long_text")?.id ?? "what";
}

/** Those in office whose name stands among those it is about: they may be somebody else of that name, and are passed by all the same. */
function namesakes(house: House, { about, aboutOthers }: UnreportedText): readonly PersonId[] {
  const texts = [aboutOthers, ...about.map(({ name }) => name)];
  return [...house.people.keys()].filter((person) => texts.some((text) => isNamed(text, nameOf(house, person))));
}

function identitiesOf(house: House, text: UnreportedText, people: readonly PersonId[]): readonly Identity[] {
  const known = people.map((person, i): Identity => ({
    party: house.chance.id(),
    role: "respondent",
    person,
    name: house.people.get(person)?.name ?? text.about[i]?.name ?? "?",
  }));
  const others = text.aboutOthers.trim();
  const named: readonly Identity[] =
    others === "" ? [] : [{ party: house.chance.id(), role: "respondent", person: undefined, name: others }];
  return [...known, ...named];
}
