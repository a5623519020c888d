import { Temporal } from "temporal-polyfill";

import { localDay } from "../../domain/deadlines/calendar.ts";
import { holdersOf } from "../../domain/roster.ts";
import type { House } from "../house.ts";
import type { ObligationView } from "../message.ts";
import type { Claim, Effect } from "../ports.ts";
import type { Outcome } from "./syncRoom.ts";
import { tellPerson } from "./tellPerson.ts";

type Announced = Extract<Effect, { kind: "obligation" }>;

const done: Outcome = { kind: "done" };

/** Tells somebody of what has to be done again and again; whoever owes it no longer is told nothing. */
export async function deliverAnnouncement(house: House, effect: Announced, claim: Claim): Promise<Outcome> {
  const view = viewOf(house, effect);
  const person = house.people.get(effect.person);
  if (view === undefined || person === undefined) return done;
  const key = `obligation:${effect.announcement}:${effect.person}`;
  const told = await tellPerson(house, person, key, { kind: "obligation", view }, claim);
  if (told !== "told" && told !== "unreachable") return told;
  if (told === "told") return done;
  house.log.warn("an announcement was not delivered", { obligation: effect.obligation });
  return done;
}

function viewOf(house: House, effect: Announced): ObligationView | undefined {
  const { rulebook, roster } = house;
  const rule = rulebook.obligations[effect.obligation];
  if (rule === undefined || !holdersOf(rulebook, roster, rule.owner).includes(effect.person)) return undefined;
  const { cite, title, link } = rulebook.document;
  const today = localDay(rulebook, house.clock.now());
  return {
    id: effect.obligation,
    what: rule.what,
    about: effect.about,
    dueBy: effect.dueBy,
    days: today.until(Temporal.PlainDate.from(effect.dueBy)).days,
    done: effect.done,
    atLeast: rule.at_least,
    atMost: rule.at_most,
    document: { cite, title, link, code: rulebook.code },
    clause: rule.clause,
  };
}
