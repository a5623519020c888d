import { isPossible } from "./needs.ts";
import { playChoice } from "./playChoice.ts";
import { playHandled } from "./playHandled.ts";
import { playNotices } from "./playNotices.ts";
import { playVote } from "./playVote.ts";
import { playWayOut } from "./playWayOut.ts";
import type { OpenStage, StageKind } from "./stageKind.ts";
import { isWayOut } from "./way.ts";

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
  elect: { ...handled, play: playChoice },
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
