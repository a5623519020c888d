import type { Standing } from "../acts/act.ts";
import { after } from "../case/after.ts";
import type { Entry } from "../case/entry.ts";
import type { Actor } from "../case/party.ts";
import type { NoticeId } from "../identity.ts";
import type { ChallengeEntry, ChallengeTask } from "./entry.ts";
import { doersOf, tasksOf } from "./whoHears.ts";
import type { Setting } from "./whoHears.ts";

/**
 * What was done in a challenge, with the notices to those who have something to do in it from then on: one for each of them.
 * @param newId gives an id for each notice
 */
export function withTasks(
  standing: Standing,
  entries: readonly ChallengeEntry[],
  newId: () => NoticeId,
): readonly Entry[] {
  const { current, caller, at } = standing;
  const by: Actor = { kind: "person", person: caller };
  const then = entries.reduce(
    (reached, entry) => after(reached, { version: reached.version + 1, at, by, entry }),
    current,
  );
  const challenges = [...new Set(entries.map(({ challenge }) => challenge))];
  const told = challenges.flatMap((id) => {
    const before = doingIn(standing, id).map(({ person }) => person);
    const now = doingIn({ ...standing, current: then }, id).filter(({ person }) => !before.includes(person));
    return [...new Map(now.toReversed().map((each) => [each.person, { id, ...each }])).values()].toReversed();
  });
  const notices = told.map(({ id, person, task }): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "person", person },
    subject: { kind: "challenge-task", challenge: id, task },
  }));
  return [...entries, ...notices];
}

interface Doing {
  readonly person: string;
  readonly task: ChallengeTask;
}

function doingIn(setting: Setting, id: string): readonly Doing[] {
  const challenge = setting.current.challenges.find((each) => each.id === id);
  if (challenge === undefined) return [];
  return tasksOf(setting, challenge).flatMap((task) =>
    doersOf(setting, challenge, task).map((person) => ({ person, task })),
  );
}
