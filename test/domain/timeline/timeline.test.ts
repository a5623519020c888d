import { expect, test } from "vitest";

import type { Entry } from "../../../src/domain/case/entry.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import type { TimelineViewer } from "../../../src/domain/timeline/step.ts";
import { complainant, noticeSent, recorded, respondent } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { asBoard, asNobody, asOfficer, asParty, story, told } from "../../fakes/story.ts";

const [officer, board, nobody, as] = [asOfficer, asBoard, asNobody, asParty];

const said = (viewer: TimelineViewer, entries?: readonly Played[]) =>
  told(viewer, entries).lines.map(({ happening, clause }) => {
    const { kind, ...values } = happening;
    const shown = Object.values(values).flatMap((value) => (typeof value === "string" ? value : []));
    return [kind, ...shown, clause ?? "-"].join(" ");
  });

test("[V-04] whoever handles the case sees every entry, each with the clause it rests on, and nothing of the vote but that there was one", () => {
  expect(told(officer).lines.map(({ version }) => version)).toEqual(story.map((_, index) => index + 1));
  expect(said(officer)).toEqual([
    "received 5.1",
    "announced -",
    "taken -",
    "noted -",
    "task-done acknowledge 5.2",
    "notice-sent complainant acknowledgement 5.2",
    "notice-delivered complainant acknowledgement 5.2",
    "stage-concluded contact in_contact assess 5.2",
    "stage-concluded assess violation witnesses 5.2",
    "stage-concluded witnesses done hear_respondent 5.2",
    "summoned 2026-03-10 5.2",
    "notice-sent respondent summons 5.2",
    "notice-delivered respondent summons 5.2",
    "stage-concluded hear_respondent heard board_decision 5.2",
    "brief-drafted 5.2",
    "brief-approved 5.2",
    "cleared 2.4",
    "recused 2.4",
    "recused 2.4",
    "notice-sent board reminder 4.1",
    "motion-put 4.1",
    "vote-closed 4.1",
    "decided upheld warning 4.1",
    "notice-sent complainant decision 6.2",
    "notice-sent respondent decision 6.2",
    "notice-sent officers decision 6.2",
    "notice-delivered complainant decision 6.2",
    "notice-failed respondent decision 6.2",
    "notice-sent officers undelivered 5.2",
    "notice-delivered respondent decision 2026-03-26 6.2",
    "stage-concluded inform delivered closed 5.3",
    "sanction-lapsed warning 6.2",
    "notice-sent respondent sanction-lapsed 6.2",
  ]);
  expect(told(officer).lines[2]?.by).toBe("PLANTED-SARA");
});

test("[V-04][E-28] the officers are not told who declared no conflict while a vote was open, neither then nor later", () => {
  const put = story.findIndex((each) => !("entry" in each) && each.kind === "motion-put") + 1;
  const late: Played = { kind: "cleared", person: "PLANTED-IVAN" };
  const running = [...story.slice(0, put), late];
  expect(said(officer, running)).toEqual(said(officer, story.slice(0, put)));
  expect(said(officer, [...running, ...story.slice(put)])).toEqual(said(officer));
});

test("[V-05] the board sees the case from the brief on: motions, results without numbers, the decision, nobody by name", () => {
  expect(said(board)).toEqual([
    "before-body board 4.1",
    "member-recused 2.4",
    "notice-sent board reminder 4.1",
    "motion-put 4.1",
    "vote-closed carried 4.1",
    "decided upheld warning 4.1",
    "notices-sent 6.2",
    "moved closed 5.2",
  ]);
  expect(told(board).lines.every(({ by }) => by === undefined)).toBe(true);
});

test("[V-01] the complainant sees who leads, each step, and what was sent to the complainant", () => {
  expect(said(as(complainant))).toEqual([
    "received 5.1",
    "taken -",
    "told acknowledgement 5.2",
    "reached acknowledgement 5.2",
    "moved assess 5.2",
    "moved witnesses 5.2",
    "moved hear_respondent 5.2",
    "moved board_decision 4.1",
    "moved inform 5.3",
    "told decision 6.2",
    "reached decision 6.2",
    "moved closed 5.2",
  ]);
});

test("[V-02] the respondent sees what comes after the first word to the respondent, and nothing of what was before", () => {
  expect(said(as(respondent))).toEqual([
    "told summons 5.2",
    "reached summons 5.2",
    "moved board_decision 4.1",
    "moved inform 5.3",
    "told decision 6.2",
    "reached 2026-03-26 decision 6.2",
    "moved closed 5.2",
    "told sanction-lapsed 6.2",
  ]);
});

test("nobody sees a line, and nothing that comes", () => {
  expect(told(nobody)).toEqual({ lines: [], coming: [] });
  expect(told(nobody, story, "2026-03-25T10:00")).toEqual({ lines: [], coming: [] });
});

const witness: PartyEntry = { party: "party-w", role: "witness", hasAccount: true };

/** What stands in the file while only the officers and the complainant may know of the case. */
const early = story.slice(0, 10);

test.each<[string, TimelineViewer, readonly Played[]]>([
  ["[V-02] the respondent before the summons", as(respondent), early],
  ["[V-02] the respondent when the summons is decided and not yet sent", as(respondent), story.slice(0, 11)],
  ["[V-01] a witness to whom nothing was sent", as(witness), story],
  ["[V-05] the board before there is a brief", board, story.slice(0, 14)],
  ["[V-05] the board while the brief is not approved", board, story.slice(0, 15)],
])("%s is told nothing: no line, no day", (_, viewer, entries) => {
  expect(told(viewer, entries, "2026-03-05T10:00")).toEqual({ lines: [], coming: [] });
});

