import type { Option } from "@slack/types";

import type { StoredView, SurfaceState } from "./storedView.ts";

/** What one person has open in front of them, and what their client has shown them. */
export class Session {
  /** The modals on top of each other; the last is the one in front. */
  modals: readonly StoredView[] = [];
  /** What stands in the elements of messages this person has touched, by timestamp of the message. */
  readonly touched = new Map<string, SurfaceState>();
  /** The options the app last offered for an element, by the element's key. */
  readonly offered = new Map<string, readonly Option[]>();
  readonly failures: string[] = [];
  #shown = 0;
  readonly #waiting = new Set<() => void>();

  /** Tells the session that its person was just shown something new. */
  show(): void {
    this.#shown += 1;
    if (this.#waiting.size === 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }

  fail(text: string): void {
    this.failures.push(text);
    this.show();
  }

  /** How often this person has been shown something new. */
  get shown(): number {
    return this.#shown;
  }

  /** Resolves when the person has been shown something new since the count was `since`, at the latest after `ms` of the computer's time. */
  async shownSince(since: number, ms: number): Promise<void> {
    if (this.#shown !== since) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#waiting.add(done);
    });
  }
}
