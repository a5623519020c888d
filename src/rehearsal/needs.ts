import { addSpan, localDay, timeOnDay } from "../domain/deadlines/calendar.ts";
import type { PersonId } from "../domain/identity.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { StageOutcome } from "../rulebook/rulebook.ts";
import type { Scene } from "./openScene.ts";
import type { FictitiousReport } from "./report.ts";
import type { OpenStage } from "./stageKind.ts";

type Need = StageOutcome["needs"][number];

interface Meeting {
  /** Whether it can be met at such a stage in the case of such a report. */
  readonly isPossible: (stage: OpenStage, report: FictitiousReport) => boolean;
  /** What an officer does so that it is met; what is entered with the outcome itself needs nothing before. */
  readonly meet?: (scene: Scene, stage: OpenStage, officer: PersonId) => Promise<Refusal | undefined>;
}

const always = () => true;
const canSummon: Meeting["isPossible"] = (stage, { about }) =>
  about !== "nobody-known" && summonsOf(stage) !== undefined;

/** Everything that an outcome can need: a new need is one line here. */
const needs: Readonly<Record<Need, Meeting>> = {
  tasks_done: { isPossible: always },
  rule_cited: { isPossible: always },
  reasons: { isPossible: always },
  no_respondent: { isPossible: (_stage, { about }) => about === "nobody-known" },
  summoned: {
    isPossible: canSummon,
    meet: async (scene, stage, officer) => ((await isCalled(scene)) ? undefined : meetOnce(scene, stage, officer, 0)),
  },
  attempts_used: {
    isPossible: canSummon,
    async meet(scene, stage, officer) {
      for (let left = summonsOf(stage)?.attempts ?? 1; left > 0; left -= 1) {
        // oxlint-disable-next-line no-await-in-loop -- one meeting after the other
        const refused = await meetOnce(scene, stage, officer, 1);
        if (refused !== undefined) return refused;
      }
      return undefined;
    },
  },
};

export const isPossible = (need: Need, stage: OpenStage, report: FictitiousReport): boolean =>
  needs[need].isPossible(stage, report);

/** Does what an outcome needs before it can be entered. */
export async function meetNeeds(
  scene: Scene,
  stage: OpenStage,
  wanted: readonly Need[],
  officer: PersonId,
): Promise<Refusal | undefined> {
  for (const need of wanted) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const refused = await needs[need].meet?.(scene, stage, officer);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function summonsOf(stage: OpenStage) {
  return stage.kind === "vote" ? undefined : stage.summons;
}

const isCalled = async (scene: Scene) => (await scene.read()).summons.length > 0;

/** Calls the respondent to a meeting on the earliest day, and waits for that day, or for one so many days later. */
async function meetOnce(
  scene: Scene,
  stage: OpenStage,
  officer: PersonId,
  daysLater: number,
): Promise<Refusal | undefined> {
  const rule = summonsOf(stage);
  if (rule === undefined) return undefined;
  const { rulebook, acts } = scene;
  const day = addSpan(rulebook, localDay(rulebook, scene.now()), rule.notice);
  const refused = await scene.act(officer, (request) => acts.summon(request, day.toString(), "A fictitious meeting."));
  if (refused !== undefined) return refused;
  await scene.waitUntil(timeOnDay(rulebook, day.add({ days: daysLater }), "10:00"));
  return undefined;
}
