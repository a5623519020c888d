import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { FilePart } from "../../src/application/acts/readCaseFile.ts";
import type { DeliveryView } from "../../src/application/roomCards.ts";
import { criteriaOf } from "../../src/domain/case/evidence.ts";
import type { NoticeSubject } from "../../src/domain/case/noticeSubject.ts";
import type { PartyRole } from "../../src/domain/case/party.ts";
import { declaredIn } from "../../src/domain/parties/declared.ts";
import type { Result } from "../../src/domain/timeline/happening.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import { rulebookOf } from "../fakes/kth.ts";
import { everyday } from "../surface/scenes/scene.ts";
import { happenings } from "../surface/scenes/timelines.ts";

const listed = (kinds: Readonly<Record<string, true>>) => Object.keys(kinds);

// Complete by type: a kind that is added and not listed here does not compile.
const entries = Object.keys(happenings(everyday));
const results: Readonly<Record<Result, true>> = {
  carried: true,
  lost: true,
  tied: true,
  inquorate: true,
  "cannot-be-quorate": true,
  void: true,
  "turnout-not-met": true,
  agreed: true,
  "not-reached": true,
};
const subjects: Readonly<Record<NoticeSubject["kind"], true>> = {
  "new-case": true,
  urgent: true,
  "not-posted": true,
  "join-asked": true,
  acknowledgement: true,
  allegations: true,
  question: true,
  entered: true,
  summons: true,
  "stage-outcome": true,
  decision: true,
  referred: true,
  ended: true,
  support: true,
  "support-contact": true,
  "challenge-task": true,
  "challenge-first": true,
  "challenge-outcome": true,
  extended: true,
  "takes-longer": true,
  "vacation-offer": true,
  "more-asked": true,
  answered: true,
  lateness: true,
  unanswered: true,
  "choice-open": true,
  "not-answered": true,
  "witness-asked": true,
  "witness-answered": true,
  "evidence-given": true,
  "agreement-asked": true,
  "agreement-answered": true,
  "agreement-left": true,
  "kept-apart": true,
  "apart-ended": true,
  "relay-passed": true,
  "relay-wording": true,
  "relay-held": true,
  "relay-unanswered": true,
  "relay-waits": true,
  "body-asked": true,
  "question-put": true,
  "question-answered": true,
  "answer-returned": true,
  "vote-rests": true,
  "question-dropped": true,
  "evidence-opened": true,
  "hearing-called": true,
  "record-asked": true,
  "record-ready": true,
  "submission-returned": true,
  "companion-named": true,
  "sanction-lapsed": true,
  "sanction-changed": true,
  interim: true,
  "interim-ended": true,
  "sanction-task-done": true,
  "sanction-condition": true,
  "sanction-breached": true,
  "sanction-lifted": true,
  "disclosure-asked": true,
  anonymising: true,
  "to-approve": true,
  "escalation-asked": true,
  "confirmation-voted": true,
  "wider-disclosure": true,
  disclosure: true,
  access: true,
  "room-refused": true,
  undelivered: true,
  reminder: true,
  escalation: true,
  gaps: true,
};
const addressees: Readonly<Record<PartyRole | DeliveryView["to"], true>> = {
  complainant: true,
  respondent: true,
  affected: true,
  witness: true,
  officers: true,
  board: true,
  person: true,
};
const parts: Readonly<Record<FilePart, true>> = {
  report: true,
  people: true,
  evidence: true,
  hearing: true,
  priors: true,
  notes: true,
  brief: true,
  decision: true,
  timeline: true,
  readings: true,
};

