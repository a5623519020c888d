import { noScope, refuse, tier, type WebMethod } from "../webMethod.ts";

/**
 * Hands out the address of a Socket Mode connection; refused when the app has a request URL instead.
 * @see https://docs.slack.dev/reference/methods/apps.connections.open
 */
export function connectionsOpen(issueUrl: (() => string) | undefined): WebMethod {
  return {
    token: "app",
    scopes: noScope,
    required: [],
    optional: [],
    rate: tier.three,
    run: () => (issueUrl === undefined ? refuse("socket_mode_disabled") : { ok: true, url: issueUrl() }),
  };
}
