import { localDay } from "../../domain/deadlines/calendar.ts";
import { awayFrom, deputiesOf } from "../../domain/roster.ts";
import type { Claim, Effect } from "../effect.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { AppointmentView } from "../message.ts";
import { personName } from "../personName.ts";
import type { Outcome } from "./syncRoom.ts";
import { tellPerson } from "./tellPerson.ts";

type Told = Extract<Effect, { kind: "appointment" }>;

/** Tells somebody who has come to hold an office, or ceases to. */
export async function deliverAppointment(house: House, effect: Told, claim: Claim): Promise<Outcome> {
  await house.seats.learn();
  const view = await viewOf(house, effect);
  const person = house.people.get(effect.person) ?? (await house.store.person(effect.person));
  if (view === undefined || person === undefined) return { kind: "done" };
  const key = `appointment:${effect.appointment}:${effect.person}`;
  const told = await tellPerson(house, person, key, { kind: "appointment", view }, claim);
  if (told !== "told" && told !== "unreachable") return told;
  if (told === "unreachable") house.log.warn("somebody was not told of an appointment");
  return { kind: "done" };
}

async function viewOf(house: House, { appointment, person }: Told): Promise<AppointmentView | undefined> {
  const entered = house.seats.entered.find(({ id }) => id === appointment);
  if (entered === undefined) return undefined;
  const { rulebook } = house;
  const { kind, by, until } = entered;
  const away = awayFrom(entered.key);
  const office = away ?? entered.key;
  return {
    ...(away === undefined ? {} : { deputies: deputyNames(house, away) }),
    kind,
    who: await personName(house, entered.person),
    isOwn: entered.person === person,
    office,
    from: kind === "begins" ? localDay(rulebook, entered.from).toString() : undefined,
    until: until === undefined ? undefined : localDay(rulebook, until.subtract({ nanoseconds: 1 })).toString(),
    by: by.kind === "file" ? undefined : await personName(house, by.person),
    clause: rulebook.offices[office]?.clause,
  };
}

const deputyNames = (house: House, id: string): readonly string[] =>
  deputiesOf(house.rulebook, house.roster, { kind: "office", id }).map((person) => nameOf(house, person));
