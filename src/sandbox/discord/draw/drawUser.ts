import type { Json } from "../wire/json.ts";
import type { Account } from "../world/guild.ts";
import type { World } from "../world/world.ts";

/** A user object (resources/user, "User Structure"). */
export function drawUser(account: Account): Json {
  return {
    id: account.id,
    username: usernameOf(account),
    discriminator: account.isBot ? "0001" : "0",
    global_name: account.isBot ? null : account.name,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(account.isBot ? { bot: true } : {}),
  };
}

/** The user object of an account that may be gone. */
export function drawUserById(world: World, id: string): Json {
  return drawUser(
    world.accounts.get(id) ?? { id, name: "Deleted User", isBot: false, locale: "en-US", takesDirectMessages: false },
  );
}

/** Usernames are lower case without spaces; what people are called is the global name. */
function usernameOf(account: Account): string {
  return account.isBot ? account.name : account.name.toLowerCase().replaceAll(/[^\p{L}\p{N}_.]+/gu, ".");
}
