import type { SandboxClock } from "../../clock.ts";
import { type CallArguments, readText, type WebMethod } from "./webMethod.ts";

/**
 * Counts calls against Slack's limits, a method in a workspace at a time. Generous until told to be realistic.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
export class RateLimits {
  realistic = false;
  readonly #clock: SandboxClock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** The seconds to wait when this call is one too many; nothing when it may go on, and then it is counted. */
  findWait(name: string, method: WebMethod, args: CallArguments): number | undefined {
    if (!this.realistic) return undefined;
    const isPosting = method.rate === "one-a-second-per-channel";
    const key = isPosting ? `${name} ${readText(args, "channel") ?? ""}` : name;
    const window = isPosting ? 1000 : 60_000;
    const most = method.rate === "one-a-second-per-channel" ? 1 : method.rate;
    const now = this.#clock.now();
    const recent = (this.#calls.get(key) ?? []).filter((moment) => moment > now - window);
    this.#calls.set(key, recent);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most) return Math.max(1, Math.ceil((oldest + window - now) / 1000));
    recent.push(now);
    return undefined;
  }
}
