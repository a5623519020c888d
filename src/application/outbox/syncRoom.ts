import { foldCase } from "../../domain/case/foldCase.ts";
import type { PersonId } from "../../domain/identity.ts";
import type { StoredRoom } from "../casePorts.ts";
import type { Claim, Effect } from "../effect.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import type { Platform, Sent } from "../platform.ts";
import { platformFor } from "./platformFor.ts";
import { recordAnnounced, recordDeliveredToRoom, recordRoomClosed, recordRoomRefused } from "./recordRoom.ts";
import { wantedRoom } from "./wantedRoom.ts";
import type { WantedMessage, WantedRoom } from "./wantedRoom.ts";

/** What a room is of: a case, or a motion that is no case. */
export interface RoomOwner {
  readonly id: string;
  readonly codeName: string;
  /** What the name of the room begins with. */
  readonly prefix: string;
  readonly purpose: StoredRoom["purpose"];
  readonly platform: StoredRoom["platform"];
  /** Whoever stepped aside: an attempt that broke off may have brought them in. */
  readonly recused: readonly PersonId[];
  readonly save: (room: StoredRoom) => Promise<void>;
  /** Records that these people were brought in with a message. */
  readonly announced: (people: readonly PersonId[]) => Promise<void>;
  readonly delivered: (message: WantedMessage) => Promise<void>;
  /** Records that the platform refused a room, and sees to it that those who belong in it are told otherwise. */
  readonly refused: (members: readonly PersonId[], reason: string) => Promise<unknown>;
}

/** What became of a row of the outbox. */
export type Outcome = { readonly kind: "done" } | Later;
export type Later = Extract<Sent<unknown>, { readonly kind: "later" }>;

type RoomEffect = Extract<Effect, { kind: "room" }>;

/** Tried again this long after a platform refused a room: somebody may have mended meanwhile what was in the way. */
const REFUSED_WAIT_MS = 15 * 60_000;

const done: Outcome = { kind: "done" };

/**
 * Brings a room on a platform to what the case says: makes it, takes people out and brings them in, posts what is missing, edits what
 * has changed, archives it. Each step is stored before the next, so that it can break off anywhere and be taken up again.
 */
export async function syncRoom(house: House, effect: RoomEffect, claim: Claim): Promise<Outcome> {
  const platform = platformFor(house, effect.platform, claim);
  if (platform === undefined) return { kind: "later", reason: "not-connected", waitMs: undefined };
  const stored = await house.store.caseById(effect.case);
  if (stored === undefined) return done;
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const wanted = await wantedRoom(house, rulebook, stored, current, effect.purpose, effect.platform);
  const { purpose } = effect;
  const owner: RoomOwner = {
    id: current.id,
    codeName: current.codeName,
    prefix: purpose === "officers" ? "case" : "board",
    purpose,
    platform: effect.platform,
    recused: [...current.recused, ...current.keptOut],
    save: (room) => house.store.saveRoom(room),
    async announced(people) {
      if (purpose === "officers") await recordAnnounced(house, current, people);
    },
    async delivered({ notice }) {
      if (notice !== undefined) await recordDeliveredToRoom(house, current.id, notice.id);
    },
    refused: (members, reason) => recordRoomRefused(house, current.id, purpose, members, reason),
  };
  const room = await house.store.room(effect.case, purpose, effect.platform);
  const isShut = wanted.isArchived && (room?.remote === undefined || room.isArchived);
  if (isShut && wanted.members.length > 0 && wanted.messages.some(isWaiting))
    await recordRoomClosed(house, current.id, purpose);
  return syncWanted(house, platform, owner, claim, wanted, room);
}

const isWaiting = ({ notice }: WantedMessage) =>
  notice !== undefined && notice.delivered === undefined && notice.failed === undefined;

/** Brings a room of anything to what is wanted. */
export async function syncWanted(
  house: House,
  platform: Platform,
  owner: RoomOwner,
  claim: Claim,
  wanted: WantedRoom,
  known: StoredRoom | undefined,
): Promise<Outcome> {
  const room = known ?? newRoom(owner, 1);
  if (room.isArchived || (room.remote === undefined && (wanted.members.length === 0 || wanted.isArchived))) return done;
  return new Sync(house, platform, owner, claim, wanted, room).run();
}

