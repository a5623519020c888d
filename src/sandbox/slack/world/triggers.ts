import type { SandboxClock } from "../../clock.ts";

/** What a trigger stands for: whose act it was, and in which modal. */
export interface Trigger {
  readonly person: string;
  readonly inModal: boolean;
}

interface Issued extends Trigger {
  readonly until: number;
  exchanged: boolean;
}

const lifetime = 3000;

/** The trigger ids handed out with interactions: each lives three seconds and opens one modal. */
export class Triggers {
  readonly #clock: SandboxClock;
  readonly #issued = new Map<string, Issued>();
  #counter = 0;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  issue(person: string, inModal: boolean): string {
    const now = this.#clock.now();
    this.#forgetBefore(now - lifetime);
    this.#counter += 1;
    const id = `${now}.${this.#counter}.${(this.#counter * 2_654_435_761).toString(16)}`;
    this.#issued.set(id, { person, inModal, until: now + lifetime, exchanged: false });
    return id;
  }

  /** Uses a trigger up, or says with Slack's error why it cannot be used. */
  exchange(id: string): Trigger | "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id" {
    const issuedAt = /^(\d+)\.\d+\.[0-9a-f]+$/.exec(id)?.[1];
    if (issuedAt === undefined) return "invalid_trigger_id";
    if (this.#clock.now() > Number(issuedAt) + lifetime) return "expired_trigger_id";
    const issued = this.#issued.get(id);
    if (issued === undefined) return "invalid_trigger_id";
    if (issued.exchanged) return "exchanged_trigger_id";
    issued.exchanged = true;
    return issued;
  }

  #forgetBefore(moment: number): void {
    for (const [id, { until }] of this.#issued) {
      if (until >= moment) return;
      this.#issued.delete(id);
    }
  }
}
