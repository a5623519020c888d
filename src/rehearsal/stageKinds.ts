import type { Refusal } from "../domain/refusal.ts";
import type { Stage } from "../rulebook/rulebook.ts";
import { isPossible } from "./needs.ts";
import type { Scene } from "./openScene.ts";
import { playHandled } from "./playHandled.ts";
import { playNotices } from "./playNotices.ts";
import { playVote } from "./playVote.ts";
import { playWayOut } from "./playWayOut.ts";
import type { FictitiousReport } from "./report.ts";
import { isWayOut } from "./way.ts";
import type { Way } from "./way.ts";

export type OpenStage = Exclude<Stage, { kind: "closed" }>;

/** How a stage of one kind is played. */
interface StageKind {
  /** The outcomes it can end with in Redress in the case of such a report. */
  readonly outcomes: (stage: OpenStage, report: FictitiousReport) => readonly string[];
  /** Brings the stage to its end by acts of those whose task it is; a refusal where the rules do not let them. */
  readonly play: (scene: Scene, stage: OpenStage, way: Way) => Promise<Refusal | undefined>;
}

const handled: StageKind = {
  outcomes: (stage, report) =>
    Object.entries(stage.outcomes).flatMap(([outcome, { needs }]) =>
      needs.every((need) => isPossible(need, stage, report)) ? [outcome] : [],
    ),
  play: playHandled,
};

/** Every kind of stage there is: a new one is one line here. */
export const stageKinds: Readonly<Record<OpenStage["kind"], StageKind>> = {
  contact: handled,
  assess: handled,
  investigate: handled,
  agree: handled,
  elect: handled,
  decide: handled,
  panel: handled,
  external: handled,
  notify: { outcomes: (stage) => Object.keys(stage.outcomes).slice(0, 1), play: playNotices },
  vote: {
    outcomes: (stage) =>
      stage.kind === "vote" ? [...new Set(Object.values(stage.motions).map(({ outcome }) => outcome))] : [],
    play: (scene, stage, way) => (isWayOut(way) ? playWayOut(scene, stage, way) : playVote(scene, stage, way)),
  },
};
