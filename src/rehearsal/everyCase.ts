import type { SanctionId, StageId } from "../domain/identity.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { playCase } from "./playCase.ts";
import type { Played } from "./playCase.ts";
import { chooseAbout } from "./rehearse.ts";
import type { RehearsalOptions } from "./rehearse.ts";
import { stageKinds } from "./stageKinds.ts";
import { sameWay } from "./way.ts";
import type { Way } from "./way.ts";
import { readReported } from "./ways.ts";

/** One outcome of one stage, with a sanction where it can have one. */
interface Edge {
  readonly stage: StageId;
  readonly outcome: string;
  readonly sanction: SanctionId | undefined;
  /** Whether Redress can bring the stage to it. */
  readonly isPlayable: boolean;
}

/** An outcome with the number of the case in which it came, from 1; undefined where it came in none. */
export type PlayedEdge = Edge & { readonly in: number | undefined };

/** Cases that together come past every outcome of every stage, and past every sanction of each. */
export interface EveryCase {
  readonly cases: readonly Played[];
  /** In the order of the file. */
  readonly edges: readonly PlayedEdge[];
}

/** Plays as many cases as it takes, the gravest first; a refusal where nobody could receive a report. */
export async function playEvery(options: Omit<RehearsalOptions, "aim" | "sanction">): Promise<EveryCase | Refusal> {
  const all = edgesOf(options.rulebook);
  const cases: Played[] = [];
  const foundIn = (edge: Edge) => {
    const at = cases.findIndex(({ passed }) =>
      passed.some((way) => sameWay(way, edge) && way.sanction === edge.sanction),
    );
    return at === -1 ? undefined : at + 1;
  };
  const isOpen = (edge: Edge) => edge.isPlayable && foundIn(edge) === undefined;
  const play = async (aim: RehearsalOptions["aim"], sanction: SanctionId | undefined) => {
    const open = all.filter(isOpen);
    const prefer = (ways: readonly Way[]) =>
      ways.toSorted(
        (a, b) => Number(open.some((edge) => sameWay(edge, b))) - Number(open.some((edge) => sameWay(edge, a))),
      );
    const about = chooseAbout({ ...options, aim });
    return playCase({
      ...options,
      aim,
      about,
      prefer,
      sanction: sanction ?? open.find((edge) => edge.sanction)?.sanction,
    });
  };
  const gravest = await play({ kind: "furthest" }, all.findLast(({ sanction }) => sanction !== undefined)?.sanction);
  if (isRefusal(gravest)) return gravest;
  cases.push(gravest);
  for (const edge of all) {
    const { stage, outcome, sanction, isPlayable } = edge;
    const isSeen = isPlayable ? !isOpen(edge) : cases.some(({ stops }) => stops.some((stop) => stop.stage === stage));
    if (isSeen) continue;
    // oxlint-disable-next-line no-await-in-loop -- each case leaves out what those before it have shown
    const played = await play({ kind: "outcome", stage, outcome }, sanction);
    if (isRefusal(played)) return played;
    if (isNew(played, edge, isOpen, all)) cases.push(played);
  }
  return { cases, edges: all.map((edge) => ({ ...edge, in: foundIn(edge) })) };
}

/** Whether a case shows something that none before it has shown: an outcome, or a stage at which it cannot go on. */
function isNew({ passed, stops }: Played, edge: Edge, isOpen: (edge: Edge) => boolean, all: readonly Edge[]): boolean {
  const comesToOpen = all.some(
    (each) => isOpen(each) && passed.some((way) => sameWay(way, each) && way.sanction === each.sanction),
  );
  return comesToOpen || stops.some(({ stage }) => stage === edge.stage);
}

function edgesOf(rulebook: Rulebook): readonly Edge[] {
  return Object.entries(readReported(rulebook).stages).flatMap(([stage, rule]) => {
    if (rule.kind === "closed") return [];
    const isPlayable = stageKinds[rule.kind].play !== undefined;
    return Object.entries(rule.outcomes).flatMap(([outcome, { sanctions = [] }]): readonly Edge[] => {
      const edge = { stage, outcome, isPlayable };
      if (!isPlayable || sanctions.length === 0) return [{ ...edge, sanction: undefined }];
      return sanctions.map((sanction) => ({ ...edge, sanction }));
    });
  });
}
