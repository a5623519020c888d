import { keepsFrom, keptFrom } from "../../domain/sanctions/access.ts";
import type { Ledger } from "../../domain/sanctions/ledger.ts";
import type { Effect, Urgency } from "../effect.ts";
import type { House } from "../house.ts";
import type { Identity } from "../person.ts";
import type { PersonsCase } from "../sanctions/personsCases.ts";
import { measuresFor } from "./measures.ts";
import { tellTroubles } from "./tellTroubles.ts";
import type { Trouble } from "./tellTroubles.ts";

/** How often everything that is kept from somebody is looked at, in milliseconds: people leave and come back, and give things back by hand. */
const REVIEW_MS = 5 * 60_000;

/** Asks that what somebody can reach on the platforms is brought to what their sanctions come to; nothing where none says anything of it. */
export async function askAccess(
  house: House,
  { person }: Identity,
  cases: readonly PersonsCase[],
  ledger: Ledger,
): Promise<void> {
  const now = house.clock.now();
  if (person === undefined) {
    await tellUnknown(house, cases, ledger);
    return;
  }
  const rows = await house.store.accessOf(person);
  if (rows.length === 0) {
    if (!keepsFrom(ledger, now)) return;
    // Whoever was faster has kept a row of their own, and asks for it.
    const row = { id: house.chance.id(), version: 0, whom: person, accounts: [] };
    if (await house.store.saveAccess(row)) await request(house, [row.id]);
    return;
  }
  await request(
    house,
    rows.map(({ id }) => id),
  );
}

/** Of a respondent whom nobody knows by an account nothing can be taken: the officers are told. */
async function tellUnknown(house: House, cases: readonly PersonsCase[], ledger: Ledger): Promise<void> {
  const troubles = house.platforms().flatMap(({ name: platform }) =>
    keptFrom(ledger, house.clock.now()).flatMap(({ access, ruling }): readonly Trouble[] => {
      const things = measuresFor(house, [access], platform).map(({ id }) => id);
      if (things.length === 0) return [];
      return [{ ruling, platform, things, what: "not-taken", problem: "no-account", since: "" }];
    }),
  );
  await tellTroubles(house, cases, troubles);
}

const reviewed = new WeakMap<House["store"], number>();

/** Every few minutes everything that is kept from somebody is looked at anew. */
export async function reviewAccess(house: House): Promise<void> {
  const { store, clock } = house;
  const now = clock.now().epochMilliseconds;
  const last = reviewed.get(store);
  if (last !== undefined && now >= last && now - last < REVIEW_MS) return;
  reviewed.set(store, now);
  await request(house, await store.accessIds(), "due");
}

async function request(house: House, rows: readonly string[], urgency?: Urgency): Promise<void> {
  if (rows.length === 0) return;
  const effects = rows.map((row): Effect => ({ kind: "access", row }));
  await house.store.request(effects, urgency);
  house.wakeOutbox();
}
