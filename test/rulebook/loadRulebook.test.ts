import { describe, expect, test } from "vitest";

import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import { kthText, rewritten } from "../fakes/kth.ts";

/** "votes.sanction.majority (at sanction): this is missing" for each complaint: line and column are given by the word that stands there. */
function complaints(text: string): readonly string[] {
  const loaded = loadRulebook(text);
  if (loaded.kind === "loaded") return [];
  const lines = text.split("\n");
  return loaded.complaints.map(({ line, column, path, message }) => {
    const place = (lines[line - 1] ?? "").slice(column - 1).split(/[\s,:{[]/)[0];
    return `${path} (at ${place}): ${message}`;
  });
}

const SANCTION_QUORUM = `    majority: { fraction: 2/3, of: votes_cast, strict: false }
    quorum:
      present: 5`;

test("[K21][K22] the memo of the chapter loads, with an exact majority, its quorum, and the hash of its text", () => {
  const loaded = loadRulebook(kthText);
  expect(loaded.kind === "loaded" && loaded.rulebook.votes["sanction"]).toMatchObject({
    majority: { fraction: { numerator: 2, denominator: 3 }, of: "votes_cast", strict: false },
    quorum: { present: 5, including: [{ from: { kind: "body", id: "presidency" }, at_least: 1 }] },
  });
  expect(loaded.kind === "loaded" && loaded.hash).toMatch(/^[0-9a-f]{64}$/);
  const other = loadRulebook(`${kthText}\n# another text`);
  expect(other.kind === "loaded" && loaded.kind === "loaded" && other.hash !== loaded.hash).toBe(true);
});

test("[K22] the memo of the chapter gives no quorum for a revision, and says so", () => {
  const loaded = loadRulebook(kthText);
  const vote = loaded.kind === "loaded" ? loaded.rulebook.votes["memo_revision"] : undefined;
  expect(vote?.method === "motion" && vote.quorum).toBeUndefined();
  expect(kthText).toContain("quorum: none");
});

describe("a mistake is answered with its place and what would be right", () => {
  test.each([
    [
      "[E-34] a misspelt key",
      "overdue_every: 7d",
      "overdue_evry: 7d",
      [
        "calendar.reminders.overdue_every (at reminders): this is missing: a length of time is written 48h, 90d, 10wd, 14cd, 2w, 3mo or 1y",
        'calendar.reminders.overdue_evry (at 7d): "overdue_evry" is not a key that is known here',
      ],
    ],
    [
      "[K22] a misspelt quorum is no quorum left out",
      SANCTION_QUORUM,
      SANCTION_QUORUM.replace("quorum", "qourum"),
      [
        "votes.sanction.quorum (at sanction): this is missing: a vote has a quorum, or says quorum: none",
        'votes.sanction.qourum (at qourum): "qourum" is not a key that is known here',
      ],
    ],
    [
      "[K21] a missing majority",
      SANCTION_QUORUM,
      SANCTION_QUORUM.replace(/.*majority.*\n/, ""),
      ["votes.sanction.majority (at sanction): this is missing: expected object"],
    ],
    [
      "[K21] a majority that does not say what it is taken of",
      SANCTION_QUORUM,
      SANCTION_QUORUM.replace("of: votes_cast, ", ""),
      [
        'votes.sanction.majority.of (at majority): this is missing: Invalid option: expected one of "votes_cast"|"present"|"all_members"',
      ],
    ],
    [
      "[K21] a majority that does not say whether exactly so much is enough",
      SANCTION_QUORUM,
      SANCTION_QUORUM.replace(", strict: false", ""),
      ["votes.sanction.majority.strict (at majority): this is missing: expected boolean"],
    ],
    [
      "[K22] a quorum without its number",
      `${SANCTION_QUORUM}\n`,
      `${SANCTION_QUORUM.replace("present: 5", "")}\n`,
      ["votes.sanction.quorum.present (at quorum): this is missing: expected number"],
    ],
    [
      "[K22] a number in words",
      SANCTION_QUORUM,
      SANCTION_QUORUM.replace("5", "five"),
      ["votes.sanction.quorum.present (at five): expected number, received string"],
    ],
    [
      "[K22] a quorum of nobody",
      SANCTION_QUORUM,
      SANCTION_QUORUM.replace("5", "0"),
      ["votes.sanction.quorum.present (at 0): Too small: expected number to be >0"],
    ],
    [
      "[E-34] a stage of a kind there is not",
      "kind: vote",
      "kind: vot",
      [
        "procedures.conduct.stages.board_decision.kind (at vot): Invalid discriminator value. Expected 'contact' | 'assess' | 'investigate' | 'notify' | 'external' | 'vote' | 'closed'",
      ],
    ],
    [
      "a length of time in words",
      "within: 2d",
      "within: two days",
      [
        "procedures.conduct.stages.contact.tasks.0.within (at two): a length of time is written 48h, 90d, 10wd, 14cd, 2w, 3mo or 1y",
      ],
    ],
    [
      "a time zone there is not",
      "Europe/Stockholm",
      "Europe/Stokholm",
      ["organisation.timezone (at Europe/Stokholm): a time zone of the IANA list, such as Europe/Stockholm"],
    ],
    [
      "a day that no calendar has",
      '"2027-01-06"',
      '"2027-02-30"',
      ['calendar.holidays.4 (at "2027-02-30"]): a day of the calendar is written 2026-12-24'],
    ],
    [
      "a time of day that no clock shows",
      'at: "09:00"',
      'at: "25:00"',
      ['calendar.reminders.at (at "25): a time of day is written 09:00'],
    ],
    [
      "reminders without any time between them",
      "overdue_every: 7d",
      "overdue_every: 0d",
      ["calendar.reminders.overdue_every (at 0d): reminders of something overdue are some time apart"],
    ],
    [
      "a clause that is a number: 4.10 would become 4.1",
      'board: { offices: [president, vice_president, board_member], chair: [president, vice_president], clause: "2.2" }',
      "board: { offices: [president, vice_president, board_member], chair: [president, vice_president], clause: 2.2 }",
      ['bodies.board.clause (at 2.2): a clause is the place in the source document, in quotation marks: "4.1"'],
    ],
    [
      "a clause that is empty",
      'trustees: { offices: [trustee_elected], clause: "5.3" }',
      'trustees: { offices: [trustee_elected], clause: " " }',
      ['bodies.trustees.clause (at "): a clause is the place in the source document, in quotation marks: "4.1"'],
    ],
    [
      "somebody who is named in no known way",
      "to: body:council",
      "to: bodies:council",
      [
        "intake.report.to (at bodies): people are named by anyone, or by one of office:, body:, class:, party:, external:, panel: and a name",
      ],
    ],
    [
      "a condition with a misspelt key",
      "for: { severity: [minor] }",
      "for: { severty: [minor] }",
      [
        "sanctions.admonition.for.severity (at for): this is missing: expected array",
        'sanctions.admonition.for.severty (at severty): "severty" is not a key that is known here',
      ],
    ],
    [
      "a window that is nothing",
      "window: none",
      "window: never",
      ["challenges.auditor_review.window (at never): a window is none, or has within and from"],
    ],
    ["a key that stands twice", "redress: 1", "redress: 1\nredress: 1", [" (at redress): Map keys must be unique"]],
    ["another version of the shape", "redress: 1", "redress: 2", ["redress (at 2): expected 1"]],
  ] as const)("%s", (_, was, is, expected) => {
    expect(complaints(rewritten(was, is))).toEqual(expected);
  });

  test.each([
    ["0.67", "a decimal number"],
    ["3/2", "more than all"],
    ["0/3", "none at all"],
    ["2/0", "a share of nothing"],
    ["two thirds", "words"],
    ["1/9999999", "more digits than count exactly"],
  ] as const)("[K21] %s is no majority: %s", (fraction, _why) => {
    const text = rewritten(SANCTION_QUORUM, SANCTION_QUORUM.replace("2/3", fraction));
    expect(complaints(text)).toEqual([
      `votes.sanction.majority.fraction (at ${fraction.split(" ")[0]}): a share is an exact fraction, such as 2/3, of more than 0 and at most 1`,
    ]);
  });

  test("a name too long for a button is refused", () => {
    const long = "a".repeat(41);
    expect(complaints(rewritten("trustee_elected: {}", `${long}: {}`)).join()).toContain("has at most 40 characters");
  });

  test("[E-34] all faults are told at once", () => {
    const text = rewritten("within: 2d", "within: soon")
      .replace("kind: notify", "kind: notfy")
      .replace("window: none", "window: never")
      .replace("seats: 3", "seats: three");
    expect(complaints(text)).toHaveLength(4);
    const crossed = rewritten("then: witnesses", "then: witneses")
      .replace("vote: sanction,", "vote: sanctoin,")
      .replace("to: body:council", "to: body:councl");
    expect(complaints(crossed)).toHaveLength(3);
    expect(complaints(rewritten("redress: 1", "redress: [1").replace("offices:", "offices: ]")).length).toBeGreaterThan(
      1,
    );
  });

  test("an empty file, and one that is no rulebook at all, are refused and not a crash", () => {
    expect(complaints("")).toEqual([" (at ): expected object, received null"]);
    expect(complaints("just some words")).toHaveLength(1);
    expect(complaints("- a\n- b")).toHaveLength(1);
    expect(complaints("people: *nobody")).toEqual([" (at *nobody): nothing is marked &nobody before this"]);
    expect(complaints("\u0000").length).toBeGreaterThan(0);
  });
});

describe("a name that is used and nowhere defined is refused, with those there are", () => {
  test.each([
    [
      "offices of a body",
      "council: { offices: [safety_officer]",
      "council: { offices: [safety_oficer]",
      "bodies.council.offices.0",
      "office",
    ],
    [
      "the chair of a body",
      "chair: [president, vice_president]",
      "chair: [president, auditor]",
      "bodies.board.chair.1",
      "office of this body",
    ],
    ["the body another is part of", "part_of: board", "part_of: bord", "bodies.presidency.part_of", "body"],
    ["the members of a body", '"class:member"', '"class:membr"', "bodies.chapter_meeting.members", "class"],
    [
      "the votes of an amendment",
      "amendment: { votes: [memo_revision] }",
      "amendment: { votes: [memo_revison] }",
      "document.amendment.votes.0",
      "vote",
    ],
    ["[K07] the receiver of reports", "to: body:council", "to: body:councl", "intake.report.to", "body"],
    [
      "[K38] who may be chosen instead",
      '"office:safety_officer", {',
      '"office:safety_oficer", {',
      "intake.report.about_a_receiver.choose.0",
      "office",
    ],
    [
      "[K38] one of a pair",
      '"office:vice_president"] }]\n      also',
      '"office:vice_presidnt"] }]\n      also',
      "intake.report.about_a_receiver.choose.1.all_of.1",
      "office",
    ],
    ["the procedure of a report", "procedure: conduct", "procedure: conuct", "intake.report.procedure", "procedure"],
    [
      "[K26] the body of a party",
      "bodies: [board, council]",
      "bodies: [board, councl]",
      "conflicts.party_in_body.bodies.1",
      "body",
    ],
    [
      "[K26] the stage that is blocked",
      "blocks: [board_decision]",
      "blocks: [board_decison]",
      "conflicts.party_in_body.blocks.0",
      "stage",
    ],
    ["[K26] the stage instead", "exit: refer_seo", "exit: refer_soe", "conflicts.party_in_body.exit", "stage"],
    [
      "[K10] who is told",
      'who: "external:seo"',
      'who: "external:soe"',
      "conflicts.notify_when_concerns.who",
      "external",
    ],
    ["the first stage", "starts: contact", "starts: contct", "procedures.conduct.starts", "stage"],
    [
      "[K49] the party who may stop it",
      "party:affected",
      "party:afected",
      "procedures.conduct.stoppable_by.who",
      "party",
    ],
    [
      "[K42] the stage that follows",
      "then: witnesses",
      "then: witneses",
      "procedures.conduct.stages.assess.outcomes.violation.then",
      "stage",
    ],
    [
      "[K44] who writes the brief",
      'by: "body:council", second',
      'by: "body:concil", second',
      "procedures.conduct.stages.board_decision.brief.by",
      "body",
    ],
    [
      "[K46] a sanction of an outcome",
      "sanctions: [admonition, warning, first_degree, second_degree]\n            then: inform",
      "sanctions: [admonition, warnng]\n            then: inform",
      "procedures.conduct.stages.board_decision.outcomes.upheld.sanctions.1",
      "sanction",
    ],
    [
      "[K21] the vote of a motion",
      "vote: sanction,",
      "vote: sanctoin,",
      "procedures.conduct.stages.board_decision.motions.uphold.vote",
      "vote on motions",
    ],
    [
      "[K21] a motion is not decided by consensus",
      "vote: sanction,",
      "vote: appeal_consensus,",
      "procedures.conduct.stages.board_decision.motions.uphold.vote",
      "vote on motions",
    ],
    [
      "[K46] the outcome of a motion",
      "outcome: upheld",
      "outcome: uphled",
      "procedures.conduct.stages.board_decision.motions.uphold.outcome",
      "outcome of this stage",
    ],
    [
      "[K50] who is reminded",
      "remind: body:presidency",
      "remind: body:presidencey",
      "procedures.conduct.stages.inform.target.remind",
      "body",
    ],
    [
      "[K50] what a target is counted from",
      "from: decision.made, remind",
      "from: case.closed, remind",
      "procedures.conduct.stages.inform.target.from",
      "moment here",
    ],
    [
      "[K60] a card of support",
      "support_card: [police, kth,",
      "support_card: [polcie, kth,",
      "procedures.conduct.referrals.support_card.0",
      "external",
    ],
    ["[K54] who checks at the door", 'by: ["body:trustees"]', 'by: ["body:trusteees"]', "door_check.by.0", "body"],
    [
      "[K61] the notice of a sanction",
      "    notice: admonition",
      "    notice: admonitoin",
      "sanctions.admonition.notice",
      "notice",
    ],
    [
      "[K61] the severity of a sanction",
      "for: { severity: [minor] }",
      "for: { severity: [miner] }",
      "sanctions.admonition.for.0",
      "severity",
    ],
    [
      "[K62] the sanction of a repetition",
      "then: suggest, sanction: first_degree",
      "then: suggest, sanction: first_dgree",
      "sanctions.warning.repeat.sanction",
      "sanction",
    ],
    [
      "[K63] what a warning is counted from",
      "lasts: 365d\n    from: decision.made",
      "lasts: 365d\n    from: case.closed",
      "sanctions.warning.from",
      "moment here",
    ],
    [
      "[K68] what a suspension becomes",
      "to: second_degree, start",
      "to: second_dgree, start",
      "sanctions.first_degree.on_new.0.to",
      "sanction",
    ],
    [
      "[K55] the outcome that is challenged",
      "against: [upheld, dismissed]\n    by: [complainant, respondent]\n    window: { within: 30d",
      "against: [upheld, dimissed]\n    by: [complainant, respondent]\n    window: { within: 30d",
      "challenges.appeal.against.1",
      "outcome",
    ],
    [
      "[K55] a seat of the panel",
      '"external:social_officer", "external:union',
      '"external:social_oficer", "external:union',
      "challenges.appeal.panel.seats.1",
      "external",
    ],
    [
      "[K55] the panel that votes",
      "electorate: panel:appeal",
      "electorate: panel:appeals",
      "votes.appeal_consensus.electorate",
      "panel",
    ],
    ["[K55] the vote of a panel", "vote: appeal_consensus", "vote: appeal_consenus", "challenges.appeal.vote", "vote"],
    [
      "[K31] who gets the statistics",
      '"external:kth", "external:ths", "body:board"',
      '"external:kht", "external:ths", "body:board"',
      "records.statistics.share_with.0",
      "external",
    ],
  ] as const)("%s", (_, was, is, path, what) => {
    const [first = "", ...others] = complaints(rewritten(was, is));
    expect(first.startsWith(`${path} (at `)).toBe(true);
    expect(first).toContain(`there is no ${what} "`);
    expect(first).toContain("; there are: ");
    expect(others).toEqual([]);
  });

  test("[K23] the way out of a quorum that cannot be reached", () => {
    const text = kthText.replace("unreachable_quorum: refer_seo", "unreachable_quorum: refer_soe");
    expect(complaints(text)).toEqual([
      'votes.sanction.unreachable_quorum (at refer_soe): there is no stage "refer_soe"; there are: contact, assess, witnesses, hear_respondent, board_decision, inform, refer_seo, closed',
    ]);
  });

  test("[K23][K25] a body of the quorum, and observers", () => {
    expect(complaints(kthText.replace('from: "body:presidency"', 'from: "body:presidncy"'))[0]).toContain(
      'votes.sanction.quorum.including.0.from (at "body): there is no body "presidncy"',
    );
    expect(complaints(kthText.replace('observers: ["body:council"]', 'observers: ["body:concil"]'))[0]).toContain(
      'votes.sanction.observers.0 (at "body): there is no body "concil"',
    );
  });
});

describe("the form of a report", () => {
  const RELATION = "- { id: relation, type: choice, options: [affected, witness, on_behalf], required: true }";
  test.each([
    ["[K34] asks how its author is involved", RELATION, "", 'a required choice called "relation"'],
    ["[K34] must ask it", RELATION, RELATION.replace("true", "false"), 'a required choice called "relation"'],
    [
      "[K34] knows which answers there are",
      RELATION,
      RELATION.replace("witness", "bystander"),
      'no relation "bystander"',
    ],
    [
      "has no choice without options",
      "{ id: who_else, type: text,",
      "{ id: who_else, type: choice,",
      "a choice has options",
    ],
    ["has no field twice", "{ id: who_else,", "{ id: witnesses,", 'the field "witnesses" stands here twice'],
  ] as const)("%s", (_, was, is, message) => {
    expect(complaints(rewritten(was, is)).join()).toContain(message);
  });
});

const many = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i));

