import { type Placed, placedElements } from "../blockKit/elements.ts";
import { controlId } from "../seen/seenControls.ts";
import { canRead, isShownTo } from "../seen/visibility.ts";
import type { Channel } from "../world/channel.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import type { StoredView } from "../world/storedView.ts";
import type { World } from "../world/world.ts";

/** What a person can act on: a message they see, the modal in front of them, or their home. */
export type ActedOn =
  | { readonly kind: "message"; readonly channel: Channel; readonly message: StoredMessage }
  | { readonly kind: "view"; readonly view: StoredView };

/** The surface with this id: a message's timestamp, or a view's id. Throws when the person does not have it in front of them. */
export function findSurface(world: World, person: string, id: string): ActedOn {
  const view = [world.session(person).modals.at(-1), world.homes.get(person)].find((one) => one?.id === id);
  if (view !== undefined) return { kind: "view", view };
  for (const channel of world.channels.values()) {
    const message = channel.messages.get(id);
    if (message !== undefined && canRead(world, person, channel) && isShownTo(person, message))
      return { kind: "message", channel, message };
  }
  throw new Error(`${world.members.get(person)?.name ?? person} sees no message or form ${id}.`);
}

/** The element of a surface that goes by this id. Throws when it has none. */
export function findControl(surface: ActedOn, id: string): Placed {
  const all = placedElements(surface.kind === "view" ? surface.view.view.blocks : surface.message.content.blocks);
  const found = all.find((placed) => controlId(placed, all) === id || `${placed.blockId}/${placed.actionId}` === id);
  if (found === undefined) throw new Error(`There is nothing called ${id} to press or choose.`);
  return found;
}
