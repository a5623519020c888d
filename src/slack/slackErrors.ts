import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";

import { Unreachable } from "../application/unreachable.ts";

const badBotToken =
  "Slack does not accept SLACK_BOT_TOKEN: copy the Bot User OAuth Token anew from the page OAuth & Permissions of your app at https://api.slack.com/apps, and start again.";
const removedApp =
  "Slack no longer accepts SLACK_BOT_TOKEN: the app was removed from the workspace, or its token was revoked. Install it again, put the new Bot User OAuth Token into SLACK_BOT_TOKEN, and start again.";
const badAppToken =
  "Slack does not accept SLACK_APP_TOKEN: make an app-level token with the scope connections:write on the page Basic Information of your app at https://api.slack.com/apps, and start again.";

/** Errors of the Web API that speak of the token. https://docs.slack.dev/reference/methods/auth.test#errors */
const bad = ["invalid_auth", "not_authed", "not_allowed_token_type", "token_expired"];
const removed = ["account_inactive", "token_revoked", "user_removed_from_team", "team_disabled"];
/** Errors that Slack documents as its own trouble. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const passing = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"];

/** The error with which Slack refused a call; undefined for any other trouble. */
export function platformError(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** Whether an error of Slack's is its own trouble and passes. */
export function isPassing(reason: string): boolean {
  return passing.includes(reason);
}

/** What an error of Slack's says of the bot's token, as a plain sentence; undefined for one that says nothing of it. */
export function tokenRefusal(reason: string): string | undefined {
  if (removed.includes(reason)) return removedApp;
  return bad.includes(reason) ? badBotToken : undefined;
}

/** The same for the app-level token, and for what else may stand in the way of a socket. */
export function socketRefusal(reason: string): string | undefined {
  if (reason === "missing_scope" || reason === "no_permission")
    return "SLACK_APP_TOKEN lacks the scope connections:write: make an app-level token with it on the page Basic Information of your app at https://api.slack.com/apps, and start again.";
  if (reason === "forbidden_team" || reason === "socket_mode_disabled")
    return "Slack opens no socket for the app: switch Socket Mode on in its settings at https://api.slack.com/apps, or set SLACK_PORT and SLACK_SIGNING_SECRET instead of SLACK_APP_TOKEN.";
  return tokenRefusal(reason) === undefined ? undefined : badAppToken;
}

/**
 * What the library throws while connecting, as a plain sentence, or as `Unreachable` when another try may work.
 * @param doing what was being done: "the connection"
 * @param refusal what an error of Slack's means there, if anything
 */
export function plainError(error: unknown, doing: string, refusal: (reason: string) => string | undefined): Error {
  const reason = platformError(error);
  if (reason !== undefined) {
    if (isPassing(reason)) return unreachable(reason, error);
    return new Error(refusal(reason) ?? `Slack refuses ${doing}: ${reason}.`, { cause: error });
  }
  if (error instanceof WebAPIRequestError) return unreachable(codeOf(error.original), error);
  if (error instanceof WebAPIHTTPError) return unreachable(String(error.statusCode), error);
  if (error instanceof WebAPIRateLimitedError) return unreachable("429", error);
  // A socket that Slack closes before it greets leaves no reason behind.
  if (error === undefined) return unreachable("the socket was closed", error);
  const message = error instanceof Error ? error.message : "unknown";
  return new Error(`Slack could not be asked for ${doing}: ${message}`, { cause: error });
}

function unreachable(trouble: string, cause: unknown): Unreachable {
  return new Unreachable(`Slack does not answer (${trouble}).`, { cause });
}

/** fetch hides the code of a trouble in its causes. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
