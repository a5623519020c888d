import type { Deliveries } from "../delivery/deliveries.ts";
import type { Delivery, Outcome, Payload } from "../delivery/delivery.ts";
import type { World } from "../world/world.ts";
import type { ResponseUrls } from "./responseUrls.ts";

/** What a person's client is connected with. */
export interface Client {
  readonly world: World;
  readonly deliveries: Deliveries;
  readonly responseUrls: ResponseUrls;
  /**
   * How long an act waits for something to be shown after the app has acked and said nothing yet, in milliseconds of the computer's
   * time: apps ack first and answer afterwards.
   */
  readonly patience: number;
}

/** What is sent to the app: who acted is not part of it. */
export type Sending = Pick<Delivery, "kind" | "payload" | "acceptsReply">;

/** A slash command; what comes back with its ack is a message. */
export function command(payload: Payload): Sending {
  return { kind: "slash_commands", payload, acceptsReply: true };
}

/** An interaction. Only submissions of modals and questions for options are answered with the ack. */
export function interaction(payload: Payload): Sending {
  const acceptsReply = payload["type"] === "view_submission" || payload["type"] === "block_suggestion";
  return { kind: "interactive", payload, acceptsReply };
}

/** Sends a person's act to the app; `then` does what the outcome asks for. Resolves when the person was shown a first result. */
export async function act(
  client: Client,
  person: string,
  sending: Sending,
  then: (outcome: Outcome) => void,
): Promise<void> {
  const session = client.world.session(person);
  const before = session.shown;
  const outcome = await client.deliveries.send(sending.kind, sending.payload, sending.acceptsReply);
  then(outcome);
  await session.shownSince(before, client.patience);
}
