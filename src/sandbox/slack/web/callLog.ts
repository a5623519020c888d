/** One call of the app to Slack. */
export interface LoggedCall {
  readonly call: string;
  readonly at: number;
  readonly body: unknown;
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
}

/** The calls the app made, unless nobody wants to know. */
export class CallLog {
  readonly #keeps: boolean;
  readonly #calls: LoggedCall[] = [];

  constructor(keeps: boolean) {
    this.#keeps = keeps;
  }

  add(call: LoggedCall): void {
    if (this.#keeps) this.#calls.push(call);
  }

  all(): readonly LoggedCall[] {
    return [...this.#calls];
  }
}
