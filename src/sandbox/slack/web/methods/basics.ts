import { noScope, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Gives back what it was sent, or the error it was asked for.
 * @see https://docs.slack.dev/reference/methods/api.test
 */
export const apiTest: WebMethod = {
  token: "any",
  scopes: noScope,
  required: [],
  optional: ["error", "foo"],
  rate: tier.four,
  run(args) {
    const error = readText(args, "error");
    return error === undefined ? { ok: true, args } : refuse(error, { args });
  },
};

/**
 * Says whose token it is.
 * @see https://docs.slack.dev/reference/methods/auth.test
 */
export const authTest: WebMethod = {
  token: "bot",
  scopes: noScope,
  required: [],
  optional: [],
  rate: tier.special,
  run: (_, { team, app }) => ({
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: app.name,
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  }),
};

/**
 * Tells of the workspace.
 * @see https://docs.slack.dev/reference/methods/team.info
 */
export const teamInfo: WebMethod = {
  token: "bot",
  scopes: () => ["team:read"],
  required: [],
  optional: ["team", "domain"],
  rate: tier.three,
  run(args, { team }) {
    const asked = readText(args, "team") ?? team.id;
    if (asked !== team.id) return refuse("team_not_found");
    return {
      ok: true,
      team: { id: team.id, name: team.name, domain: team.domain, email_domain: "", icon: { image_default: true } },
    };
  },
};

/**
 * Tells of the app's bot.
 * @see https://docs.slack.dev/reference/methods/bots.info
 */
export const botsInfo: WebMethod = {
  token: "bot",
  scopes: () => ["users:read"],
  required: [],
  optional: ["bot", "team_id"],
  rate: tier.three,
  run(args, { app, mint }) {
    if ((readText(args, "bot") ?? app.botId) !== app.botId) return refuse("bot_not_found");
    return {
      ok: true,
      bot: {
        id: app.botId,
        deleted: false,
        name: app.name,
        updated: mint.seconds(),
        app_id: app.id,
        user_id: app.botUserId,
        icons: {},
      },
    };
  },
};

/**
 * User groups exist on paid plans only, so an app that is to work everywhere cannot have them; here nobody has.
 * @see https://docs.slack.dev/reference/methods/usergroups.list
 */
export const usergroupsList: WebMethod = {
  token: "bot",
  scopes: () => ["usergroups:read"],
  required: [],
  optional: ["include_count", "include_disabled", "include_users", "team_id"],
  rate: tier.two,
  run: () => refuse("plan_upgrade_required"),
};
