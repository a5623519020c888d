import type { World } from "../world/world.ts";
import { type HttpAnswer, httpAnswer } from "./httpAnswer.ts";
import type { RateLimits } from "./rateLimits.ts";
import {
  type Answer,
  type CallArguments,
  isRefusal,
  type Refusal,
  refuse,
  refuseWith,
  type WebMethod,
} from "./webMethod.ts";

/** Who is calling, by the token shown. */
export interface Tokens {
  readonly bot: string;
  readonly app: string;
  /** The error every call with the bot's token gets, once the app was removed or the token revoked. */
  revoked: string | undefined;
}

/** Carries out one call of the Web API: token, limits, scopes, arguments, and then the method itself. */
export function callMethod(
  name: string,
  method: WebMethod | undefined,
  args: CallArguments,
  token: string | undefined,
  world: World,
  tokens: Tokens,
  limits: RateLimits,
): HttpAnswer {
  if (method === undefined) {
    world.report(`${name}: unknown_method`);
    return httpAnswer(200, refuse("unknown_method", { req_method: name }));
  }
  const stranger = findTokenRefusal(method, token, tokens);
  if (stranger !== undefined) return answered(name, stranger, world);
  const wait = limits.findWait(name, method, args);
  if (wait !== undefined) return httpAnswer(429, refuse("ratelimited"), { "retry-after": String(wait) });
  const scopes = method.scopes(args, world);
  const lacks = scopes.length > 0 && !scopes.some((scope) => world.scopes.has(scope));
  if (lacks) {
    const provided = [...world.scopes].join(",");
    return answered(name, refuse("missing_scope", { needed: scopes.join(","), provided }), world);
  }
  const missing = method.required.filter((key) => args[key] === undefined || args[key] === null);
  for (const key of Object.keys(args))
    if (key !== addedByBolt && !method.required.includes(key) && !method.optional.includes(key))
      world.report(`${name}: unknown argument ${key}`);
  if (missing.length > 0) {
    const faults = missing.map((key) => `missing required field: ${key}`);
    return answered(name, refuseWith("invalid_arguments", faults), world);
  }
  return answered(name, method.run(args, world), world, {
    "x-oauth-scopes": [...world.scopes].join(","),
    "x-accepted-oauth-scopes": scopes.join(","),
  });
}

/** The client Bolt hands to listeners names the workspace in every call, whether the method knows the argument or not. */
const addedByBolt = "team_id";

function findTokenRefusal(method: WebMethod, token: string | undefined, tokens: Tokens): Refusal | undefined {
  if (method.token === "any") return undefined;
  if (token === undefined || token === "") return refuse("not_authed");
  if (token !== tokens.bot && token !== tokens.app) return refuse("invalid_auth");
  if (token === tokens.bot && tokens.revoked !== undefined) return refuse(tokens.revoked);
  return token === tokens[method.token] ? undefined : refuse("not_allowed_token_type");
}

function answered(name: string, answer: Answer, world: World, headers?: Readonly<Record<string, string>>): HttpAnswer {
  if (isRefusal(answer)) reportMalformed(name, answer, world);
  return httpAnswer(200, answer, headers);
}

/** Remembers a refusal that tells of a mistake in the app, and not of how things stand in the workspace. */
export function reportMalformed(call: string, refusal: Refusal, world: World): void {
  if (!mistakes.has(refusal.error)) return;
  world.report([`${call}: ${refusal.error}`, ...messagesOf(refusal)].join(" "));
}

function messagesOf(refusal: Refusal): readonly string[] {
  const { needed, response_metadata: more } = refusal;
  if (typeof needed === "string") return [`needs ${needed}`];
  if (typeof more !== "object" || more === null || !("messages" in more) || !Array.isArray(more.messages)) return [];
  return more.messages.map(String);
}

const mistakes: ReadonlySet<string> = new Set([
  "invalid_arguments",
  "invalid_attachments",
  "invalid_auth",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_cursor",
  "invalid_limit",
  "invalid_metadata_format",
  "invalid_metadata_schema",
  "invalid_name_maxlength",
  "invalid_name_punctuation",
  "invalid_name_required",
  "invalid_name_specials",
  "invalid_payload",
  "invalid_trigger_id",
  "invalid_ts_latest",
  "invalid_ts_oldest",
  "invalid_types",
  "markdown_text_conflict",
  "messages_tab_disabled",
  "metadata_too_large",
  "method_not_supported_for_channel_type",
  "missing_scope",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
  "no_user",
  "not_allowed_token_type",
  "not_authed",
  "not_enabled",
  "push_limit_reached",
  "thread_not_found",
  "too_long",
  "too_many_attachments",
  "too_many_users",
  "users_list_not_supplied",
  "view_too_large",
]);
