import type { World } from "../world/world.ts";

/** The arguments of a call, with those that are sent as JSON read. */
export type CallArguments = Readonly<Record<string, unknown>>;

/** Slack's way of saying no: always with status 200. */
export interface Refusal {
  readonly ok: false;
  readonly error: string;
  readonly [more: string]: unknown;
}

/** What a method answers. */
export type Answer = Refusal | { readonly ok: true; readonly [more: string]: unknown };

/** One method of the Web API, with what its documentation says about calling it. */
export interface WebMethod {
  /** Which token it takes: the bot's, the app's, or any or none. */
  readonly token: "bot" | "app" | "any";
  /** Scopes of which one is needed for this call; empty when none is. */
  readonly scopes: (args: CallArguments, world: World) => readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** How often it may be called in a workspace. */
  readonly rate: Rate;
  run(args: CallArguments, world: World): Answer;
}

/** Calls in a minute, or the special rule for posting: one a second in each conversation. */
type Rate = number | "one-a-second-per-channel";

/**
 * The tiers of the Web API, in calls a minute.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
export const tier = { two: 20, three: 50, four: 100, special: 600 } as const;

/** A refusal by one of Slack's error names. */
export function refuse(error: string, more: Readonly<Record<string, unknown>> = {}): Refusal {
  return { ok: false, error, ...more };
}

/** A refusal that lists what is wrong, as Slack does for blocks, views and arguments. */
export function refuseWith(error: string, faults: readonly string[]): Refusal {
  return refuse(error, {
    ...(error === "invalid_blocks" ? { errors: faults } : {}),
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  });
}

/** Whether something is a refusal and not what was asked for. */
export function isRefusal(value: object): value is Refusal {
  return "ok" in value && value.ok === false;
}

/** For methods that need no scope. */
export const noScope = (): readonly string[] => [];

/** An argument as text, when it was given as text, number or truth value. */
export function readText(args: CallArguments, name: string): string | undefined {
  const value = args[name];
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** An argument that is true, in any of the ways a form or JSON says so. */
export function readFlag(args: CallArguments, name: string): boolean {
  const value = args[name];
  return value === true || value === 1 || value === "true" || value === "1";
}

/** A comma-separated list, or a list. */
export function readList(args: CallArguments, name: string): readonly string[] {
  const value = args[name];
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return (readText(args, name) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
