import type { Temporal } from "temporal-polyfill";

import { endOfDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import type { Appointment } from "../../domain/people/appointment.ts";
import { isRunning } from "../../domain/people/appointment.ts";
import { kindKey } from "../../domain/roster.ts";
import { readRoll } from "../../rulebook/readRoll.ts";
import type { RollFault, RollLine } from "../../rulebook/readRoll.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import { learnSeats } from "../learnSeats.ts";
import type { Account, AccountRef } from "../person.ts";

/** A list of people who are to be of a class, or of whom something is to be so, until a last day where one is given. */
export interface RollGiven {
  readonly text: string;
  /** The class, such as member; or what is so, such as institution:exeter. */
  readonly class: string;
  readonly until: Temporal.PlainDate | undefined;
}

/** What entering a roll would do, before anything is entered. */
export interface RollPreview {
  readonly kind: "roll";
  readonly class: string;
  /** So many come to be of the class; and so many of them nobody knew before. */
  readonly entered: number;
  readonly fresh: number;
  /** So many are of it already, until the same day. */
  readonly already: number;
  /** Names of those who come to be of it, the first few. */
  readonly names: readonly string[];
  readonly faults: readonly (RollFault | { readonly line: number; readonly fault: "two-people" })[];
}

export type UnreadRoll = { readonly kind: "no-columns"; readonly found: readonly string[] };

/** So many names are shown. */
const SHOWN = 10;

interface Planned {
  readonly line: RollLine;
  /** Undefined for somebody whom nobody knew. */
  readonly person: PersonId | undefined;
}

interface Plan {
  readonly preview: RollPreview;
  readonly coming: readonly Planned[];
}

/** Looks at a roll and changes nothing. */
export async function previewRoll(house: House, given: RollGiven): Promise<RollPreview | UnreadRoll> {
  const plan = await planRoll(house, given);
  return plan.kind === "no-columns" ? plan : plan.plan.preview;
}

/**
 * Makes those of a roll members of a class. Whoever is known by one of the accounts is that person, and has no other account added: what
 * somebody typed into a list opens nobody's cases to anybody. Nobody ceases to be of the class.
 */
export async function enterRoll(
  house: House,
  caller: Account,
  given: RollGiven,
  delivery: string,
): Promise<RollPreview | UnreadRoll> {
  const planned = await planRoll(house, given);
  if (planned.kind === "no-columns") return planned;
  const by = await ensurePerson(house, caller);
  const at = house.clock.now();
  const until = given.until === undefined ? undefined : endOfDay(house.rulebook, given.until);
  const entered: Appointment[] = [];
  for (const { line, person: known } of planned.plan.coming) {
    // oxlint-disable-next-line no-await-in-loop -- a page of people
    const person = known ?? (await makeKnown(house, line));
    entered.push({
      id: `${delivery}:${line.line}`,
      kind: "begins",
      person,
      key: kindKey(given.class),
      from: at,
      until,
      by: { kind: "person", person: by },
      at,
    });
  }
  await house.store.enterAppointments(entered, []);
  await learnSeats(house);
  return planned.plan.preview;
}

async function makeKnown(house: House, line: RollLine): Promise<PersonId> {
  const { name } = line;
  const accounts = accountsOf(line).map((account): Account => ({ ...account, name, locale: "en" }));
  const id = house.chance.id();
  await house.store.savePerson({ id, name, accounts });
  return id;
}

const accountsOf = ({ discord, slack }: RollLine): readonly AccountRef[] => [
  ...(discord === undefined ? [] : [{ platform: "discord", id: discord } as const]),
  ...(slack === undefined ? [] : [{ platform: "slack", id: slack } as const]),
];

async function planRoll(
  house: House,
  given: RollGiven,
): Promise<UnreadRoll | { readonly kind: "planned"; readonly plan: Plan }> {
  const roll = readRoll(given.text);
  if (roll.kind === "no-columns") return roll;
  await house.seats.learn();
  const known = await Promise.all(roll.lines.map((line) => personsOf(house, line)));
  const coming: Planned[] = [];
  const twoPeople: RollPreview["faults"][number][] = [];
  let already = 0;
  for (const [i, line] of roll.lines.entries()) {
    const [person, other] = known[i] ?? [];
    if (other !== undefined) twoPeople.push({ line: line.line, fault: "two-people" });
    else if (person !== undefined && isOf(house, person, given)) already += 1;
    else coming.push({ line, person });
  }
  const preview: RollPreview = {
    kind: "roll",
    class: given.class,
    entered: coming.length,
    fresh: coming.filter(({ person }) => person === undefined).length,
    already,
    names: coming.slice(0, SHOWN).map(({ line }) => line.name),
    faults: [...roll.faults, ...twoPeople].toSorted((one, next) => one.line - next.line),
  };
  return { kind: "planned", plan: { preview, coming } };
}

/** Who is known by these accounts: nobody, one person, or two. */
async function personsOf(house: House, line: RollLine): Promise<readonly PersonId[]> {
  const found = await Promise.all(accountsOf(line).map((account) => house.store.personOf(account)));
  return [...new Set(found.flatMap((each) => each ?? []))];
}

function isOf(house: House, person: PersonId, { class: name, until }: RollGiven): boolean {
  const now = house.clock.now();
  const end = until === undefined ? undefined : endOfDay(house.rulebook, until);
  return house.seats.terms.some(
    (term) =>
      term.person === person &&
      term.key === kindKey(name) &&
      isRunning(term, now) &&
      term.until?.epochNanoseconds === end?.epochNanoseconds,
  );
}
