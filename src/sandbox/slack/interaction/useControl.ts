import type { Placed } from "../blockKit/elements.ts";
import type { Outcome, Payload } from "../delivery/delivery.ts";
import { initialState } from "../world/initialState.ts";
import { type FieldValue, stateKey, type SurfaceState } from "../world/storedView.ts";
import type { World } from "../world/world.ts";
import { acceptValue } from "./acceptValue.ts";
import { messageActionsPayload, viewActionsPayload } from "./actionPayloads.ts";
import { act, type Client, interaction } from "./client.ts";
import { type ActedOn, findControl, findSurface } from "./surfaces.ts";

/** Presses a button of a message, of the modal in front, or of the home. */
export async function pressControl(client: Client, person: string, surfaceId: string, control: string): Promise<void> {
  const surface = findActable(client.world, person, surfaceId);
  const placed = findControl(surface, control);
  if (placed.element.type !== "button" && placed.element.type !== "workflow_button")
    throw new Error(`${control} is no button; something can be chosen in it.`);
  await tellApp(client, person, surface, placed, undefined);
}

/**
 * Chooses something in a select, in checkboxes and the like. The app is told at once, except of a field of a form, which waits until
 * the form is sent.
 */
export async function chooseInControl(
  client: Client,
  person: string,
  surfaceId: string,
  control: string,
  values: readonly string[],
): Promise<void> {
  const { world } = client;
  const surface = findActable(world, person, surfaceId);
  const placed = findControl(surface, control);
  const key = stateKey(placed.blockId, placed.actionId);
  const offered = world.session(person).offered.get(key) ?? [];
  const value = acceptValue(world, person, placed.element, values, offered);
  if (placed.element.type !== "overflow") stateOf(world, person, surface).set(key, value);
  world.changed([]);
  if (placed.input !== undefined && placed.input.dispatch_action !== true) return;
  await tellApp(client, person, surface, placed, value);
}

/** The surface, if its elements can be used at all. Throws when not. */
function findActable(world: World, person: string, id: string): ActedOn {
  const surface = findSurface(world, person, id);
  if (surface.kind !== "message") return surface;
  if (surface.channel.archived) throw new Error(`#${surface.channel.name} is archived and can only be read.`);
  if (!surface.channel.members.has(person)) throw new Error(`Join #${surface.channel.name} first.`);
  return surface;
}

function stateOf(world: World, person: string, surface: ActedOn): SurfaceState {
  if (surface.kind === "view") return surface.view.state;
  const { touched } = world.session(person);
  const state = initialState(surface.message.content.blocks, touched.get(surface.message.ts));
  touched.set(surface.message.ts, state);
  return state;
}

async function tellApp(
  client: Client,
  person: string,
  surface: ActedOn,
  placed: Placed,
  value: FieldValue,
): Promise<void> {
  const { world } = client;
  const session = world.session(person);
  if (!world.manifest.settings.interactivity.is_enabled) {
    session.fail("This app is not configured to handle interactive responses.");
    return;
  }
  const payload: Payload =
    surface.kind === "view"
      ? viewActionsPayload(client, person, surface.view, placed, value)
      : messageActionsPayload(client, person, surface.channel, surface.message, placed, value);
  await act(client, person, interaction(payload), (outcome) => {
    const failure = failureOf(outcome);
    if (failure === undefined) return;
    session.fail(surface.kind === "view" ? troubleConnecting : `This app did not respond: ${failure}`);
  });
}

/** What a modal says when the app did not answer, or not in a way Slack understands. */
export const troubleConnecting = "We had some trouble connecting. Try again?";

/** The error a client shows when an act was not acked. */
export function failureOf(outcome: Outcome): "operation_timeout" | "dispatch_failed" | undefined {
  if (outcome.kind === "acked") return undefined;
  return outcome.kind === "timeout" ? "operation_timeout" : "dispatch_failed";
}
