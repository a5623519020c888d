import type { Rulebook } from "../rulebook/rulebook.ts";
import { findRoute, rankOf } from "./findRoute.ts";
import type { Aim } from "./findRoute.ts";
import { beginningOf, reportsOf } from "./report.ts";
import type { FictitiousReport } from "./report.ts";
import { endsOf, waysOf } from "./ways.ts";

/** What is to be reported so that the case can come past an aim: the plainest report that will do. */
export function chooseReport(rulebook: Rulebook, aim: Aim): FictitiousReport {
  const [plain, ...others] = reportsOf(rulebook);
  return others.reduce(
    (best, report) => (rank(rulebook, report, aim) < rank(rulebook, best, aim) ? report : best),
    plain,
  );
}

/** Whether some case can come past an aim, as far as the rulebook says. */
export function isReachable(rulebook: Rulebook, aim: Aim): boolean {
  return reportsOf(rulebook).some((report) => rank(rulebook, report, aim) < rankOf({ walk: [], comes: "to-end" }));
}

function rank(rulebook: Rulebook, report: FictitiousReport, aim: Aim): number {
  const { procedure, stage } = beginningOf(rulebook, report);
  return rankOf(findRoute(waysOf(rulebook, procedure, report), stage, aim, endsOf(rulebook, procedure)));
}
