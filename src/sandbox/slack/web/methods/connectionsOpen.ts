import { noScope, refuse, tier, type WebMethod } from "../webMethod.ts";

/** @see https://docs.slack.dev/reference/methods/apps.connections.open */
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
