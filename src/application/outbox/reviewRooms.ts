import type { Effect } from "../effect.ts";
import type { House } from "../house.ts";
import type { Store } from "../ports.ts";

/** Under this name is kept who held which office when the rooms were last looked at. */
const SEATED = "seated";

/** Who held which office when this process looked at the rooms last, so that a wake asks the database only after a change. */
const looked = new WeakMap<Store, string>();

/** After a change of offices every room of what is not over is looked at again: who left goes, who came is brought in. */
export async function reviewRooms(house: House): Promise<void> {
  const { store, roster, people } = house;
  const platformsOf = [...people.values()].map(({ id, accounts }) => [id, accounts.map(({ platform }) => platform)]);
  const seated = JSON.stringify([roster, platformsOf]);
  if (looked.get(store) === seated) return;
  if ((await store.remembered(SEATED)) === seated) {
    looked.set(store, seated);
    return;
  }
  const cases = await store.openCases();
  const effects = cases.flatMap(({ id }) =>
    house.platforms().flatMap(({ name }) =>
      (["officers", "board"] as const).map((purpose): Effect => ({
        kind: "room",
        case: id,
        purpose,
        platform: name,
      })),
    ),
  );
  const motions = (await store.openMotions()).flatMap((motion) =>
    house.platforms().map(({ name: platform }): Effect => ({ kind: "motion-room", motion, platform })),
  );
  const sessions = (await store.openSessions()).flatMap((session) =>
    house.platforms().map(({ name: platform }): Effect => ({ kind: "session-room", session, platform })),
  );
  await store.request([...effects, ...motions, ...sessions], "due");
  await store.remember(SEATED, seated);
  looked.set(store, seated);
}
