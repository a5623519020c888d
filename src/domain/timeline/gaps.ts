import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Gap } from "../case/noticeSubject.ts";
import { isClosed } from "../case/stages.ts";
import { handlersHere } from "../parties/viewer.ts";
import type { Roster } from "../roster.ts";
import { comingOf } from "./coming.ts";

/** Whether something is to be done in a case by a day, or somebody is to be met. What ends by itself is nothing to be done. */
export function hasNextAction(rulebook: Rulebook, current: Case, now: Temporal.Instant): boolean {
  return comingOf(rulebook, current, { kind: "handler" }, now).some(
    ({ kind }) => kind === "task" || kind === "target" || kind === "limit" || kind === "step" || kind === "meeting",
  );
}

/** What a case lacks, so that it could be forgotten; nothing once it is closed. */
export function gapsOf(rulebook: Rulebook, roster: Roster, current: Case, now: Temporal.Instant): readonly Gap[] {
  if (isClosed(rulebook, current)) return [];
  const isHandled = handlersHere(rulebook, roster, current).length > 0;
  return [
    ...(hasNextAction(rulebook, current, now) ? [] : (["no-date"] as const)),
    ...(isHandled ? [] : (["no-owner"] as const)),
  ];
}