function newRoom({ id, purpose, platform }: RoomOwner, series: number): StoredRoom {
  return { case: id, purpose, platform, remote: undefined, members: [], messages: {}, isArchived: false, series };
}

/** One run: holds the room as it stands after the last step. */
class Sync {
  readonly #house: House;
  readonly #platform: Platform;
  readonly #owner: RoomOwner;
  readonly #claim: Claim;
  readonly #wanted: WantedRoom;
  #room: StoredRoom;

  constructor(house: House, platform: Platform, owner: RoomOwner, claim: Claim, wanted: WantedRoom, room: StoredRoom) {
    this.#house = house;
    this.#platform = platform;
    this.#owner = owner;
    this.#claim = claim;
    this.#wanted = wanted;
    this.#room = room;
  }

  async run(): Promise<Outcome> {
    const remote = await this.#open();
    if (typeof remote !== "string") return remote;
    if (this.#isLeft()) return this.#leaveBehind(remote);
    // Whoever has to leave leaves before anything new stands in the room.
    return (
      (await this.#takeOut(remote)) ??
      (await this.#showMessages(remote)) ??
      (await this.#bringIn(remote)) ??
      (await this.#archive(remote)) ??
      done
    );
  }

  async #open(): Promise<string | Outcome> {
    if (this.#room.remote !== undefined) return this.#room.remote;
    const suffix = this.#room.series > 1 ? `-${this.#room.series}` : "";
    const name = `${this.#owner.prefix}-${this.#owner.codeName}${suffix}`;
    const opened = await this.#platform.openRoom({ name, again: this.#again });
    // Where it was to be made is gone: it cannot be made, and trying again at once makes it no better.
    if (opened.kind === "gone") return this.#broken({ kind: "refused", reason: opened.reason });
    if (opened.kind !== "done") return this.#broken(opened);
    await this.#save({ remote: opened.value });
    return opened.value;
  }

  /** Whether nobody stays of those who are in the room: such as when another body decides next. */
  #isLeft(): boolean {
    const { members } = this.#room;
    return members.length > 0 && !members.some((person) => this.#wanted.members.includes(person));
  }

  /** What was said in the room stays with those who were in it: whoever comes later gets a room of their own. */
  async #leaveBehind(remote: string): Promise<Outcome> {
    const removed = await this.#platform.remove(remote, await this.#accounts(this.#room.members));
    if (removed.kind !== "done") return this.#broken(removed);
    const archived = await this.#platform.archive(remote);
    if (archived.kind !== "done" && archived.kind !== "gone") return this.#broken(archived);
    await this.#owner.save(newRoom(this.#owner, this.#room.series + 1));
    return { kind: "later", reason: "left", waitMs: 0 };
  }

  async #takeOut(remote: string): Promise<Outcome | undefined> {
    // An attempt that broke off may have brought people in without having noted it.
    const inside = this.#again ? [...this.#room.members, ...this.#owner.recused] : this.#room.members;
    const leavers = [...new Set(inside)].filter((person) => !this.#wanted.members.includes(person));
    if (leavers.length === 0) return undefined;
    const removed = await this.#platform.remove(remote, await this.#accounts(leavers));
    if (removed.kind !== "done") return this.#broken(removed);
    await this.#save({ members: this.#room.members.filter((person) => !leavers.includes(person)) });
    return undefined;
  }

  async #showMessages(remote: string): Promise<Outcome | undefined> {
    for (const wanted of this.#wanted.messages) {
      // oxlint-disable-next-line no-await-in-loop -- a room is read from top to bottom: one message after the other
      const broken = await this.#show(remote, wanted);
      if (broken !== undefined) return broken;
    }
    return undefined;
  }

  async #show(remote: string, wanted: WantedMessage): Promise<Outcome | undefined> {
    const shown = this.#platform.shown(wanted.message);
    const known = this.#room.messages[wanted.key];
    if (known === undefined) return this.#post(remote, wanted, shown);
    // An attempt that broke off may have posted it without having recorded that it was delivered.
    if (wanted.notice?.delivered === undefined) await this.#owner.delivered(wanted);
    if (known.shown === shown) return undefined;
    const key = this.#keyOf(wanted);
    const edited = await this.#platform.edit({ room: remote, remote: known.remote, key, message: wanted.message });
    // Somebody deleted the message by hand: it is posted again.
    if (edited.kind === "gone" && edited.what === "message") return this.#post(remote, wanted, shown);
    if (edited.kind !== "done") return this.#broken(edited);
    await this.#save({ messages: { ...this.#room.messages, [wanted.key]: { remote: edited.value, shown } } });
    return undefined;
  }

  async #post(remote: string, wanted: WantedMessage, shown: string): Promise<Outcome | undefined> {
    const newcomers = this.#newcomers();
    const posted = await this.#platform.post({
      room: remote,
      key: this.#keyOf(wanted),
      message: wanted.message,
      newcomers: await this.#accounts(newcomers),
      calls: await this.#accounts(wanted.calls.filter((person) => this.#wanted.members.includes(person))),
      again: this.#again,
    });
    if (posted.kind !== "done") return this.#broken(posted);
    await this.#save({
      messages: { ...this.#room.messages, [wanted.key]: { remote: posted.value, shown } },
      members: [...this.#room.members, ...newcomers],
    });
    await this.#owner.announced(newcomers);
    await this.#owner.delivered(wanted);
    return undefined;
  }

  #keyOf({ key }: WantedMessage): string {
    return `${this.#owner.id}:${this.#owner.purpose}:${this.#room.series}:${key}`;
  }

  async #bringIn(remote: string): Promise<Outcome | undefined> {
    const newcomers = this.#newcomers();
    if (newcomers.length === 0) return undefined;
    const invited = await this.#platform.invite(remote, await this.#accounts(newcomers));
    if (invited.kind !== "done") return this.#broken(invited);
    await this.#save({ members: [...this.#room.members, ...newcomers] });
    return undefined;
  }

  async #archive(remote: string): Promise<Outcome | undefined> {
    if (!this.#wanted.isArchived) return undefined;
    const archived = await this.#platform.archive(remote);
    if (archived.kind !== "done" && archived.kind !== "gone") return this.#broken(archived);
    await this.#save({ isArchived: true });
    return undefined;
  }

  async #broken(sent: Exclude<Sent<unknown>, { kind: "done" }>): Promise<Outcome> {
    switch (sent.kind) {
      case "later":
        return sent;
      case "gone":
        // Somebody deleted it: the case goes on in a new one.
        this.#house.log.warn("room gone", {
          case: this.#owner.codeName,
          purpose: this.#owner.purpose,
          reason: sent.reason,
        });
        await this.#owner.save(newRoom(this.#owner, this.#room.series + 1));
        return { kind: "later", reason: sent.reason, waitMs: 0 };
      case "refused":
        this.#house.log.warn("room refused", {
          case: this.#owner.codeName,
          purpose: this.#owner.purpose,
          reason: sent.reason,
        });
        await this.#owner.refused(this.#wanted.members, sent.reason);
        return { kind: "later", reason: sent.reason, waitMs: REFUSED_WAIT_MS };
    }
  }

  get #again(): boolean {
    return this.#claim.attempt > 1;
  }

  #newcomers(): readonly PersonId[] {
    return this.#wanted.members.filter((person) => !this.#room.members.includes(person));
  }

  /** Their accounts on this platform, of those too who no longer hold an office. */
  async #accounts(people: readonly PersonId[]): Promise<readonly AccountRef[]> {
    const { people: seated, store } = this.#house;
    const known = await Promise.all(people.map(async (person) => seated.get(person) ?? (await store.person(person))));
    return known.flatMap((person) =>
      (person?.accounts ?? []).filter((account) => account.platform === this.#platform.name),
    );
  }

  async #save(change: Partial<StoredRoom>): Promise<void> {
    this.#room = { ...this.#room, ...change };
    await this.#owner.save(this.#room);
  }
}
