import type { Message } from "../../../src/application/message.ts";
import type { NoticeView } from "../../../src/application/notice.ts";
import type { PlatformName } from "../../../src/application/person.ts";
import type { Platform, Sent } from "../../../src/application/platform.ts";

/** A private message or one in a room, with what it tells of. */
interface Post {
  /** The account, or the room. */
  readonly to: string;
  readonly key: string;
  readonly views: readonly NoticeView[];
  readonly isDirect: boolean;
}

export interface Postbox extends Platform {
  /** Everything that was posted, the first first. */
  readonly posts: readonly Post[];
}

/** A platform that takes everything and remembers it. As the real ones do, it finds a message again by its key when it is sent again. */
export function openPostbox(name: PlatformName): Postbox {
  const posts: Post[] = [];
  const put = (post: Omit<Post, "views">, message: Message, again: boolean): Sent<string> => {
    const known = posts.findIndex(({ to, key }) => to === post.to && key === post.key);
    if (!again || known === -1) posts.push({ ...post, views: viewsOf(message) });
    return { kind: "done", value: String(again && known !== -1 ? known : posts.length - 1) };
  };
  return {
    name,
    posts,
    openRoom: async (room) => ({ kind: "done", value: room.name }),
    post: async ({ room, key, message, again }) => put({ to: room, key, isDirect: false }, message, again),
    edit: async ({ remote }) => ({ kind: "done", value: remote }),
    invite: async () => ({ kind: "done", value: true }),
    remove: async () => ({ kind: "done", value: true }),
    archive: async () => ({ kind: "done", value: true }),
    direct: async ({ account, key, message, again }) => put({ to: account.id, key, isDirect: true }, message, again),
    roomReaders: async () => ({ kind: "done", value: [] }),
    access: {
      read: async () => ({ kind: "done", value: { standing: { isThere: false }, problems: {}, seesAll: false } }),
      change: async () => ({ kind: "done" }),
      check: async () => ({ kind: "done", value: [] }),
    },
    shown: (message) => JSON.stringify(message),
    answered: async () => {},
    close: async () => {},
  };
}

function viewsOf(message: Message): readonly NoticeView[] {
  if (message.kind === "digest") return message.views;
  return message.kind === "notice" ? [message.view] : [];
}
