import type { Temporal } from "temporal-polyfill";

import { endOfTerm, localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { officersOf } from "../../domain/parties/receivers.ts";
import { holdersOf } from "../../domain/roster.ts";
import { admissionTo, askedOf, isFullName, isSameName } from "../../domain/sanctions/door.ts";
import type { Bar } from "../../domain/sanctions/door.ts";
import { notForYou } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { ensurePerson, findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, AccountRef } from "../person.ts";
import type { DoorQuestion } from "../ports.ts";

/** As what somebody asks at the door: whom the rulebook names, or somebody they named for a while. */
export type DoorKeeper = "keeper" | "delegate";

type DoorRule = NonNullable<Rulebook["door_check"]>;

interface AtTheDoor {
  readonly person: PersonId;
  readonly as: DoorKeeper;
  readonly rule: DoorRule;
}

/** Whether somebody may ask at the door now; undefined for everybody else, for whom there is no such thing. */
export async function doorFor(house: House, caller: AccountRef): Promise<DoorKeeper | undefined> {
  return (await atTheDoor(house, caller))?.as;
}

async function atTheDoor(house: House, caller: AccountRef): Promise<AtTheDoor | undefined> {
  const rule = house.rulebook.door_check;
  const person = rule === undefined ? undefined : await findPerson(house, caller);
  if (rule === undefined || person === undefined) return undefined;
  if (keepersOf(house, rule).includes(person)) return { person, as: "keeper", rule };
  const delegates = await house.store.doorDelegates(house.clock.now());
  // Whoever named them has to keep the doors still.
  const isNamed = delegates.some((each) => each.person === person && keepersOf(house, rule).includes(each.by));
  return isNamed ? { person, as: "delegate", rule } : undefined;
}

const keepersOf = (house: House, rule: DoorRule) =>
  rule.by.flatMap((selector) => holdersOf(house.rulebook, house.roster, selector));

/** Whom a question at the door is about: an account, or else a name. */
export interface AskedAtDoor {
  readonly account: Account | undefined;
  readonly name: string;
  readonly event: string;
}

/** The answer: never why, of which case, or that there is any. */
export interface DoorAnswer {
  readonly kind: "door-answer";
  readonly as: DoorKeeper;
  readonly whom: string;
  /** Whether it was looked for by a name: one that is spelt otherwise is not found. */
  readonly isByName: boolean;
  readonly event: string;
  /** Of what it is: a place or a service, or an application that somebody makes; of an event when left out. */
  readonly of?: "place" | "application" | undefined;
  readonly answer: "admit" | "refuse" | "unknown";
  /** The day from which the person may take part again, as 2026-06-02; undefined where none is known. */
  readonly until: string | undefined;
  readonly clause: string;
}

/** What is missing for an answer. */
export type DoorMissing = { readonly kind: "door-missing"; readonly what: "whom" | "full-name" };

/** Answers whether somebody may take part in an event of a kind now; every question is kept. */
export async function checkDoor(
  house: House,
  caller: AccountRef,
  asked: AskedAtDoor,
): Promise<DoorAnswer | DoorMissing | Blocked> {
  const here = await atTheDoor(house, caller);
  if (here === undefined) return notForYou;
  const { person: by, as, rule } = here;
  const name = asked.name.trim();
  if (asked.account === undefined && name === "") return { kind: "door-missing", what: "whom" };
  if (asked.account === undefined && !isFullName(name)) return { kind: "door-missing", what: "full-name" };
  const person = asked.account === undefined ? undefined : await findPerson(house, asked.account);
  const at = house.clock.now();
  const about = askedOf(rule, asked.event);
  const bars = await barsFor(house, person, asked);
  const admission = about === undefined ? undefined : admissionTo(bars, about, at, rule.always_open);
  const answer = admission?.kind ?? "unknown";
  const until = admission?.kind === "refuse" ? admission.until : undefined;
  const whom = asked.account?.name ?? name;
  await house.store.recordDoorQuestion({ by, at, about: person ?? whom, event: asked.event, answer });
  return {
    kind: "door-answer",
    as,
    whom,
    isByName: asked.account === undefined,
    event: asked.event,
    of: kindOf(rule, asked.event),
    answer,
    until: until === undefined ? undefined : localDay(house.rulebook, until).toString(),
    clause: rule.clause,
  };
}

function kindOf({ places, applications }: DoorRule, asked: string): DoorAnswer["of"] {
  if (applications?.[asked] !== undefined) return "application";
  return places?.[asked] === undefined ? undefined : "place";
}

/** Somebody who has an account may have been reported by name, when nobody knew of it: both are looked for. */
async function barsFor(
  house: House,
  person: PersonId | undefined,
  { account, name }: AskedAtDoor,
): Promise<readonly Bar[]> {
  const typed = account?.name ?? name;
  const isNamedSo = (other: string) => isFullName(typed) && isSameName(typed, other);
  const rows = await house.store.barred();
  const found = rows.filter((row) =>
    account !== undefined && row.isKnown ? row.whom === person : isNamedSo(row.name),
  );
  return found.flatMap(({ bars }) => bars);
}

/** Somebody who may ask at the door until a moment. */
export interface Delegated {
  readonly kind: "delegated";
  readonly whom: string;
  readonly until: Temporal.Instant;
  readonly clause: string;
}

/** Lets somebody ask at the door for as long as the rulebook says. */
export async function delegateDoor(house: House, caller: AccountRef, to: Account): Promise<Delegated | Blocked> {
  const here = await atTheDoor(house, caller);
  const delegate = here?.rule.delegate;
  if (here?.as !== "keeper" || delegate === undefined) return notForYou;
  const at = house.clock.now();
  const until = endOfTerm(house.rulebook, at, delegate.for);
  const person = await ensurePerson(house, to);
  await house.store.nameDoorDelegate({ person, by: here.person, at, until });
  return { kind: "delegated", whom: to.name, until, clause: here.rule.clause };
}

/** A question at the door as officers see it: who it was about is a letter, the same for the same person. */
export interface DoorLogLine {
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly about: string;
  readonly event: string;
  readonly answer: DoorQuestion["answer"];
}

/** So many questions are shown. */
const SHOWN = 20;

/** The latest questions at the door, for officers. */
export async function doorLog(house: House, caller: AccountRef): Promise<readonly DoorLogLine[] | Blocked> {
  const person = await findPerson(house, caller);
  const isOfficer = person !== undefined && officersOf(house.rulebook, house.roster).includes(person);
  if (!isOfficer || house.rulebook.door_check === undefined) return notForYou;
  const questions = await house.store.doorQuestions(SHOWN);
  const about = [...new Set(questions.map((question) => question.about))];
  return Promise.all(
    questions.map(async ({ at, by, about: whom, event, answer }) => ({
      at,
      by: house.people.has(by) ? nameOf(house, by) : ((await house.store.person(by))?.name ?? "?"),
      about: letterOf(about.indexOf(whom)),
      event,
      answer,
    })),
  );
}

const letterOf = (index: number) => String.fromCodePoint(65 + index);
