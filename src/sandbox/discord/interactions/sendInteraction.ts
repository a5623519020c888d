import { interactionType } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import type { Interaction, Outcome } from "../world/interaction.ts";
import type { Cause } from "../world/message.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { drawInteraction } from "./drawInteraction.ts";

/** How long the bot has for its first answer, in milliseconds (interactions/receiving-and-responding, "Interaction Callback"). */
export const firstAnswerWithin = 3000;

/** How long the token of an interaction lives, in milliseconds (same place). */
export const tokenLivesFor = 15 * 60_000;

/** An interaction that somebody is about to cause. */
export interface NewInteraction extends Omit<Cause, "id" | "token"> {
  readonly place: Place;
  readonly data: Json;
}

/**
 * Sends an interaction to the bot.
 * @returns what the person's client shows: the first answer, or a failure when there is none within three seconds or nobody to ask
 */
export function sendInteraction(world: World, fresh: NewInteraction): Promise<Outcome> {
  const { place, data, ...causing } = fresh;
  const id = world.nextId();
  const cause: Cause = { ...causing, id, token: `${tokenStart}${id}` };
  return new Promise((resolve) => {
    const interaction: Interaction = {
      cause,
      at: world.clock.now(),
      personId: cause.userId,
      placeId: place.id,
      state: { kind: "waiting" },
      settle: resolve,
      stopWaiting: () => {},
    };
    remember(world, interaction);
    const heard = world.announce({
      name: "INTERACTION_CREATE",
      intent: 0,
      ...(place.kind === "direct" ? { direct: true as const } : {}),
      data: () => drawInteraction(world, interaction, place, data),
    });
    if (heard === 0) return lose(world, interaction);
    interaction.stopWaiting = world.clock.after(firstAnswerWithin, () => lose(world, interaction));
  });
}

/** Discord's tokens begin like this ("interaction:" in base64); they are text to be handed back, nothing to be read. */
const tokenStart = "aW50ZXJhY3Rpb246";

function remember(world: World, interaction: Interaction): void {
  world.interactions.set(interaction.cause.token, interaction);
  if (world.interactions.size <= world.keepInteractions) return;
  for (const token of world.interactions.keys()) {
    world.interactions.delete(token);
    break;
  }
}

function lose(world: World, interaction: Interaction): void {
  interaction.state = { kind: "lost" };
  const why = failureTexts.get(interaction.cause.type) ?? didNotRespond;
  showFailure(world, interaction.personId, why);
  interaction.settle({ kind: "failed", why });
}

/** What the client says when nothing came. */
export const didNotRespond = "The application did not respond";

const failureTexts: ReadonlyMap<number, string> = new Map([
  [interactionType.command, didNotRespond],
  [interactionType.component, `This interaction failed. ${didNotRespond}`],
  [interactionType.autocomplete, `Loading options failed. ${didNotRespond}`],
  [interactionType.modalSubmit, `Something went wrong. Try again. ${didNotRespond}`],
]);

/** Notes what a person's client showed as failed. */
export function showFailure(world: World, personId: string, why: string): void {
  const shown = world.failures.get(personId) ?? [];
  shown.push(why);
  world.failures.set(personId, shown);
  world.changed();
}
