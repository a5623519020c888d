import type { Act, Standing } from "../acts/act.ts";
import type { HearingAct } from "../acts/hearingAct.ts";
import { hearingTimes } from "../case/hearing.ts";
import { addSpan, localDay } from "../deadlines/calendar.ts";

/** A text that has not been written yet. */
const UNWRITTEN = "";

/** What can be done about a hearing: it is called for the first day that leaves the time there has to be, and was over today. */
export function askedHearing({ rulebook, current, at }: Standing, kind: HearingAct["kind"]): readonly Act[] {
  const today = localDay(rulebook, at);
  switch (kind) {
    case "call-hearing": {
      const notice = hearingTimes(rulebook, current)?.notice;
      const on = (notice === undefined ? today : addSpan(rulebook, today, notice)).toString();
      return [{ kind, on, time: "23:59", statement: UNWRITTEN, shorter: undefined }];
    }
    case "hold-hearing":
      return [{ kind, on: today.toString() }];
    case "record-hearing":
      return [{ kind, statement: UNWRITTEN }];
    case "ask-record":
      return [{ kind }];
  }
}
