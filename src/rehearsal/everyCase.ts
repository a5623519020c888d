import type { SanctionId, StageId } from "../domain/identity.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { chooseReport, isReachable } from "./chooseReport.ts";
import { playCase } from "./playCase.ts";
import type { Played } from "./playCase.ts";
import type { RehearsalOptions } from "./rehearse.ts";
import { sameWay } from "./way.ts";
import type { Way } from "./way.ts";
import { outcomesOf } from "./ways.ts";

/** One outcome of one stage, with a sanction where it can have one. */
interface Edge {
  readonly procedure: string;
  readonly stage: StageId;
  readonly outcome: string;
  readonly sanction: SanctionId | undefined;
}

/** An outcome with the number of the case in which it came, from 1; undefined where it came in none. */
export type PlayedEdge = Edge & { readonly in: number | undefined };

/** Cases that together come past every outcome of every stage, and past every sanction of each. */
export interface EveryCase {
  readonly cases: readonly Played[];
  /** In the order of the file. */
  readonly edges: readonly PlayedEdge[];
}

/** Plays as many cases as it takes, the gravest first, and at the end one more in which what there can be besides its stages comes; a refusal where nobody could receive a report. */
export async function playEvery(options: Omit<RehearsalOptions, "aim" | "sanction">): Promise<EveryCase | Refusal> {
  const all = edgesOf(options.rulebook);
  const cases: Played[] = [];
  const foundIn = (edge: Edge) => {
    const at = cases.findIndex((played) => comesPast(played, edge));
    return at === -1 ? undefined : at + 1;
  };
  const isOpen = (edge: Edge) => foundIn(edge) === undefined;
  const play = async (aim: RehearsalOptions["aim"], sanction: SanctionId | undefined) => {
    const open = all.filter(isOpen);
    const prefer = (ways: readonly Way[]) =>
      ways.toSorted(
        (a, b) => Number(open.some((edge) => sameWay(edge, b))) - Number(open.some((edge) => sameWay(edge, a))),
      );
    const report = chooseReport(options.rulebook, aim);
    return playCase({
      ...options,
      aim,
      report,
      prefer,
      sanction: sanction ?? open.find((edge) => edge.sanction)?.sanction,
    });
  };
  const gravest = await play({ kind: "furthest" }, all.findLast(({ sanction }) => sanction !== undefined)?.sanction);
  if (isRefusal(gravest)) return gravest;
  cases.push(gravest);
  for (const edge of all) {
    const { procedure, stage, outcome, sanction } = edge;
    const aim = { kind: "outcome", procedure, stage, outcome } as const;
    if (!isOpen(edge) || !isReachable(options.rulebook, aim)) continue;
    // oxlint-disable-next-line no-await-in-loop -- each case leaves out what those before it have shown
    const played = await play(aim, sanction);
    if (isRefusal(played)) return played;
    if (all.some((each) => isOpen(each) && comesPast(played, each))) cases.push(played);
  }
  const more = await playBesides(options, all);
  if (more !== undefined) cases.push(more);
  return { cases, edges: all.map((edge) => ({ ...edge, in: foundIn(edge) })) };
}

/** The gravest case once more, with something imposed while it is handled and an appeal after it, where the rulebook knows of either. */
async function playBesides(
  options: Omit<RehearsalOptions, "aim" | "sanction">,
  all: readonly Edge[],
): Promise<Played | undefined> {
  const { rulebook } = options;
  const hasInterim = Object.values(rulebook.procedures).some(({ interim }) => interim.length > 0);
  const hasAppeal = Object.values(rulebook.challenges).some(({ kind }) => kind === "appeal");
  if (!hasInterim && !hasAppeal) return undefined;
  const aim = { kind: "furthest" } as const;
  const sanction = all.findLast((edge) => edge.sanction !== undefined)?.sanction;
  const report = chooseReport(rulebook, aim);
  const played = await playCase({ ...options, aim, report, sanction, besides: ["interim", "appeal"] });
  return isRefusal(played) ? undefined : played;
}

const comesPast = ({ passed }: Played, edge: Edge) =>
  passed.some((way) => sameWay(way, edge) && way.sanction === edge.sanction);

function edgesOf(rulebook: Rulebook): readonly Edge[] {
  return outcomesOf(rulebook).flatMap(({ sanctions, ...outcome }): readonly Edge[] =>
    sanctions.length === 0
      ? [{ ...outcome, sanction: undefined }]
      : sanctions.map((sanction) => ({ ...outcome, sanction })),
  );
}
