import { changeView, deepestStack, publishHome, showModal } from "../../world/modals.ts";
import type { Trigger } from "../../world/triggers.ts";
import { wireView } from "../../world/wireView.ts";
import type { World } from "../../world/world.ts";
import { readHome, readModal } from "../readView.ts";
import {
  type CallArguments,
  isRefusal,
  noScope,
  readText,
  type Refusal,
  refuse,
  refuseWith,
  tier,
  type WebMethod,
} from "../webMethod.ts";

/**
 * Opens a modal for whoever did what the trigger stands for.
 * @see https://docs.slack.dev/reference/methods/views.open
 */
export const viewsOpen: WebMethod = {
  token: "bot",
  scopes: noScope,
  required: ["view"],
  optional: ["trigger_id", "interactivity_pointer"],
  rate: tier.four,
  run(args, world) {
    const view = readModal(args["view"], world);
    if (isRefusal(view)) return view;
    const trigger = exchangeTrigger(args, world);
    if (isRefusal(trigger)) return trigger;
    // Opened from within a modal, the new one stands on top, as if it had been pushed.
    const onTop = trigger.inModal && world.session(trigger.person).modals.length > 0;
    if (onTop && isStackFull(world, trigger.person)) return refuse("push_limit_reached");
    return { ok: true, view: wireView(showModal(world, trigger.person, view, onTop), world) };
  },
};

/**
 * Puts a modal on top of the one an interaction happened in.
 * @see https://docs.slack.dev/reference/methods/views.push
 */
export const viewsPush: WebMethod = {
  token: "bot",
  scopes: noScope,
  required: ["view"],
  optional: ["trigger_id", "interactivity_pointer"],
  rate: tier.four,
  run(args, world) {
    const view = readModal(args["view"], world);
    if (isRefusal(view)) return view;
    const trigger = exchangeTrigger(args, world);
    if (isRefusal(trigger)) return trigger;
    const depth = world.session(trigger.person).modals.length;
    if (!trigger.inModal || depth === 0) return refuse("not_found");
    if (isStackFull(world, trigger.person)) return refuse("push_limit_reached");
    return { ok: true, view: wireView(showModal(world, trigger.person, view, true), world) };
  },
};

/**
 * Changes a modal that stands open, or a home.
 * @see https://docs.slack.dev/reference/methods/views.update
 */
export const viewsUpdate: WebMethod = {
  token: "bot",
  scopes: noScope,
  required: ["view"],
  optional: ["view_id", "external_id", "hash"],
  rate: tier.four,
  run(args, world) {
    const id = readText(args, "view_id");
    const externalId = readText(args, "external_id");
    if (id === undefined && externalId === undefined)
      return refuseWith("invalid_arguments", ["missing required field: view_id or external_id"]);
    const stored =
      id === undefined
        ? [...world.views.values()].find((view) => view.view.external_id === externalId)
        : world.views.get(id);
    if (stored === undefined) return refuse("not_found");
    const read = stored.view.type === "modal" ? readModal : readHome;
    const view = read(args["view"], world, stored.id);
    if (isRefusal(view)) return view;
    if (isConflict(args, stored.hash)) return refuse("hash_conflict");
    changeView(world, stored, view);
    return { ok: true, view: wireView(stored, world) };
  },
};

/**
 * Shows a person the app's home.
 * @see https://docs.slack.dev/reference/methods/views.publish
 */
export const viewsPublish: WebMethod = {
  token: "bot",
  scopes: noScope,
  required: ["user_id", "view"],
  optional: ["hash"],
  rate: tier.four,
  run(args, world) {
    if (!world.manifest.features.app_home.home_tab_enabled) return refuse("not_enabled");
    const person = readText(args, "user_id") ?? "";
    const member = world.members.get(person);
    if (member === undefined || member.isBot)
      return refuseWith("invalid_arguments", ["invalid `user_id` [json-pointer:/user_id]"]);
    const known = world.homes.get(person);
    const view = readHome(args["view"], world, known?.id);
    if (isRefusal(view)) return view;
    if (known !== undefined && isConflict(args, known.hash)) return refuse("hash_conflict");
    return { ok: true, view: wireView(publishHome(world, person, view), world) };
  },
};

function exchangeTrigger(args: CallArguments, world: World): Trigger | Refusal {
  const id = readText(args, "trigger_id") ?? readText(args, "interactivity_pointer");
  if (id === undefined) return refuseWith("invalid_arguments", ["missing required field: trigger_id"]);
  const trigger = world.triggers.exchange(id);
  return typeof trigger === "string" ? refuse(trigger) : trigger;
}

function isStackFull(world: World, person: string): boolean {
  return world.session(person).modals.length >= deepestStack;
}

function isConflict(args: CallArguments, hash: string): boolean {
  const given = readText(args, "hash");
  return given !== undefined && given !== hash;
}
