import { componentIds } from "../draw/drawComponents.ts";
import { sendInteraction } from "../interactions/sendInteraction.ts";
import { componentType, interactionType, permission } from "../numbers.ts";
import type { AnyComponent } from "../wire/component.ts";
import type { Json } from "../wire/json.ts";
import type { Outcome } from "../world/interaction.ts";
import { maySeeMessage } from "../world/maySee.ts";
import type { Message } from "../world/message.ts";
import { mayAt } from "../world/permissions.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { findPerson, findRole } from "./findNamed.ts";
import { drawResolved, nothingChosen } from "./resolved.ts";
import { isEntitySelect } from "./seenControls.ts";
import { nameOf, requireSeen } from "./seenPlaces.ts";

/**
 * Presses a button, or chooses in a select.
 * @param values what was chosen; undefined for a button
 * @throws Error for what the client does not let the person do
 */
export function useControl(
  world: World,
  personId: string,
  messageId: string,
  controlId: string,
  values: readonly string[] | undefined,
): Promise<Outcome> {
  const message = world.messages.get(messageId);
  if (message === undefined || !maySeeMessage(personId, message))
    throw new Error(`${nameOf(world, personId)} sees no message ${messageId}.`);
  const place = requireSeen(world, personId, message.placeId);
  requireUsable(world, personId, place);
  const [control, id] = findControl(message, controlId);
  if (control.type !== componentType.button && control.type !== componentType.stringSelect && !isEntitySelect(control))
    throw new Error(`${controlId} is no control.`);
  if ((control.type === componentType.button) !== (values === undefined))
    throw new Error(
      `${controlId} is a ${control.type === componentType.button ? "button: it is pressed" : "select: one chooses in it"}.`,
    );
  if (control.disabled === true) throw new Error(`"${controlId}" is disabled.`);
  if (!control.custom_id) throw new Error(`"${controlId}" is a link: it opens a page and tells the bot nothing.`);
  const data: Json = { component_type: control.type, custom_id: control.custom_id, id };
  return sendInteraction(world, {
    type: interactionType.component,
    userId: personId,
    place,
    controlMessageId: message.id,
    data:
      control.type === componentType.button ? data : { ...data, ...chosenIn(world, personId, control, values ?? []) },
  });
}

function findControl(message: Message, controlId: string): readonly [AnyComponent, number] {
  for (const [component, id] of componentIds(message.components)) {
    const isIt = "custom_id" in component && component.custom_id === controlId;
    if (isIt || (component.type === componentType.button && component.url === controlId)) return [component, id];
  }
  throw new Error(`The message has no control "${controlId}".`);
}

/** The values of a select as the client sends them. @throws Error for too few, too many, or what it does not offer */
function chosenIn(
  world: World,
  personId: string,
  select: Exclude<Extract<AnyComponent, { readonly min_values?: number | null }>, { readonly type: 19 | 22 }>,
  values: readonly string[],
): Json {
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most)
    throw new Error(`${least} to ${most} can be chosen in "${select.custom_id}", not ${values.length}.`);
  const chosen = nothingChosen();
  if (select.type === componentType.stringSelect) {
    const strange = values.filter((value) => !select.options.some((option) => option.value === value));
    if (strange.length > 0) throw new Error(`"${select.custom_id}" does not offer ${strange.join(", ")}.`);
    return { values };
  }
  const ids = values.map((value) => {
    if (select.type === componentType.channelSelect)
      return push(chosen.channels, requireSeen(world, personId, value).id);
    const isRole =
      select.type === componentType.roleSelect ||
      (select.type === componentType.mentionableSelect && world.roles.has(value));
    return isRole ? push(chosen.roles, findRole(world, value)) : push(chosen.users, findPerson(world, value));
  });
  return { values: ids, resolved: drawResolved(world, personId, chosen) };
}

function push(ids: string[], id: string): string {
  ids.push(id);
  return id;
}

/**
 * That commands and controls can be used at a place: not in an archived thread, and in a locked one only by those who manage threads
 * (topics/threads, "Active & Archived Threads" and "Locked Threads").
 * @throws Error that says so
 */
export function requireUsable(world: World, personId: string, place: Place): void {
  if (place.kind === "direct") requireSharedGuild(world, personId);
  if (place.kind !== "thread") return;
  if (place.archived)
    throw new Error(`The thread ${place.name} is archived: commands and controls cannot be used in it.`);
  if (place.locked && !mayAt(world, personId, place, permission.manageThreads))
    throw new Error(`The thread ${place.name} is locked.`);
}

/** @throws Error for somebody who left: without a shared guild there is no talking to the bot */
export function requireSharedGuild(world: World, personId: string): void {
  if (!world.members.has(personId)) throw new Error(`${nameOf(world, personId)} shares no server with the bot.`);
}
