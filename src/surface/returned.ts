import type { Delivery, SubmittedForm } from "./delivery.ts";

/** Presses that send a returned form once more: its ref is the name under which it was kept. */
export const RESEND = "form.resend";

/** So long it is kept. */
const KEPT_MS = 15 * 60_000;
/** So many forms at once; the oldest goes first. */
const MOST = 200;

/**
 * Forms that could not be stored, in memory alone and for a quarter of an hour, so that one press sends them once more. Who sent one is not
 * kept with it: whoever presses its button sends it.
 */
export class ReturnedForms {
  readonly #kept = new Map<string, { readonly form: Unowned; readonly timer: NodeJS.Timeout }>();

  /** @param name nobody else can guess it */
  keep(name: string, sent: SubmittedForm): void {
    const { key, platform, kind, form: id, ref, values, people, files } = sent;
    const form: Unowned = {
      key,
      platform,
      kind,
      form: id,
      ref,
      values,
      people,
      ...(files === undefined ? {} : { files }),
    };
    this.#forget(name);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= MOST) this.#forget(oldest);
    this.#kept.set(name, { form, timer: setTimeout(() => this.#forget(name), KEPT_MS).unref() });
  }

  /** A form once more, as it was sent and under the same key, by whoever presses; undefined where it is no longer kept. It is taken once. */
  take(name: string, caller: Delivery["caller"]): SubmittedForm | undefined {
    const kept = this.#kept.get(name);
    this.#forget(name);
    return kept === undefined ? undefined : { ...kept.form, caller };
  }

  #forget(name: string): void {
    clearTimeout(this.#kept.get(name)?.timer);
    this.#kept.delete(name);
  }
}

type Unowned = Omit<SubmittedForm, "caller">;