describe.each(globSync("src/rulebooks/*.yaml").filter((file) => !file.endsWith(".roster.yaml")))("%s", (file) => {
  const rulebook = rulebookOf(readFileSync(file, "utf8"));
  const procedures = Object.values(rulebook.procedures);
  const stages = procedures.flatMap((procedure) => Object.entries(procedure.stages));
  const open = stages.flatMap(([, stage]) => (stage.kind === "closed" ? [] : [stage]));
  const { fields } = rulebook.intake.report;
  const put = new Set(
    open.flatMap((stage) => (stage.kind === "vote" ? Object.values(stage.motions).map(({ vote }) => vote) : [])),
  );

  const named: Readonly<Record<string, readonly string[]>> = {
    stage: stages.map(([id]) => id),
    "stage-for-party": stages.map(([id]) => id),
    outcome: [
      ...open.flatMap((stage) => Object.keys(stage.outcomes)),
      ...procedures.flatMap((procedure) => procedure.stoppable_by?.outcome ?? []),
    ],
    task: open.flatMap((stage) => stage.tasks.map((task) => task.id)),
    motion: open.flatMap((stage) => (stage.kind === "vote" ? Object.keys(stage.motions) : [])),
    sanction: Object.keys(rulebook.sanctions),
    permit: Object.values(rulebook.sanctions).flatMap((sanction) =>
      sanction.kind === "dated" ? sanction.permits : [],
    ),
    challenge: Object.keys(rulebook.challenges),
    "interim-ground": procedures.flatMap(({ interim }) => interim.flatMap(({ grounds }) => grounds)),
    ground: Object.values(rulebook.challenges).flatMap(({ grounds = [] }) => (grounds === "any" ? [] : grounds)),
    attribute: Object.keys(rulebook.people.attributes ?? {}),
    ...rulebook.people.attributes,
    situation: procedures.flatMap(({ scope }) => scope?.any_of ?? []),
    reason: Object.values(rulebook.reasons).flatMap((list) => list.any_of),
    // A vote on motions is called by them.
    vote: Object.entries(rulebook.votes).flatMap(([id, { method }]) =>
      method === "motion" && !put.has(id) ? [id] : [],
    ),
    rule: Object.keys(rulebook.rules),
    criterion: criteriaOf(rulebook),
    severity: rulebook.severity,
    conflict: declaredIn(rulebook),
    office: Object.keys(rulebook.offices),
    body: Object.keys(rulebook.bodies),
    base: Object.values(rulebook.votes).flatMap((vote) => (vote.method === "motion" ? [vote.majority.of] : [])),
    field: fields.map((field) => field.id),
    ...Object.fromEntries(fields.flatMap(({ id, options }) => (options === undefined ? [] : [[id, options] as const]))),
  };

  const own: Readonly<Record<string, object>> = rulebook.names;
  const isNamedThere = (kind: string, id: string) => Object.hasOwn(own[kind] ?? {}, id);

  test.each([...languages])("everything it names has a name in %s, none is shown by its key", (language) => {
    const { name } = speechOf(language);
    // A text that happens to read like its key is found in the catalogue all the same.
    const catalogue = JSON.parse(readFileSync(`locales/${language}.json`, "utf8")) as Record<string, string>;
    const missing = Object.entries(named).flatMap(([kind, ids]) =>
      [...new Set(ids)]
        .filter((id) => !isNamedThere(kind, id))
        .flatMap((id) => (catalogue[`name.${kind}.${id}`] === undefined ? [`name.${kind}.${id}`] : [])),
    );
    expect(missing).toEqual([]);
    expect(name("stage", stages[0]?.[0] ?? "")).not.toBe("");
  });
});

test.each([...languages])("everything a case file shows has a name in %s", (language) => {
  const catalogue = JSON.parse(readFileSync(`locales/${language}.json`, "utf8")) as Record<string, string>;
  const wanted = [
    ...entries.map((kind) => `name.entry.${kind}`),
    ...listed(results).map((kind) => `name.result.${kind}`),
    ...listed(addressees).map((kind) => `name.whom.${kind}`),
    ...listed(subjects).map((kind) => `name.subject.${kind}`),
    ...listed(addressees).map((kind) => `name.party.${kind}`),
    ...listed(parts).map((kind) => `name.part.${kind}`),
  ];
  expect(wanted.filter((key) => catalogue[key] === undefined)).toEqual([]);
});

test("a thing of another rulebook, without a name here, is called by its key in plain words", () => {
  expect(speechOf("en").name("stage", "peer_review")).toBe("peer review");
  expect(speechOf("sv").name("stage", "peer_review")).toBe("peer review");
});
