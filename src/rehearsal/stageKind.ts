import type { Refusal } from "../domain/refusal.ts";
import type { Stage } from "../rulebook/rulebook.ts";
import type { Scene } from "./openScene.ts";
import type { FictitiousReport } from "./report.ts";
import type { Way } from "./way.ts";

/** A stage at which something is left to do. */
export type OpenStage = Exclude<Stage, { kind: "closed" }>;

/** How a stage of one kind is played. */
export interface StageKind {
  /** The outcomes it can end with in Redress in the case of such a report. */
  readonly outcomes: (stage: OpenStage, report: FictitiousReport) => readonly string[];
  /** Brings the stage to its end by acts of those whose task it is; a refusal where the rules do not let them. */
  readonly play: (scene: Scene, stage: OpenStage, way: Way) => Promise<Refusal | undefined>;
}
