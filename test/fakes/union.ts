import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";

import type { Act } from "../../src/domain/acts/act.ts";
import { decideAct } from "../../src/domain/acts/decideAct.ts";
import type { Case } from "../../src/domain/case/case.ts";
import type { Entry } from "../../src/domain/case/entry.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import type { PartyEntry } from "../../src/domain/case/party.ts";
import { viewerOf } from "../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import type { Refusal } from "../../src/domain/refusal.ts";
import type { Roster } from "../../src/domain/roster.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { complainant, goOn, ids, received, respondent } from "./caseFile.ts";
import { rulebookOf } from "./kth.ts";

export const unionText = readFileSync("src/rulebooks/fxsu.yaml", "utf8");

/** The rulebook of the students' union. */
export const union = rulebookOf(unionText);

/** The Chief Executive, two nominees, a head who is neither, and the chair of the trustees. */
export const unionRoster: Roster = {
  chief_executive: ["ce"],
  nominee: ["n1", "n2"],
  head: ["h1"],
  board_chair: ["chair"],
  board_deputy_chair: ["deputy"],
  lay_trustee: ["deputy", "lt2"],
};

/** A moment in the union's own time, such as "2026-10-15T10:00". */
export const london = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/London").toInstant();

/** A complaint as it was received; somebody who complains and whom it is about. */
export function complaintOf(filed: string, changed: Parameters<typeof received>[0] = {}): Case {
  const entry = received({ procedure: "complaint", startsAt: "assess", handlers: ["ce", "n1", "n2"], ...changed });
  const by = { kind: "party", party: complainant.party } as const;
  return foldCase({
    id: "case-1",
    codeName: "quiet-harbour-41",
    entries: [{ version: 1, at: london(filed), by, entry }],
  });
}

/** A word to the respondent, who knows of the case from then on. */
export const informed: Entry = {
  kind: "notice-sent",
  notice: "told",
  to: { kind: "party", party: respondent.party, role: "respondent" },
  subject: { kind: "stage-outcome", stage: "assess", outcome: "allocated", reasons: undefined },
};

const people: Readonly<Record<string, PartyEntry>> = { mona: complainant, nils: respondent };

/** What somebody's act brings about, and the case after it. */
export function actBy(
  current: Case,
  person: string,
  act: Act,
  at: string,
  rulebook: Rulebook = union,
): { readonly entries: readonly Entry[] | Refusal; readonly current: Case } {
  const now = london(at);
  const viewer = viewerOf(rulebook, unionRoster, current, person, people[person]?.party);
  const standing = { rulebook, roster: unionRoster, current, viewer, caller: person, parties: [], names: [], at: now };
  const entries = decideAct(standing, act, ids());
  if (isRefusal(entries)) return { entries, current };
  return { entries, current: goOn(current, ...entries.map((entry) => ({ at: now, entry }))) };
}
