import { wireUser } from "../../world/wireUser.ts";
import { pageOf } from "../pages.ts";
import { isRefusal, readFlag, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Tells of one account.
 * @see https://docs.slack.dev/reference/methods/users.info
 */
export const usersInfo: WebMethod = {
  token: "bot",
  scopes: () => ["users:read"],
  required: ["user"],
  optional: ["include_locale"],
  rate: tier.four,
  run(args, world) {
    const member = world.members.get(readText(args, "user") ?? "");
    if (member === undefined) return refuse("user_not_found");
    return { ok: true, user: wireUser(member, world, readFlag(args, "include_locale")) };
  },
};

/**
 * Tells of every account.
 * @see https://docs.slack.dev/reference/methods/users.list
 */
export const usersList: WebMethod = {
  token: "bot",
  scopes: () => ["users:read"],
  required: [],
  optional: ["cursor", "include_locale", "limit", "team_id"],
  rate: tier.two,
  run(args, world) {
    const withLocale = readFlag(args, "include_locale");
    const page = pageOf([...world.members.values()], args, 1000);
    if (isRefusal(page)) return page;
    return {
      ok: true,
      members: page.items.map((member) => wireUser(member, world, withLocale)),
      cache_ts: world.mint.seconds(),
      response_metadata: page.response_metadata,
    };
  },
};
