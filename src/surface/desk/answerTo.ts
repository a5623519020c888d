import type { Log } from "../../application/ports.ts";
import { speechOf } from "../../locale/speech.ts";
import type { Administers } from "../administers.ts";
import { troubleCard } from "../cards/formCards.ts";
import type { Answer, Delivery, UnsentForm } from "../delivery.ts";
import { inTime } from "../inTime.ts";
import type { Desk } from "./desk.ts";
import { unsentForm } from "./unsent.ts";

/** So long a sent form may take; then it goes back to whoever sent it. */
const LONGEST_MS = 90_000;

/** The desk's answer to a delivery; where the desk failed a plain note, or what was typed, so that nobody is left without one. */
export async function answerTo(desk: Desk, delivery: Delivery, administers: Administers, log: Log): Promise<Answer> {
  const { platform, kind } = delivery;
  try {
    const handled = desk.handle(delivery, administers);
    const answer = kind === "submit" ? await inTime(handled, LONGEST_MS) : await handled;
    if (answer !== undefined) return answer;
    log.warn("delivery late", { platform, kind });
    return unsent(desk, delivery, "late");
  } catch (error) {
    log.warn("delivery failed", { platform, kind, reason: error instanceof Error ? error.name : "unknown" });
    return unsent(desk, delivery, "failed");
  }
}

function unsent(desk: Desk, delivery: Delivery, why: UnsentForm["why"]): Answer {
  if (delivery.kind === "submit") return { kind: "unsent", ...unsentForm(delivery, why, desk.redraw?.(delivery)) };
  // What was chosen from a list is chosen there again.
  const pressed = delivery.kind === "press" && delivery.values.length === 0 ? delivery : undefined;
  return { kind: "note", card: troubleCard(speechOf(delivery.caller.locale), pressed) };
}
