import { randomUUID } from "node:crypto";

import type { SandboxClock } from "../../clock.ts";
import { ackTime, type Carrier, type Delivery, type DeliveryKind, type Outcome, type Payload } from "./delivery.ts";

interface Waiting {
  readonly delivery: Delivery;
  readonly go: () => void;
}

const keptSent = 2000;

/**
 * Everything on its way from Slack to the app. Tests and the page can hold deliveries back, let them go in another order, lose,
 * double and repeat them.
 */
export class Deliveries {
  readonly #clock: SandboxClock;
  readonly #carrier: Carrier;
  readonly #keeps: boolean;
  readonly #sent: Delivery[] = [];
  #waiting: readonly Waiting[] = [];
  #isHeld: ((delivery: Delivery) => boolean) | undefined;
  #toDouble = 0;
  #copies = 0;

  constructor(clock: SandboxClock, carrier: Carrier, keeps: boolean) {
    this.#clock = clock;
    this.#carrier = carrier;
    this.#keeps = keeps;
  }

  /** Sends something to the app and resolves when it is acked, or three seconds have passed, or nobody was there. */
  send(kind: DeliveryKind, payload: Payload, acceptsReply = true, retry?: Delivery["retry"]): Promise<Outcome> {
    return this.#dispatch({
      id: randomUUID(),
      kind,
      payload,
      acceptsReply,
      ...(retry === undefined ? {} : { retry }),
    });
  }

  /** From now on deliveries wait, all of them or those chosen, until they are let go. */
  hold(which: (delivery: Delivery) => boolean = () => true): void {
    this.#isHeld = which;
  }

  /** The deliveries that wait, in the order they came. */
  held(): readonly Delivery[] {
    return this.#waiting.map(({ delivery }) => delivery);
  }

  /** Lets waiting deliveries go in the order their ids are given, or all in the order they came; later ones go on waiting. */
  release(ids: readonly string[] = this.held().map(({ id }) => id)): void {
    for (const waiting of this.#take(ids)) waiting.go();
  }

  /** Loses waiting deliveries on the way: the app never sees them. */
  lose(ids: readonly string[] = this.held().map(({ id }) => id)): void {
    this.#take(ids);
  }

  /** Ends holding back and lets everything go. */
  resume(): void {
    this.#isHeld = undefined;
    this.release();
  }

  /** Each of the next deliveries is sent so many times more, the same to the last byte. */
  double(next = 1, copies = 1): void {
    this.#toDouble = next;
    this.#copies = copies;
  }

  /** What was sent so far, oldest first; empty when the local Slack does not keep everything. */
  sent(): readonly Delivery[] {
    return [...this.#sent];
  }

  /** Sends a delivery once more, the same to the last byte. What comes back with its ack has no effect. */
  repeat(delivery: Delivery): Promise<Outcome> {
    return new Promise((resolve) => this.#transmit(delivery, resolve));
  }

  #dispatch(delivery: Delivery): Promise<Outcome> {
    return new Promise((resolve) => {
      if (this.#isHeld?.(delivery) !== true) {
        this.#transmit(delivery, resolve);
        return;
      }
      // The three seconds run while it is held back; when it is let go after that, nobody waits for its ack any more.
      const due = this.#clock.now() + ackTime;
      const cancel = this.#clock.after(ackTime, () => resolve({ kind: "timeout" }));
      const go = () => {
        cancel();
        const left = due - this.#clock.now();
        this.#transmit(delivery, resolve, left > 0 ? left : ackTime);
      };
      this.#waiting = [...this.#waiting, { delivery, go }];
    });
  }

  #transmit(delivery: Delivery, resolve: (outcome: Outcome) => void, time = ackTime): void {
    if (this.#keeps) {
      this.#sent.push(delivery);
      if (this.#sent.length > keptSent) this.#sent.shift();
    }
    let settled = false;
    const settle = (outcome: Outcome) => {
      if (settled) return;
      settled = true;
      cancel();
      resolve(outcome);
    };
    const cancel = this.#clock.after(time, () => {
      abandon();
      settle({ kind: "timeout" });
    });
    const abandon = this.#carrier.send(delivery, settle);
    if (this.#toDouble === 0) return;
    this.#toDouble -= 1;
    for (let copy = 0; copy < this.#copies; copy += 1) this.#carrier.send(delivery, () => undefined);
  }

  #take(ids: readonly string[]): readonly Waiting[] {
    const taken = ids.flatMap((id) => this.#waiting.find(({ delivery }) => delivery.id === id) ?? []);
    this.#waiting = this.#waiting.filter((waiting) => !taken.includes(waiting));
    return taken;
  }
}
