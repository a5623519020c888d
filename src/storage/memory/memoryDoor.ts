import { Temporal } from "temporal-polyfill";

import type { Barred, DoorDelegate, DoorQuestion, Store } from "../../application/ports.ts";
import type { DoorStore } from "../door.ts";

/** What is known at the doors of events, as long as the process lives. */
export function memoryDoor(): Pick<Store, DoorStore> {
  const barred = new Map<string, Barred>();
  const questions: DoorQuestion[] = [];
  const delegates: DoorDelegate[] = [];
  return {
    barred: async () => [...barred.values()],
    async saveBarred(each) {
      if (each.bars.length === 0) barred.delete(each.whom);
      else barred.set(each.whom, each);
    },
    async recordDoorQuestion(question) {
      questions.push(question);
    },
    doorQuestions: async (limit) => questions.toReversed().slice(0, limit),
    async nameDoorDelegate(delegate) {
      delegates.push(delegate);
    },
    doorDelegates: async (at) =>
      delegates.filter(
        (each) => Temporal.Instant.compare(each.at, at) <= 0 && Temporal.Instant.compare(at, each.until) < 0,
      ),
  };
}
