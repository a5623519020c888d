import { Temporal } from "temporal-polyfill";

import { partiesOf } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import {
  hearingHere,
  hearingTimes,
  hearingToRecord,
  isSide,
  lastDaysBefore,
  lastHeld,
  hearingRecordClause,
} from "../case/hearing.ts";
import { readStage } from "../case/stages.ts";
import { addSpan, localDay, timeOnDay } from "../deadlines/calendar.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type HearingAct = Of<"call-hearing" | "hold-hearing" | "record-hearing" | "ask-record">;
type Decided = readonly Entry[] | Refusal;

/** What is done about the hearing of a stage. */
export function decideHearingAct(standing: Standing, act: HearingAct, newId: () => string): Decided {
  switch (act.kind) {
    case "call-hearing":
      return callHearing(standing, act, newId);
    case "hold-hearing":
      return holdHearing(standing, act, newId);
    case "record-hearing":
      return recordHearing(standing, act, newId);
    case "ask-record":
      return askRecord(standing, newId);
  }
}

/**
 * Both sides are told when it is. With less notice than the rules give only where it is written down why: that all of them agreed, or that
 * it cannot wait.
 */
function callHearing({ rulebook, current, at }: Standing, act: Of<"call-hearing">, newId: () => string): Decided {
  const { on, time, statement, shorter } = act;
  const times = hearingTimes(rulebook, current);
  const { clause: here } = readStage(rulebook, current);
  if (times === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: here };
  const known = hearingHere(current);
  if (known?.record !== undefined) return { refused: "already-done" };
  const today = localDay(rulebook, at);
  const { clause } = times;
  const day = Temporal.PlainDate.from(on);
  if (Temporal.Instant.compare(timeOnDay(rulebook, day, time), at) <= 0)
    return { refused: "not-later", earliest: today.toString(), clause };
  const earliest = addSpan(rulebook, today, times.notice);
  if (shorter === undefined && Temporal.PlainDate.compare(day, earliest) < 0)
    return { refused: "hearing-too-soon", earliest: earliest.toString(), clause };
  const hearing = known?.hearing ?? newId();
  const evidence = lastDaysBefore(rulebook, times, on).evidence.lastDay.toString();
  const subject = { kind: "hearing-called", hearing, on, time, statement, evidence } as const;
  const sides = [...partiesOf(current, "complainant"), ...partiesOf(current, "respondent")];
  return [
    { kind: "hearing-called", hearing, on, time, statement, shorter },
    ...sides.map(({ party, role }): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party, role },
      subject,
    })),
  ];
}

/** It was held, and over on a day: today or earlier. One that nobody called here is entered so, too. */
function holdHearing({ rulebook, current, at }: Standing, { on }: Of<"hold-hearing">, newId: () => string): Decided {
  const times = hearingTimes(rulebook, current);
  const stage = readStage(rulebook, current);
  if (times === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  const known = hearingHere(current);
  if (known?.record !== undefined) return { refused: "already-done" };
  const { clause } = times;
  const today = localDay(rulebook, at).toString();
  if (on > today) return { refused: "date-in-future", today, clause };
  const opened = localDay(rulebook, current.stage.opened).toString();
  if (on < opened) return { refused: "date-too-early", earliest: opened, clause };
  return [{ kind: "hearing-held", hearing: known?.hearing ?? newId(), on }];
}

/** What happened there is written down; whoever asked for it is told that it is there. */
function recordHearing({ rulebook, current }: Standing, act: Of<"record-hearing">, newId: () => string): Decided {
  const { statement, files } = act;
  const hearing = hearingToRecord(current);
  const clause = hearingRecordClause(rulebook, current);
  if (hearing === undefined) {
    const stage = readStage(rulebook, current);
    return hearingTimes(rulebook, current) === undefined
      ? { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause }
      : { refused: "hearing-not-held", clause };
  }
  const waiting = current.parties.filter(({ party }) => hearing.asked.includes(party));
  return [
    { kind: "hearing-recorded", hearing: hearing.hearing, statement, files },
    ...waiting.map(({ party, role }): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party, role },
      subject: { kind: "record-ready", hearing: hearing.hearing },
    })),
  ];
}

/** A party asks for what was written down of the last hearing: where it is not there yet, those who write it are told. */
function askRecord({ rulebook, current, viewer }: Standing, newId: () => string): Decided {
  const clause = hearingRecordClause(rulebook, current);
  const hearing = lastHeld(current);
  if (!isSide(viewer) || hearing === undefined) return { refused: "no-hearing", clause };
  const { party } = viewer.party;
  if (hearing.asked.includes(party)) return { refused: "already-done" };
  const told: readonly Entry[] =
    hearing.record === undefined
      ? [
          {
            kind: "notice-sent",
            notice: newId(),
            to: { kind: "room", purpose: "officers" },
            subject: { kind: "record-asked" },
          },
        ]
      : [];
  return [{ kind: "record-asked", hearing: hearing.hearing, party }, ...told];
}
