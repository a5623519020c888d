import type { AccessProblem } from "../domain/case/noticeSubject.ts";
import type { Standing, Measure } from "../domain/sanctions/access.ts";
import type { Message } from "./message.ts";
import type { AccountRef, PlatformName, Account } from "./person.ts";

/** What came of asking a platform for something. */
export type Sent<T> =
  | { readonly kind: "done"; readonly value: T }
  /** The platform will not do it: asking again is of no use until somebody changes something. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It is not there any more: somebody deleted or archived it by hand. */
  | { readonly kind: "gone"; readonly what: "room" | "message"; readonly reason: string }
  /** It did not work this time, or nobody knows whether it did. */
  | {
      readonly kind: "later";
      readonly reason: string;
      readonly waitMs: number | undefined;
      /** Set where too much was asked of the platform. */
      readonly ration?: Ration;
    };

/** What a platform said that was asked for too much. */
interface Ration {
  /** Whether whatever else goes this way would be told the same; otherwise it is this room or this person alone. */
  readonly isForAll: boolean;
  /** Whether nothing of what was asked for was done. */
  readonly isUntouched: boolean;
}

/** Somebody who can read rooms of cases on a platform without having been let into them: a person, or whoever has a role. */
export interface RoomReader {
  readonly kind: "owner" | "role" | "person";
  readonly name: string;
}

/** What an account has on a platform, of some roles and channels. */
export interface AccessRead {
  readonly standing: Standing;
  /** Of those that were asked about, by their ids, those about which nothing can be done. */
  readonly problems: Readonly<Record<string, AccessProblem>>;
  /** Whether the account owns or administers the server: roles keep it from nothing. */
  readonly seesAll: boolean;
}

export type AccessChanged =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly problem: AccessProblem }
  | { readonly kind: "later"; readonly reason: string; readonly waitMs: number | undefined };

/** Roles of Discord, private channels of Slack: who has them. Every call may be repeated. */
export interface AccessPort {
  read(account: AccountRef, measures: readonly Measure[]): Promise<Sent<AccessRead>>;
  /** Sees to it that an account has a role or is in a channel, or no longer. Nothing says why. */
  change(account: AccountRef, id: string, to: "has" | "has-not"): Promise<AccessChanged>;
  /** What stands in the way of these, as it is now. */
  check(
    measures: readonly Measure[],
  ): Promise<Sent<readonly { readonly id: string; readonly problem: AccessProblem }[]>>;
}

/** A platform as the outbox uses it. Every call may be repeated: with `again` set it first looks for what an earlier one left. */
export interface Platform {
  readonly name: PlatformName;
  openRoom(room: { readonly name: string; readonly again: boolean }): Promise<Sent<string>>;
  /** Posts a message and brings newcomers into the room with it. */
  post(post: {
    readonly room: string;
    readonly key: string;
    readonly message: Message;
    readonly newcomers: readonly AccountRef[];
    /** Members whose attention it asks for. */
    readonly calls: readonly AccountRef[];
    readonly again: boolean;
  }): Promise<Sent<string>>;
  edit(edit: {
    readonly room: string;
    readonly remote: string;
    readonly key: string;
    readonly message: Message;
  }): Promise<Sent<string>>;
  invite(room: string, accounts: readonly AccountRef[]): Promise<Sent<true>>;
  remove(room: string, accounts: readonly AccountRef[]): Promise<Sent<true>>;
  archive(room: string): Promise<Sent<true>>;
  /** Sends a private message. */
  direct(direct: {
    readonly account: Account;
    readonly key: string;
    readonly message: Message;
    readonly again: boolean;
  }): Promise<Sent<string>>;
  /** Who can read rooms without having been let into them, as it is now. */
  roomReaders(): Promise<Sent<readonly RoomReader[]>>;
  readonly access: AccessPort;
  /** The same for what nobody waits for, where the platform rations its calls: it leaves some of them to whoever waits. */
  readonly inBackground?: Platform;
  /** A short text that is the same exactly when the message would look the same. */
  shown(message: Message): string;
  /** Resolves once everything that has arrived from people has been answered. */
  answered(): Promise<void>;
  close(): Promise<void>;
}
