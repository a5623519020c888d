/** What can be made to go wrong with one call of the bot to the platform. */
export type Mishap =
  /** The platform answers so; the effect of the call happens first, or not at all. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly effect: "happens" | "none";
    }
  /** The connection is closed without an answer. */
  | { readonly kind: "drop"; readonly effect: "happens" | "none" }
  /** The answer comes late, by so many milliseconds of the computer's clock. */
  | { readonly kind: "delay"; readonly ms: number };

export interface Fault {
  /** Which calls: for Discord "POST /channels/:id/messages" as text or pattern, for Slack "chat.postMessage". */
  readonly call: string | RegExp;
  readonly mishap: Mishap;
  /** How many matching calls it strikes; 1 when left out. */
  readonly times?: number;
  /** Strikes only calls whose body it accepts. */
  readonly where?: (body: unknown) => boolean;
}

interface Armed {
  readonly fault: Fault;
  left: number;
}

/** The faults armed for one local platform. */
export class Faults {
  readonly #armed: Armed[] = [];

  /** Arms a fault. Returns what disarms it. */
  arm(fault: Fault): () => void {
    const armed: Armed = { fault, left: fault.times ?? 1 };
    this.#armed.push(armed);
    return () => {
      armed.left = 0;
    };
  }

  clear(): void {
    this.#armed.length = 0;
  }

  /** The mishap that strikes this call, if any; it is used up by that. */
  strike(call: string, body: unknown): Mishap | undefined {
    const armed = this.#armed.find(
      ({ fault, left }) =>
        left > 0 &&
        (typeof fault.call === "string" ? fault.call === call : fault.call.test(call)) &&
        (fault.where?.(body) ?? true),
    );
    if (armed === undefined) return undefined;
    armed.left -= 1;
    return armed.fault.mishap;
  }
}
