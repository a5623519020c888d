import type { Act, ActKind, Standing } from "../acts/act.ts";
import type { TimeAct } from "../acts/timeAct.ts";
import { openWindows } from "../challenges/windowsOpen.ts";
import { localDay } from "../deadlines/calendar.ts";
import { earliestMore, extendableIn, offeredIn, overdueIn } from "../deadlines/moreTime.ts";
import { handlersOf } from "../parties/viewer.ts";

/** Nothing that is entered has an id yet. */
const UNWRITTEN = "";

/** Whether an act gives more time. */
export const isAboutTime = (kind: ActKind): kind is "extend" | "take-offer" =>
  kind === "extend" || kind === "take-offer";

/** The acts about time of one kind, with all that is yet to be entered taken as entered well; none of what is nowhere to be done. */
export function askedTimeAct(standing: Standing, kind: TimeAct["kind"]): readonly Act[] {
  const { rulebook, roster, current, caller, at } = standing;
  switch (kind) {
    case "extend": {
      const [first] = [...extendableIn(rulebook, current), ...openWindows(rulebook, current, at)];
      if (first === undefined) return [{ kind, deadline: "", until: "", reasons: UNWRITTEN }];
      const until = earliestMore(rulebook, first, at).toString();
      return [{ kind, deadline: first.key, until, reasons: UNWRITTEN }];
    }
    case "take-offer":
      return extendableIn(rulebook, current)
        .filter((deadline) => offeredIn(deadline) !== undefined)
        .map(({ key }) => ({ kind, deadline: key }));
    case "tell-longer":
      return overdueIn(rulebook, current, at).map(({ key }) => ({ kind, deadline: key, statement: UNWRITTEN }));
    case "plan":
      return [
        {
          kind,
          owner: handlersOf(rulebook, roster, current)[0] ?? caller,
          on: localDay(rulebook, at).toString(),
          statement: UNWRITTEN,
        },
      ];
    case "finish-step":
      return current.times.steps.filter(({ isDone }) => !isDone).map(({ step }) => ({ kind, step }));
    case "note-answer":
    case "answer":
      return [{ kind, statement: UNWRITTEN }];
  }
}
