import type { SentHome, SentModal } from "../blockKit/checkShape.ts";
import { completeBlocks } from "../blockKit/completeBlocks.ts";
import { initialState } from "./initialState.ts";
import type { StoredView } from "./storedView.ts";
import type { World } from "./world.ts";

/** Modals that may stand on top of each other. */
export const deepestStack = 3;

/** Shows a person a modal, on top of those already open when `onTop`, else instead of them. */
export function showModal(world: World, person: string, view: SentModal, onTop: boolean): StoredView {
  const session = world.session(person);
  const below = onTop ? session.modals : [];
  if (!onTop) closeModals(world, person);
  const id = world.mint.id("V");
  const stored = newView(world, id, person, view, {
    rootId: below[0]?.id ?? id,
    previousId: below.at(-1)?.id,
  });
  session.modals = [...below, stored];
  world.changed([person]);
  return stored;
}

/** Gives a view that stands open, or a home, new content. What was entered in elements that stay is kept. */
export function changeView(world: World, stored: StoredView, view: SentModal | SentHome): void {
  stored.view = completeView(world, view);
  stored.state = initialState(stored.view.blocks, stored.state);
  stored.hash = world.mint.hash();
  stored.errors = {};
  world.changed([stored.owner]);
}

/** Takes a modal away; the one below it is in front again. */
export function closeModal(world: World, stored: StoredView): void {
  const session = world.session(stored.owner);
  world.views.delete(stored.id);
  session.modals = session.modals.filter((modal) => modal !== stored);
  world.changed([stored.owner]);
}

/** Takes every modal of a person away. */
export function closeModals(world: World, person: string): void {
  const session = world.session(person);
  for (const modal of session.modals) world.views.delete(modal.id);
  session.modals = [];
  world.changed([person]);
}

/** Publishes a person's home, the first time or anew. */
export function publishHome(world: World, person: string, view: SentHome): StoredView {
  const known = world.homes.get(person);
  if (known !== undefined) {
    changeView(world, known, view);
    return known;
  }
  const id = world.mint.id("V");
  const stored = newView(world, id, person, view, { rootId: id, previousId: undefined });
  world.homes.set(person, stored);
  world.changed([person]);
  return stored;
}

function newView(
  world: World,
  id: string,
  owner: string,
  sent: SentModal | SentHome,
  family: Pick<StoredView, "rootId" | "previousId">,
): StoredView {
  const view = completeView(world, sent);
  const state = initialState(view.blocks);
  const stored: StoredView = { id, owner, ...family, view, hash: world.mint.hash(), state, errors: {} };
  world.views.set(id, stored);
  return stored;
}

function completeView<T extends SentModal | SentHome>(world: World, view: T): T {
  return { ...view, blocks: completeBlocks(view.blocks, world.mint) };
}