test("[V-01][V-05] no viewer is told a word of anybody or, but for the officers and their lead, who anybody is", () => {
  for (const viewer of [officer, board, as(complainant), as(respondent), as(witness), nobody])
    for (let length = 1; length <= story.length; length += 1) {
      const { lines, coming } = told(viewer, story.slice(0, length), "2026-03-05T10:00");
      expect(JSON.stringify([lines.map(({ happening }) => happening), coming])).not.toMatch(/PLANTED/);
      const names = lines.flatMap(({ by, happening }) => (by === undefined ? [] : [`${happening.kind} ${by}`]));
      expect(names.filter((name) => name !== "taken PLANTED-SARA")).toEqual([]);
    }
});

test("[V-02][V-05] a line that somebody was told once is never taken back or changed by what happens later", () => {
  for (const viewer of [board, as(complainant), as(respondent)])
    for (let length = 1; length < story.length; length += 1) {
      const before = told(viewer, story.slice(0, length)).lines;
      expect(told(viewer, story.slice(0, length + 1)).lines.slice(0, before.length)).toEqual(before);
    }
});

// Complete by type: a kind of entry that is added has to be decided on here.
const seenBy: Readonly<Record<Entry["kind"], string>> = {
  received: "complainant",
  announced: "",
  "joining-answered": "",
  "challenge-lodged": "",
  "challenge-consulted": "",
  "challenge-judged": "",
  "challenge-told-first": "",
  "challenge-names": "",
  "challenge-decided": "",
  "decisions-replaced": "",
  "room-refused": "",
  taken: "complainant",
  "support-named": "",
  "task-done": "",
  noted: "",
  summoned: "",
  "stage-concluded": "board complainant respondent",
  "deadline-extended": "",
  "step-planned": "",
  "step-done": "",
  "more-asked": "",
  answered: "",
  "lateness-judged": "",
  "brief-drafted": "",
  "brief-approved": "board",
  cleared: "",
  recused: "board",
  "motion-put": "board",
  "consensus-called": "",
  "tie-decided": "",
  "vote-closed": "board",
  decided: "board complainant respondent",
  "decided-by-officers": "",
  referred: "",
  "notice-sent": "board complainant respondent",
  "notice-delivered": "complainant respondent",
  "notice-seen": "",
  "notice-failed": "",
  "sanction-lapsed": "",
  "sanction-changed": "",
  "interim-asked": "",
  "interim-imposed": "",
  "interim-ended": "",
  "sanction-reviewed": "",
  "sanction-task-done": "",
  "sanction-condition": "",
  "sanction-breached": "",
  "sanction-prolonged": "",
  reheard: "",
  "sanction-lifted": "",
  "sanction-confirmed": "",
  "confirmation-put": "",
  "confirmation-voted": "",
  "disclosure-asked": "",
  "disclosure-answered": "",
  "witness-asked": "",
  "witness-answered": "",
  "witness-released": "",
  "evidence-given": "",
  "agreement-asked": "",
  "agreement-answered": "",
  "agreement-left": "",
  "kept-apart": "",
  "apart-ended": "",
  "contact-noted": "",
  "relay-asked": "",
  "relay-answered": "",
  "wording-shown": "",
  "wording-answered": "",
  "relay-passed": "",
  "relay-held": "",
  "relay-closed": "",
  "choice-made": "",
  "body-asked": "",
  "question-put": "",
  "question-answered": "",
  "answer-returned": "",
  "question-dropped": "",
  "finding-made": "",
  "scope-judged": "",
  "evidence-set-aside": "",
  "evidence-opened": "",
  "hearing-called": "",
  "hearing-held": "",
  "hearing-recorded": "",
  "record-asked": "",
  "own-voice": "",
  "submission-returned": "",
  "group-named": "",
  "anonymising-told": "",
  "anonymising-held": "",
  "anonymising-released": "",
  "words-erased": "",
  "precedent-written": "",
  "precedent-approved": "",
  "publication-written": "",
  "publication-approved": "",
  "publication-decided": "",
  published: "",
  "publication-posted": "",
  escalated: "",
  "escalation-answered": "",
  "bundle-written": "",
  "bundle-approved": "",
  "handed-outside": "",
  "outside-answered": "",
  "class-named": "",
  given: "",
  "choice-ended": "",
  "handed-on": "",
  succeeded: "",
  delegated: "",
  "delegation-ended": "",
  "needs-considered": "",
  "conflicts-checked": "",
  linked: "",
  "counter-asked": "",
};

test.each(Object.entries(seenBy))("of the kind %s others than the officers see: %s", (kind, expected) => {
  const isOf = (version: number) => recorded(story)[version - 1]?.entry.kind === kind;
  const viewers = { board, complainant: as(complainant), respondent: as(respondent) };
  const seeing = Object.entries(viewers).filter(([, viewer]) =>
    told(viewer).lines.some(({ version }) => isOf(version)),
  );
  expect(seeing.map(([name]) => name).join(" ")).toBe(expected);
});

test("a platform that refuses a room is a matter of the officers, and so is who was told instead", () => {
  const entries: readonly Played[] = [
    ...story.slice(0, 16),
    { kind: "room-refused", purpose: "board", reason: "PLANTED-REASON" },
    noticeSent("n-new", { kind: "person", person: "PLANTED-PETRA" }, { kind: "new-case", purpose: "board" }),
  ];
  expect(said(officer, entries).slice(-2)).toEqual(["room-refused board -", "notice-sent person new-case 5.1"]);
  for (const viewer of [board, as(complainant), as(respondent)])
    expect(told(viewer, entries).lines).toEqual(told(viewer, entries.slice(0, 16)).lines);
});
