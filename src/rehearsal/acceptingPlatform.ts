import type { AccountRef, PlatformName } from "../application/person.ts";
import type { Platform, Sent } from "../application/platform.ts";
import type { RoomPurpose } from "../domain/case/noticeSubject.ts";

/**
 * A platform that takes everything at once and keeps nothing.
 * @param entered called whenever people are brought into a room of the case
 */
export function acceptingPlatform(
  name: PlatformName,
  entered: (room: RoomPurpose, accounts: readonly AccountRef[]) => void,
): Platform {
  let last = 0;
  const next = (): Sent<string> => done(`${name}-${(last += 1)}`);
  const enter = (room: string, accounts: readonly AccountRef[]) => {
    if (accounts.length > 0) entered(room.startsWith("board") ? "board" : "officers", accounts);
  };
  return {
    name,
    openRoom: async (room) => done(room.name),
    async post({ room, newcomers }) {
      enter(room, newcomers);
      return next();
    },
    edit: async ({ remote }) => done(remote),
    async invite(room, accounts) {
      enter(room, accounts);
      return done(true);
    },
    remove: async () => done(true),
    archive: async () => done(true),
    direct: async () => next(),
    roomReaders: async () => done([]),
    access: {
      read: async () => done({ standing: { isThere: false }, problems: {}, seesAll: false }),
      change: async () => ({ kind: "done" }),
      check: async () => done([]),
    },
    shown: (message) => JSON.stringify(message),
    answered: async () => {},
    close: async () => {},
  };
}

const done = <T>(value: T): Sent<T> => ({ kind: "done", value });
