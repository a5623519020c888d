import { Temporal } from "temporal-polyfill";

import { localDay } from "../../domain/deadlines/calendar.ts";
import { holdersOf } from "../../domain/roster.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import type { ObligationView } from "../message.ts";
import type { Claim, Effect } from "../ports.ts";
import type { Outcome } from "./syncRoom.ts";

type Announced = Extract<Effect, { kind: "obligation" }>;

const done: Outcome = { kind: "done" };

/** Tells somebody of what has to be done again and again; whoever owes it no longer is told nothing. */
export async function deliverAnnouncement(house: House, effect: Announced, claim: Claim): Promise<Outcome> {
  const view = viewOf(house, effect);
  const person = house.people.get(effect.person);
  if (view === undefined || person === undefined) return done;
  for (const account of reachableAccounts(house, person, "")) {
    const platform = house.platforms().find(({ name }) => name === account.platform);
    // oxlint-disable-next-line no-await-in-loop -- the next account is tried only when this one cannot be reached
    const sent = await platform?.direct({
      account,
      key: `obligation:${effect.announcement}:${effect.person}`,
      message: { kind: "obligation", view },
      again: claim.attempt > 1,
    });
    if (sent?.kind === "done") return done;
    if (sent?.kind === "later") return sent;
  }
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
