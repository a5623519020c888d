import { Temporal } from "temporal-polyfill";

import { localDay } from "../../domain/deadlines/calendar.ts";
import { exportObligations, exportOf } from "../../domain/obligations/exports.ts";
import { chairsOf, holdersOf } from "../../domain/roster.ts";
import { recipientOf } from "../acts/statistics.ts";
import { bodyAnnounced } from "../announceObligations.ts";
import type { Claim, Effect } from "../effect.ts";
import type { House } from "../house.ts";
import type { ObligationView } from "../message.ts";
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
  const body = bodyAnnounced(effect.obligation);
  if (body !== undefined) return bodyView(house, effect, body);
  const rule = { ...rulebook.obligations, ...exportObligations(rulebook) }[effect.obligation];
  if (rule === undefined || !holdersOf(rulebook, roster, rule.owner).includes(effect.person)) return undefined;
  return {
    ...viewFor(house, effect, rule.clause),
    what: rule.what,
    atLeast: rule.at_least,
    atMost: rule.at_most,
    exportTo: exportOf(rulebook, effect.obligation)?.to.map((selector) => recipientOf(rulebook, selector)),
  };
}

/** Whoever leads the body no longer is told nothing. */
function bodyView(house: House, effect: Announced, id: string): ObligationView | undefined {
  const { rulebook, roster } = house;
  const rule = rulebook.bodies[id];
  if (rule === undefined || "members" in rule || rule.at_least === undefined) return undefined;
  if (!chairsOf(rulebook, roster, { kind: "body", id }, []).includes(effect.person)) return undefined;
  return { ...viewFor(house, effect, rule.clause), body: id, atLeast: rule.at_least };
}

function viewFor(house: House, effect: Announced, clause: string): ObligationView {
  const { rulebook } = house;
  const { cite, title, link } = rulebook.document;
  const today = localDay(rulebook, house.clock.now());
  return {
    id: effect.obligation,
    what: "",
    about: effect.about,
    dueBy: effect.dueBy,
    days: today.until(Temporal.PlainDate.from(effect.dueBy)).days,
    done: effect.done,
    atLeast: undefined,
    atMost: undefined,
    document: { cite, title, link, code: rulebook.code },
    clause,
  };
}
