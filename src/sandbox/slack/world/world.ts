import type { SandboxClock } from "../../clock.ts";
import type { Checks } from "../blockKit/checks.ts";
import type { AppManifest } from "./appManifest.ts";
import type { Channel } from "./channel.ts";
import type { Member } from "./member.ts";
import { Mint } from "./mint.ts";
import { Session } from "./session.ts";
import type { SlackFile } from "./slackFile.ts";
import type { StoredView } from "./storedView.ts";
import { Triggers } from "./triggers.ts";

/** The workspace the app is installed in. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** On "business+" and "enterprise" owners may obtain exports of private conversations. */
  readonly plan: "free" | "pro" | "business+" | "enterprise";
}

/** The app and its bot, as the workspace knows them. */
export interface AppIdentity {
  readonly id: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly name: string;
}

/** An event as it stands inside the Events API's wrapper. */
export type AppEvent = Readonly<Record<string, unknown>> & { readonly type: string };

/** What the world is made of before anybody has acted. */
export type WorldSeed = Pick<World, "clock" | "team" | "app" | "checks" | "scopes" | "manifest" | "keepsEverything">;

/** Everything the local Slack knows: the workspace, its people, conversations, views, and what the app may do. */
export class World {
  readonly clock: SandboxClock;
  readonly team: Team;
  readonly app: AppIdentity;
  readonly checks: Checks;
  readonly keepsEverything: boolean;
  readonly mint: Mint;
  readonly triggers: Triggers;
  readonly members = new Map<string, Member>();
  readonly channels = new Map<string, Channel>();
  readonly files = new Map<string, SlackFile>();
  /** The modals that stand open, and the homes that were published, by id. */
  readonly views = new Map<string, StoredView>();
  /** The home the app published for each person. */
  readonly homes = new Map<string, StoredView>();
  scopes: ReadonlySet<string>;
  manifest: AppManifest;
  /** Where the local Slack answers, such as "http://127.0.0.1:4000". */
  origin = "";
  /** The error with which Slack refuses the app every new channel. */
  refusesChannels: string | undefined;
  readonly #sessions = new Map<string, Session>();
  readonly #problems: string[] = [];
  readonly #listeners = new Set<() => void>();
  #tellApp: (event: AppEvent, channel: Channel | undefined) => void = () => undefined;

  constructor(seed: WorldSeed) {
    this.clock = seed.clock;
    this.team = seed.team;
    this.app = seed.app;
    this.checks = seed.checks;
    this.scopes = seed.scopes;
    this.manifest = seed.manifest;
    this.keepsEverything = seed.keepsEverything;
    this.mint = new Mint(seed.clock);
    this.triggers = new Triggers(seed.clock);
  }

  session(person: string): Session {
    const known = this.#sessions.get(person);
    if (known !== undefined) return known;
    const session = new Session();
    this.#sessions.set(person, session);
    return session;
  }

  /** Something changed that these people can see. */
  changed(viewers: Iterable<string>): void {
    for (const viewer of viewers) this.#sessions.get(viewer)?.show();
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Remembers a request the real Slack would have refused as malformed. */
  report(problem: string): void {
    if (this.#problems.length < 1000) this.#problems.push(problem);
  }

  problems(): readonly string[] {
    return [...this.#problems];
  }

  /** Whether the app asked to be told of messages at all. */
  get hearsMessages(): boolean {
    return this.manifest.settings.event_subscriptions.bot_events.some((name) => name.startsWith("message."));
  }

  /** Tells the app of something that happened, in a conversation or in the workspace, if it asked to be told and may know. */
  emit(event: AppEvent, channel?: Channel): void {
    this.#tellApp(event, channel);
  }

  onEvent(tellApp: (event: AppEvent, channel: Channel | undefined) => void): void {
    this.#tellApp = tellApp;
  }
}