describe("what would not fit on a screen of Discord or Slack is refused before anybody sees it", () => {
  test.each([
    [
      "a long name of the organisation",
      "name: KTH student chapter",
      `name: ${"K".repeat(81)}`,
      "at most 80 characters",
    ],
    ["a long title", "title: Memo for Code of Conduct", `title: ${"M".repeat(101)}`, "at most 100 characters"],
    ["a long way of citing", "cite: Memo", `cite: ${"M".repeat(21)}`, "at most 20 characters"],
    [
      "a long link",
      "link: https://example.org/chapter/code-of-conduct",
      `link: https://example.org/${"a".repeat(500)}`,
      "at most 512 characters",
    ],
    ["a long clause", '"2.4"', `"${"2".repeat(31)}"`, "cited in at most 30 characters"],
    [
      "more rules than can be chosen from",
      "  boundaries: {",
      `${many(22, (i) => `  rule_${i}: { clause: "3" }`).join("\n")}\n  boundaries: {`,
      "at most 25 fit",
    ],
    [
      "more severities than can be chosen from",
      "severity: [minor,",
      `severity: [minor, ${many(22, (i) => `s${i},`).join(" ")}`,
      "at most 25 fit",
    ],
    [
      "more outcomes than there are buttons",
      "          returned: {",
      `${many(9, (i) => `          out_${i}: { then: closed }`).join("\n")}\n          returned: {`,
      "at most 10 fit",
    ],
    [
      "a task that cannot be done here",
      "{ id: acknowledge,",
      "{ id: sing,",
      "a task is something that can be done here",
    ],
    [
      "a task that stands here twice",
      "          - { id: acknowledge, within: 2d }",
      "          - { id: acknowledge, within: 2d }\n          - { id: acknowledge, within: 3d }",
      "a task stands here once",
    ],
  ] as const)("%s", (_, was, is, message) => {
    expect(complaints(rewritten(was, is)).join("\n")).toContain(message);
  });
});
