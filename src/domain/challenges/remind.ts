import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { addSpan, localDay, timeOnDay } from "../deadlines/calendar.ts";
import type { NoticeId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import { openChallenges } from "./challenge.ts";
import type { ChallengeId, ChallengeTask } from "./entry.ts";
import { doersOf, tasksOf } from "./whoHears.ts";

/** So often somebody is told of the same before it stays silent. */
const REPEATS = 8;

interface Waiting {
  readonly challenge: ChallengeId;
  readonly task: ChallengeTask;
  /** When those whose it is are told of it again. */
  readonly at: Temporal.Instant;
}

/**
 * What is waited for in the challenges of a case, with when it is told again: as often as something that is late, counted from when it was
 * told last.
 */
export function waitingIn(rulebook: Rulebook, current: Case): readonly Waiting[] {
  const { at, overdue_every: every } = rulebook.calendar.reminders;
  return openChallenges(rulebook, current).flatMap((challenge) =>
    tasksOf({ rulebook }, challenge).flatMap((task): readonly Waiting[] => {
      const told = current.notices.filter(
        ({ subject }) =>
          subject.kind === "challenge-task" && subject.challenge === challenge.id && subject.task === task,
      );
      const times = new Set(told.map(({ sent }) => sent.epochMilliseconds)).size;
      const last = told.at(-1)?.sent;
      if (last === undefined || times > REPEATS) return [];
      const day = addSpan(rulebook, localDay(rulebook, last), every);
      return [{ challenge: challenge.id, task, at: timeOnDay(rulebook, day, at) }];
    }),
  );
}

/**
 * Tells those again of whom something is waited for in a challenge.
 * @param due whether a moment has come
 * @param newId gives an id for each notice
 */
export function remindOfChallenges(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  due: (moment: Temporal.Instant) => boolean,
  newId: () => NoticeId,
): readonly Entry[] {
  // Whoever is a party is passed by when it is delivered.
  const setting = { rulebook, roster, current, parties: [] };
  return waitingIn(rulebook, current)
    .filter(({ at }) => due(at))
    .flatMap(({ challenge: id, task }) =>
      current.challenges
        .filter((challenge) => challenge.id === id)
        .flatMap((challenge) => doersOf(setting, challenge, task))
        .map((person): Entry => ({
          kind: "notice-sent",
          notice: newId(),
          to: { kind: "person", person },
          subject: { kind: "challenge-task", challenge: id, task },
        })),
    );
}
