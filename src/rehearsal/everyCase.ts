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

/** Plays as many cases as it takes, the gravest first; a refusal where nobody could receive a report. */
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
  return { cases, edges: all.map((edge) => ({ ...edge, in: foundIn(edge) })) };
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
