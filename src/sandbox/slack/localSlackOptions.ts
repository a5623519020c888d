import type { SandboxClock } from "../clock.ts";
import type { AppManifestInput } from "./world/appManifest.ts";
import type { ChannelSeed } from "./world/channel.ts";
import type { SlackPersonSeed } from "./world/member.ts";
import type { Team } from "./world/world.ts";

/** What a local Slack is opened with. */
export interface LocalSlackOptions {
  readonly clock: SandboxClock;
  /** On 127.0.0.1; any free one when left out. */
  readonly port?: number;
  readonly team: {
    readonly id: string;
    readonly name: string;
    readonly domain?: string;
    readonly ownerIds: readonly string[];
    /** "business+" when left out: the plan on which owners may obtain exports of private channels. */
    readonly plan?: Team["plan"];
  };
  readonly appId: string;
  readonly botUserId: string;
  readonly botName: string;
  /** Begins with "xoxb-". */
  readonly botToken: string;
  /** Begins with "xapp-". */
  readonly appToken: string;
  readonly signingSecret: string;
  /** The scopes the app was granted when it was installed. */
  readonly scopes: readonly string[];
  /** The app manifest; without one the app has no commands, shortcuts, events, interactivity and tabs. */
  readonly manifest?: AppManifestInput;
  readonly delivery: { readonly mode: "socket" } | { readonly mode: "http"; readonly url: string };
  readonly people: readonly SlackPersonSeed[];
  readonly channels: readonly ChannelSeed[];
  /** Whether calls, deliveries and old ephemeral messages are kept for inspection; true when left out. */
  readonly keepCalls?: boolean;
  /** Whether payloads are checked against the types and limits of Block Kit; true when left out. */
  readonly validate?: boolean;
  /** How long an act waits for something to be shown after a bare ack, in milliseconds of the computer's time; 1000 when left out. */
  readonly patience?: number;
}
