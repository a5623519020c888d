import { lackingOf } from "../voting/quorum.ts";
import type { Unblock, Who } from "../why/unblock.ts";
import { chairOffices } from "./chairs.ts";
import type { MotionRefusal } from "./refusal.ts";
import { bodyOf, ruleOf } from "./rules.ts";
import type { MotionStanding } from "./standing.ts";

/** What would make an act in a motion possible that is not. */
export function unblockMotion({ rulebook, motion }: MotionStanding, refusal: MotionRefusal): readonly Unblock[] {
  const rule = ruleOf(rulebook, motion);
  const body: Who = { kind: "body", body: bodyOf(rule) };
  const offices = chairOffices(rulebook, motion);
  const chair: Who = offices.length === 0 ? body : { kind: "offices", offices };
  const by = rule.method === "consensus" ? rule.called_by : undefined;
  const caller: Who = by?.kind === "office" ? { kind: "offices", offices: [by.id] } : chair;
  switch (refusal.refused) {
    case "nothing-here":
      return [{ kind: "other-name" }];
    case "not-the-chair":
      return [{ kind: "ask", who: chair }];
    case "already-done":
      return [{ kind: "nothing", as: "done" }];
    case "already-voted":
      return [{ kind: "nothing", as: "final" }];
    case "not-your-task":
    case "mover-leads":
      return [{ kind: "ask", who: { kind: "people", people: [motion.mover] } }];
    case "mover-asked":
      return [
        { kind: "answer-mover", who: { kind: "people", people: [motion.mover] } },
        { kind: "go-on", who: chair },
      ];
    case "counted-twice":
      return [{ kind: "count-again", who: chair }];
    case "not-seconded":
    case "own-motion":
      return [{ kind: "second", who: body }];
    case "no-vote-open":
      return [{ kind: "open-vote", who: chair }];
    case "vote-running":
      return [{ kind: "close-vote", who: chair }];
    case "too-few-for-secrecy":
    case "cannot-be-quorate":
      return [{ kind: "fill-seats", body: bodyOf(rule), seats: Math.max(1, neededMore(refusal)) }];
    case "inquorate":
      return lackingOf(refusal).map(({ body: of, count }) => ({
        kind: "come",
        count,
        body: of ?? bodyOf(rule),
        people: [],
      }));
    case "observers-do-not-vote":
    case "not-in-electorate":
    case "came-later":
      return [{ kind: "nothing", as: "not-needed" }];
    case "tie-open":
      return [{ kind: "ask", who: chair }];
    case "no-tie":
    case "not-a-consensus":
      return [{ kind: "nothing", as: "not-needed" }];
    case "not-called":
      return [{ kind: "ask", who: caller }];
    case "objections-open":
      return [{ kind: "nothing", as: "by-itself" }];
    case "session-not-open":
      return [{ kind: "open-session", who: chair }];
    case "day-is-over":
      return [{ kind: "choose-day", from: undefined, until: undefined }];
    case "vote-closed":
      return [{ kind: "nothing", as: "vote-over" }];
  }
}

function neededMore(refusal: Extract<MotionRefusal, { refused: "too-few-for-secrecy" | "cannot-be-quorate" }>): number {
  return refusal.refused === "too-few-for-secrecy"
    ? refusal.needed - refusal.mayVote
    : lackingOf(refusal).reduce((sum, { count }) => sum + count, 0);
}
