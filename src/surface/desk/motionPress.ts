import type { MotionRequest, MotionDone, MotionSeen } from "../../application/motions/actOnMotion.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { noteCard } from "../cards/noteCard.ts";
import type { Visit, Target, Act } from "./visit.ts";
import { isRefused, refused, isSeen, silence } from "./visit.ts";

export const requestFor = ({ delivery }: Visit, { case: motion }: Target): MotionRequest => ({
  caller: delivery.caller,
  motion,
  delivery: delivery.key,
});

type Said =
  `motion.done.${"seconded" | "opened" | "withdrawn" | "recused" | "called" | "tie.in-favour" | "tie.against"}`;

/** Carries out something that a press, or a command, alone says. */
export function press(
  carryOut: (visit: Visit, request: MotionRequest) => Promise<MotionDone | MotionSeen | Blocked>,
  said: Said,
): Act {
  return async (visit, target) => {
    const { say } = visit.speech;
    const result = await carryOut(visit, requestFor(visit, target));
    if (isRefused(result)) return refused(visit, result);
    if (isSeen(result)) return silence;
    return { kind: "note", card: noteCard("good", say("done.title"), say(said, { codeName: result.motion.codeName })) };
  };
}
