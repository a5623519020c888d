import type { Log } from "../../application/ports.ts";
import { speechOf } from "../../locale/speech.ts";
import type { Administers } from "../administers.ts";
import { troubleCard } from "../cards/formCards.ts";
import type { Answer, Delivery } from "../delivery.ts";
import type { Desk } from "./desk.ts";

/** The desk's answer to a delivery; a plain note where the desk failed, so that nobody is left without one. */
export async function answerTo(desk: Desk, delivery: Delivery, administers: Administers, log: Log): Promise<Answer> {
  try {
    return await desk.handle(delivery, administers);
  } catch (error) {
    const { platform, kind } = delivery;
    log.warn("delivery failed", { platform, kind, reason: error instanceof Error ? error.name : "unknown" });
    // What was chosen from a list is chosen there again.
    const pressed = delivery.kind === "press" && delivery.values.length === 0 ? delivery : undefined;
    return { kind: "note", card: troubleCard(speechOf(delivery.caller.locale), pressed) };
  }
}
