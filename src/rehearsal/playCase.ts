import type { Temporal } from "temporal-polyfill";

import type { StoredCase } from "../application/casePorts.ts";
import { nameOf } from "../application/house.ts";
import { readStage } from "../domain/case/stages.ts";
import type { PersonId, SanctionId, StageId } from "../domain/identity.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Roster } from "../domain/roster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { findRoute, isAimed } from "./findRoute.ts";
import type { Aim } from "./findRoute.ts";
import { nextWake, openScene } from "./openScene.ts";
import type { Entered, Scene, SceneOptions } from "./openScene.ts";
import { playAppeal } from "./playAppeal.ts";
import { playInterim } from "./playInterim.ts";
import { fileFictitious } from "./report.ts";
import type { FictitiousReport } from "./report.ts";
import { stageKinds } from "./stageKinds.ts";
import { sameWay } from "./way.ts";
import type { Way } from "./way.ts";
import { endsOf, waysOf } from "./ways.ts";

/** What happens in a case besides its stages, where the rulebook knows of it. */
export type Besides = "interim" | "appeal";

export interface PlayOptions extends SceneOptions {
  readonly report: FictitiousReport;
  /** Nothing when left out. */
  readonly besides?: readonly Besides[];
  readonly aim: Aim;
  /** Brings the ways that are to be preferred to the front, where several lead on. */
  readonly prefer?: (ways: readonly Way[]) => readonly Way[];
}

/** The case could not go on as was meant. */
export type Stop = {
  readonly at: Temporal.Instant;
  /** The last entry before it. */
  readonly version: number;
  readonly stage: StageId;
  readonly clause: string;
} & (
  | { readonly kind: "refused"; readonly way: Way; readonly refusal: Refusal }
  /** It was done, and the stage did not end. */
  | { readonly kind: "unfinished"; readonly way: Way }
  | { readonly kind: "no-way" }
);

/** A fictitious case from its report to its end, or to where it could not go on. */
export interface Played {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly nameOf: (person: PersonId) => string;
  readonly report: FictitiousReport;
  /** The procedure that the case followed. */
  readonly procedure: string;
  readonly file: StoredCase;
  readonly entered: readonly Entered[];
  /** The numbers of the entries with which each act began. */
  readonly begins: ReadonlySet<number>;
  /** Whether the people who hold the offices are invented, and called after them. */
  readonly isInvented: boolean;
  /** The steps it went, each with the sanction that was imposed with it. */
  readonly passed: readonly (Way & { readonly sanction: SanctionId | undefined })[];
  readonly start: Temporal.Instant;
  readonly stops: readonly Stop[];
  readonly isClosed: boolean;
}

/** More steps than any case of a rulebook takes: beyond them it runs in a circle. */
const MOST_STEPS = 60;

/** Plays a case by the acts of Redress itself; a refusal where nobody could receive its report. */
export async function playCase(options: PlayOptions): Promise<Played | Refusal> {
  const scene = await openScene(options);
  const refused = await fileFictitious(scene, options.report);
  if (refused !== undefined) return refused;
  const gone = await goOn(scene, options);
  const later = await appealed(scene, options);
  const passed = [...gone.passed, ...later.passed];
  const stops = [...gone.stops, ...later.stops];
  const current = await scene.read();
  const isClosed = readStage(scene.rulebook, current).kind === "closed";
  if (isClosed) await runOut(scene);
  const { rulebook, house, entered, begins } = scene;
  return {
    rulebook,
    roster: house.roster,
    nameOf: (person) => nameOf(house, person),
    report: options.report,
    procedure: current.procedure,
    start: options.start,
    file: await scene.readFile(),
    entered,
    begins,
    isInvented: options.roster === undefined,
    passed,
    stops,
    isClosed,
  };
}

async function goOn(
  scene: Scene,
  { report, aim, prefer, besides = [] }: PlayOptions,
): Promise<Pick<Played, "passed" | "stops">> {
  const passed: Played["passed"][number][] = [];
  const stops: Stop[] = [];
  const { rulebook } = scene;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    // oxlint-disable no-await-in-loop -- one stage after the other
    const before = await scene.read();
    const stage = readStage(rulebook, before);
    if (stage.kind === "closed") break;
    const stop = { at: scene.now(), version: before.version, stage: before.stage.stage, clause: stage.clause };
    const barred = stops.flatMap((each) => ("way" in each ? [each.way] : []));
    const open = waysOf(rulebook, before.procedure, report).filter(
      (way) => !barred.some((other) => sameWay(way, other)),
    );
    const ends = endsOf(rulebook, before.procedure);
    const wanted = passed.some((way) => isAimed(way, aim)) ? undefined : aim;
    const [way] = findRoute(prefer?.(open) ?? open, before.stage.stage, wanted, ends)?.walk ?? [];
    if (way === undefined) {
      stops.push({ ...stop, kind: "no-way" });
      break;
    }
    // The first stage is that of taking a case up: whoever handles it knows of it then.
    if (besides.includes("interim") && passed.length > 0) await playInterim(scene);
    const refusal = await stageKinds[stage.kind].play(scene, stage, way);
    const after = await scene.read();
    // oxlint-enable no-await-in-loop
    if (after.concluded.length > before.concluded.length) {
      const isDecided = after.decisions.length > before.decisions.length;
      passed.push({ ...way, sanction: isDecided ? after.decision?.sanction : undefined });
    } else {
      const here = { ...stop, at: scene.now(), version: after.version, way };
      stops.push(refusal === undefined ? { ...here, kind: "unfinished" } : { ...here, kind: "refused", refusal });
    }
  }
  return { passed, stops };
}

/** Once the case is over somebody appeals, where that is to be played; a case that is open again goes on to its end. */
async function appealed(scene: Scene, options: PlayOptions): Promise<Pick<Played, "passed" | "stops">> {
  const nothing = { passed: [], stops: [] };
  const isClosed = readStage(scene.rulebook, await scene.read()).kind === "closed";
  if (!isClosed || options.besides?.includes("appeal") !== true) return nothing;
  return (await playAppeal(scene)) === "lodged" ? goOn(scene, options) : nothing;
}

/** Lets time go on until the clock has nothing more to do. */
async function runOut(scene: Scene): Promise<void> {
  for (let wakes = 0; wakes < MOST_STEPS; wakes += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one moment after the other
    const next = nextWake(scene.rulebook, await scene.read(), scene.now());
    if (next === undefined) return;
    // oxlint-disable-next-line no-await-in-loop
    await scene.waitUntil(next);
  }
}
