import { Temporal } from "temporal-polyfill";

import { hearingHere, hearingTimes } from "../domain/case/hearing.ts";
import { addSpan, localDay, timeOnDay } from "../domain/deadlines/calendar.ts";
import type { PersonId } from "../domain/identity.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Scene } from "./openScene.ts";

const BEGINS = "14:00";
const OVER = "17:00";

/** Where a hearing is held at a stage, both sides are called to it in time, it is held on its day, and what happened is written down. */
export async function playHearing(scene: Scene, officer: PersonId): Promise<Refusal | undefined> {
  const { rulebook, acts } = scene;
  const current = await scene.read();
  const times = hearingTimes(rulebook, current);
  if (times === undefined || hearingHere(current)?.record !== undefined) return undefined;
  const day = addSpan(rulebook, localDay(rulebook, scene.now()), times.notice);
  const on = day.toString();
  const call = { on, time: BEGINS, text: "Fictitious: in the usual room.", shorter: "" };
  const notCalled = await scene.act(officer, (request) => acts.callHearing(request, call));
  if (notCalled !== undefined) return notCalled;
  await scene.waitUntil(timeOnDay(rulebook, Temporal.PlainDate.from(on), OVER));
  const notHeld = await scene.act(officer, (request) => acts.holdHearing(request, on));
  if (notHeld !== undefined) return notHeld;
  await scene.waitForLastMoment("hearing:record");
  return scene.act(officer, (request) => acts.recordHearing(request, "What was said in a fictitious hearing.", []));
}
