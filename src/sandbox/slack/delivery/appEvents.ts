import { type Channel, scopeFamily } from "../world/channel.ts";
import type { AppEvent, World } from "../world/world.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Delivery, Outcome, Payload } from "./delivery.ts";

/**
 * When a delivery of an event that was not acked is tried again, in milliseconds after it failed.
 * @see https://docs.slack.dev/apis/events-api/#retries
 */
const retryDelays: readonly number[] = [0, 60_000, 300_000];

/** The Events API: tells the app what happened, if it subscribed to it and has the scope, and tells it again until it is acked. */
export class AppEvents {
  readonly #world: World;
  readonly #deliveries: Deliveries;

  constructor(world: World, deliveries: Deliveries) {
    this.#world = world;
    this.#deliveries = deliveries;
  }

  /** From now on what happens is told to the app. */
  listen(): void {
    this.#world.onEvent((event, channel) => {
      if (isWanted(event, channel, this.#world)) void this.#attempt(wrapped(event, this.#world));
    });
  }

  async #attempt(payload: Payload, retry?: Delivery["retry"]): Promise<void> {
    const outcome = await this.#deliveries.send("events_api", payload, false, retry);
    if (outcome.kind === "acked" || (outcome.kind === "failed" && !outcome.mayRetry)) return;
    const tried = retry?.attempt ?? 0;
    const delay = retryDelays[tried];
    if (delay === undefined) return;
    this.#world.clock.after(
      delay,
      () => void this.#attempt(payload, { attempt: tried + 1, reason: reasonOf(outcome) }),
    );
  }
}

function reasonOf(outcome: Outcome): string {
  return outcome.kind === "failed" ? outcome.reason : "timeout";
}

function isWanted(event: AppEvent, channel: Channel | undefined, world: World): boolean {
  const names = world.manifest.settings.event_subscriptions.bot_events;
  const name =
    event.type === "message" && channel !== undefined ? `message.${messageFamily[channel.kind]}` : event.type;
  if (!names.includes(name)) return false;
  const scope = neededScope(event, channel);
  if (scope !== undefined && !world.scopes.has(scope)) return false;
  const isOpenToAll = channel === undefined || (channel.kind === "public" && event.type.startsWith("channel_"));
  return isOpenToAll || channel.members.has(world.app.botUserId);
}

const messageFamily = { public: "channels", private: "groups", im: "im", mpim: "mpim" } as const;

function neededScope(event: AppEvent, channel: Channel | undefined): string | undefined {
  if (event.type === "message" && channel !== undefined) return `${scopeFamily(channel.kind)}:history`;
  if (event.type.startsWith("group_")) return "groups:read";
  if (event.type.startsWith("channel_")) return "channels:read";
  if (event.type === "team_join" || event.type === "user_change") return "users:read";
  return event.type.startsWith("member_") && channel !== undefined ? `${scopeFamily(channel.kind)}:read` : undefined;
}

function wrapped(event: AppEvent, world: World): Payload {
  const { team, app, mint } = world;
  return {
    token: "local-verification-token",
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: "event_callback",
    event_id: mint.id("Ev"),
    event_time: mint.seconds(),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${mint.short()}`,
  };
}
