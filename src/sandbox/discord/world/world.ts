import type { SandboxClock } from "../../clock.ts";
import type { Announcement } from "./announcement.ts";
import type { Command } from "./command.ts";
import type { Account, Guild, Member, Role } from "./guild.ts";
import type { Interaction, OpenForm } from "./interaction.ts";
import type { Limits } from "./limits.ts";
import type { Messages } from "./message.ts";
import type { Place } from "./place.ts";

interface Application {
  /** Also the id of the bot's account, as with every application of the last years. */
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** Privileged intents switched on in the developer portal. */
  readonly privilegedIntents: number;
}

/** A `<@id>` that stood in a message of a thread without effect, because allowed_mentions did not let it. */
export interface SuppressedMention {
  readonly placeId: string;
  readonly messageId: string;
  readonly personId: string;
}

/** A file that somebody attached to a form. */
export interface Upload {
  readonly id: string;
  readonly placeId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly addedAt: number;
  /** What makes its address one that cannot be guessed. */
  readonly mark: string;
}

/** Everything a local Discord holds. It is changed by the functions in `acts` and `interactions` only. */
export interface World {
  readonly clock: SandboxClock;
  readonly nextId: () => string;
  readonly application: Application;
  guild: Guild;
  /** With what the gateway refuses every bot: a status of HTTP, or from 1000 on a close code. */
  gatewayRefusal: number | undefined;
  /** The guild is out of order on Discord's side: the bot is told that it is there, but nothing of it. */
  isGuildAway: boolean;
  limits: Limits;
  readonly accounts: Map<string, Account>;
  readonly members: Map<string, Member>;
  readonly roles: Map<string, Role>;
  readonly places: Map<string, Place>;
  readonly messages: Messages;
  readonly commands: Map<string, Command>;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  /** How many interactions are remembered. */
  readonly keepInteractions: number;
  /** Open forms by person. */
  readonly forms: Map<string, OpenForm>;
  /** What each person's client showed as failed. */
  readonly failures: Map<string, string[]>;
  /** Message ids by author and nonce, with the moment. */
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  readonly suppressedMentions: SuppressedMention[];
  /** What was attached to forms, by id. */
  readonly uploads: Map<string, Upload>;
  /** Where that can be fetched. */
  cdnUrl: string;
  readonly problems: string[];
  /** Tells the gateway. Returns how many sessions hear of it, now or when they resume. */
  readonly announce: (announcement: Announcement) => number;
  /** Tells whoever watches that something visible changed. */
  readonly changed: () => void;
}
