import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { complainant, goOn, ids, received } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const roster = { executive_director: ["ed"] };
const edmonton = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("America/Edmonton").toInstant();

const begun = foldCase({
  id: "case-1",
  codeName: "quiet-harbour-41",
  entries: [
    {
      version: 1,
      at: edmonton("2026-12-01T10:00"),
      by: { kind: "party", party: complainant.party },
      entry: received({ procedure: "about_member", startsAt: "investigate", handlers: ["ed"] }),
    },
  ],
});

function does(current: Case, act: Act, on: string) {
  const at = edmonton(`${on}T10:00`);
  const viewer = viewerOf(asec, roster, current, "ed", undefined);
  const standing = { rulebook: asec, roster, current, viewer, caller: "ed", parties: [], names: [], at };
  const entries = decideAct(standing, act, ids());
  return isRefusal(entries) ? entries : goOn(current, ...entries.map((entry) => ({ at, entry })));
}

const conclude: Act = { kind: "conclude", outcome: "investigated", rules: [], reasons: "reasons" };
const task = (name: string): Act => ({ kind: "do-task", task: name, statement: "note" });
const played = (current: ReturnType<typeof does>): Case => {
  if ("refused" in current) throw new Error(current.refused);
  return current;
};

test("[A45] nobody decides before the respondent was told what is said, and was heard or let the time for it pass", () => {
  expect(does(begun, conclude, "2026-12-02")).toMatchObject({
    refused: "tasks-open",
    tasks: ["inform_respondent", "hear_respondent"],
  });
  const informed = played(does(begun, task("inform_respondent"), "2026-12-02"));
  expect(does(informed, conclude, "2026-12-10")).toMatchObject({ refused: "tasks-open", tasks: ["hear_respondent"] });
  const silent = played(does(informed, task("hear_respondent"), "2026-12-16"));
  expect(silent.notes).toContain("note");
  expect("refused" in does(silent, conclude, "2026-12-16")).toBe(false);
});

test("[A45] timely is a day for each step, of which the Executive Director is reminded, and an aim for the whole", () => {
  const days = deadlinesOf(asec, begun).map(({ key, day }) => `${key} ${day.toString()}`);
  expect(days).toEqual([
    "task:investigate:inform_respondent 2026-12-03",
    "task:investigate:hear_respondent 2026-12-15",
    "target:investigate 2026-12-17",
    "limit 2026-12-31",
  ]);
  expect(asec.procedures["about_member"]?.limit?.soft).toBe(true);
});
