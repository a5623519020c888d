import { describe, expect, test } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import { tell } from "../../src/rehearsal/telling/tell.ts";
import { at } from "../fakes/caseFile.ts";
import { kthWith, rewritten, rulebookOf } from "../fakes/kth.ts";
import { dayOf, daysOf, english, printed, rehearsed } from "./scenes.ts";

const outcomes = async (changed: Parameters<typeof rehearsed>[0]) =>
  (await rehearsed(changed)).played.passed.map(({ stage, outcome }) => `${stage}.${outcome}`);
const aim = (stage: string, outcome: string) => ({ kind: "outcome", procedure: "conduct", stage, outcome }) as const;

describe("a rehearsal of the memo finds its own way", () => {
  test("to the gravest decision there is, if nothing else is asked for", async () => {
    const { played } = await rehearsed();
    expect(played).toMatchObject({ isClosed: true, report: { about: "somebody" }, stops: [] });
    expect(played.passed.map(({ outcome }) => outcome)).toEqual([
      "in_contact",
      "violation",
      "done",
      "heard",
      "upheld",
      "delivered",
    ]);
    expect(played.passed.flatMap(({ sanction }) => sanction ?? [])).toEqual(["second_degree"]);
  });

  test.each([
    ["to a decision that dismisses", aim("board_decision", "dismissed"), "somebody"],
    ["to a respondent who does not answer", aim("hear_respondent", "no_answer"), "somebody"],
    ["to a respondent whom nobody knows", aim("hear_respondent", "not_known"), "nobody-known"],
    ["to the finding that no rule was broken", aim("assess", "no_violation"), "somebody"],
  ] as const)("%s", async (_, wanted, about) => {
    const { played } = await rehearsed({ aim: wanted });
    expect(played).toMatchObject({ isClosed: true, report: { about }, stops: [] });
    expect(await outcomes({ aim: wanted })).toContain(`${wanted.stage}.${wanted.outcome}`);
  });

  test("to somebody outside who decides: the report is then about an office holder, whose body may not decide", async () => {
    const { played } = await rehearsed({ aim: aim("refer_seo", "decided") });
    expect(played).toMatchObject({
      isClosed: true,
      report: { about: "office-holder", office: "president" },
      stops: [],
    });
    expect(played.passed.map(({ stage }) => stage)).not.toContain("board_decision");
    const text = (await printed({ aim: aim("refer_seo", "decided") })).replaceAll(/\s+/g, " ");
    expect(text).toContain("It is about somebody in office: president.");
  });

  test("[K23] and another when the rules refuse it: a board that can never be quorate has the case referred", async () => {
    const rulebook = kthWith("  board_member: { seats: 7 }", "  board_member: { seats: 2 }");
    const { played } = await rehearsed({ rulebook });
    expect(played.stops.map(({ kind }) => kind)).toEqual(["refused"]);
    expect(played.passed.slice(-3).map(({ stage, outcome }) => `${stage}.${outcome}`)).toEqual([
      "board_decision.cannot-be-quorate",
      "refer_seo.decided",
      "inform.delivered",
    ]);
    expect(played.isClosed).toBe(true);
    const text = (await printed({ rulebook })).replaceAll(/\s+/g, " ");
    expect(text).toContain("Referred, as no quorum was possible: referral to the THS Study Environment Officer");
  });

  test("where the rules name no way out, such a board leaves nothing", async () => {
    const small = rewritten("  board_member: { seats: 7 }", "  board_member: { seats: 2 }");
    const rulebook = rulebookOf(small.replaceAll("    unreachable_quorum: refer_seo\n", ""));
    const { played } = await rehearsed({ rulebook });
    expect(played.stops.map(({ kind }) => kind)).toEqual(["refused", "refused", "no-way"]);
    const text = (await printed({ rulebook })).replaceAll(/\s+/g, " ");
    expect(text).toContain(
      "“Upheld” was refused: Even with everybody who may vote there would be no quorum: 5 must be present",
    );
    expect(text).toContain("No outcome leads on from the stage “decision of the board”. The rehearsal ends here.");
  });
});

describe("a rehearsal of the memo tells, with dates of the chapter's own calendar,", () => {
  test("who acts, who is told what, what is due, how that was counted, and who is reminded if nobody acts", async () => {
    expect(dayOf(await printed(), "Thu 17 Dec 2026").slice(0, 8)).toEqual([
      "10:00  The complainant: Report received (Memo 2.1, 5.1, 5.2)",
      "         - told in a new room of the case: Safety officer 1, Safety officer 2 and Safety officer 3",
      "         - Acknowledge the report: by Saturday, 19 December 2026 (Memo 5.2)",
      "           - 2 days from Thu 17 Dec 2026: last day Sat 19 Dec 2026",
      "           - If nobody acts, reminders to the officers at 09:00: Fri 18 Dec 2026 and Sat 19 Dec",
      "             2026; when it is late 8 more, Sun 20 Dec 2026 to Sun 7 Feb 2027",
      "10:00  Safety officer 1: Case taken",
      "10:00  Safety officer 1: Done: Acknowledge the report (Memo 5.2)",
    ]);
  });

  test("[K23][K45] the decision of the board: brief, conflicts, quorum with its composition, a question that voids the ballots, majority and tally", async () => {
    const lines = dayOf(await printed({ sanction: "warning" }), "Tue 22 Dec 2026");
    expect(
      lines.slice(
        lines.findIndex((line) => line.includes("Brief written")),
        -13,
      ),
    ).toEqual([
      "10:00  Safety officer 1: Brief written (Memo 5.2)",
      "10:00  Safety officer 1: Looked for conflicts of interest: Board, none (Memo 2.4)",
      "10:00  Safety officer 2: Brief approved (Memo 5.2)",
      "         - told in a new room of the case: 9 members of the Board",
      "10:00  9 members of the Board: No conflict declared (Memo 2.3, 2.4)",
      "10:00  President: Motion put: Uphold the complaint, with the sanction: warning (Memo 2.2, 3.1, 4.1)",
      "         - Quorum: 5 members present including 1 of the presidency. Majority: At least 2/3 of the",
      "           votes cast.",
      "10:00  Vice-president: Vote closed, void, no ballot counted: Uphold the complaint, with the",
      "       sanction: warning (Memo 4.1)",
      "10:00  Vice-president: The body asked something (Memo 4.1)",
      "         - told in their room: the officers (The body asks something)",
      "         - told in their room: the board (The vote rests)",
      "10:00  Safety officer 1: Answer handed to the body (Memo 4.1)",
      "         - Decision of the board: by Tuesday, 5 January 2027 (Memo 4.1)",
      "           - 14 days from Tue 22 Dec 2026: last day Tue 5 Jan 2027",
      "           - If nobody acts, reminders to the board at 09:00: Mon 4 Jan 2027 and Tue 5 Jan 2027;",
      "             when it is late 8 more, Wed 6 Jan 2027 to Wed 24 Feb 2027",
      "10:00  Safety officer 1: Motion put: Uphold the complaint, with the sanction: warning (Memo 2.2,",
      "       3.1, 4.1)",
      "         - Quorum: 5 members present including 1 of the presidency. Majority: At least 2/3 of the",
      "           votes cast.",
      "         - told in their room: the board (An answer stands with the brief)",
      "10:00  President: Vote closed, carried: Uphold the complaint, with the sanction: warning (Memo 4.1)",
      "         - 9 in favour, 0 against, 0 abstaining; 9 present",
      "10:00  President: Decided: upheld, warning (Memo 4.1, 5.3, 6.2)",
      "         - Informing the parties: by Friday, 25 December 2026 (Memo 5.3)",
      "           - 3 days from Tue 22 Dec 2026: last day Fri 25 Dec 2026",
    ]);
  });

  test("a warning of 22 December lapses 365 days later at midnight, after two reminders and the time to appeal", async () => {
    const text = await printed({ sanction: "warning" });
    expect(daysOf(text)).toEqual([
      "Thu 17 Dec 2026",
      "Tue 22 Dec 2026",
      "Fri 22 Jan 2027",
      "Wed 8 Dec 2027",
      "Tue 21 Dec 2027",
      "Wed 22 Dec 2027",
    ]);
    expect(dayOf(text, "Tue 22 Dec 2026")).toContain(
      "           - 365 days from Tue 22 Dec 2026, that day included: last day Tue 21 Dec 2027",
    );
    expect(dayOf(text, "Fri 22 Jan 2027").join(" ")).toMatch(/^00:00 {2}The clock: The time to appeal is over/);
    expect(dayOf(text, "Tue 21 Dec 2027")[0]).toBe(
      "09:00  The clock: Reminder that the warning lapses on Wednesday, 22 December 2027 (Memo 6.2)",
    );
    expect(dayOf(text, "Wed 22 Dec 2027")).toEqual([
      "00:00  The clock: Sanction lapsed: warning (Memo 6.2)",
      "         - told by private message: the respondent, Safety officer 1, Safety officer 2 and Safety",
      "           officer 3 (Sanction lapsed)",
    ]);
  });

  test("a suspension holds 90 days by the calendar, whatever the clocks do in between", async () => {
    const { played } = await rehearsed({ sanction: "first_degree", start: at("2027-02-01T10:00") });
    const lapsed = played.file.entries.findLast(({ entry }) => entry.kind === "sanction-lapsed");
    // Heard and decided on 6 February; the clocks go forward on 28 March.
    expect(lapsed?.at.toString()).toBe("2027-05-06T22:00:00Z");
    expect(lapsed?.at.equals(at("2027-05-07T00:00"))).toBe(true);
  });

  test("the reminders that come when everybody waits until the last moment, and how much longer it takes", async () => {
    const text = await printed({ pace: "slow", sanction: "admonition" });
    expect(daysOf(text).slice(0, 4)).toEqual([
      "Thu 17 Dec 2026",
      "Fri 18 Dec 2026",
      "Sat 19 Dec 2026",
      "Thu 24 Dec 2026",
    ]);
    const [reminder, whom, ...acts] = dayOf(text, "Sat 19 Dec 2026");
    expect([reminder, whom]).toEqual([
      "09:00  The clock: Reminder of “Acknowledge the report”, due Saturday, 19 December 2026 (Memo 5.2)",
      "         - told in their room: the officers",
    ]);
    expect(acts[0]).toBe("23:59  Safety officer 1: Case taken");
    expect(dayOf(text, "Sat 9 Jan 2027")[1]).toBe("         - told by private message: President and Vice-president");
    expect(text).toContain(
      "From the report to the end of the case, if everybody acts at once: 5 days.\nIf everybody uses all the time there is: 24 days.\n",
    );
    expect(text).toContain("The rulebook sets no time for: assessment, witnesses and hearing the respondent.");
  });

  test("every clause that was used, and every other that a rule rests on, by its title", async () => {
    const { used, untouched } = tell(await rehearsed({ sanction: "warning" }), english);
    expect(used).toBe("Memo 2.1, 2.2, 2.3, 2.4, 3.1, 4.1, 4.2, 5.1, 5.2, 5.3, 5.4, 6.2");
    const clauses = untouched.map(({ clause }) => clause);
    expect(clauses).toEqual(expect.arrayContaining(["Memo 1.3", "Memo 3.2", "Memo 6.3"]));
    expect(clauses).not.toContain("Memo 6.2");
    for (const { about } of untouched) expect(about).toMatch(/\w/);
  });
});

test("a rehearsal is the same each time, has no line of more than 100 columns, and no id in it", async () => {
  const [first, second] = [await printed(), await printed()];
  expect(second).toBe(first);
  expect(first.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(first).not.toMatch(/\br\d+\b|undefined|NaN/);
});

test("in Swedish the invented people are called after their offices in Swedish", async () => {
  const told = tell(await rehearsed(), speechOf("sv"));
  const [first] = told.days;
  expect(first?.day).toBe("tors 17 dec 2026");
  expect(first?.lines.map(({ who }) => who)).toEqual([
    "Den som anmält",
    ...Array.from({ length: 6 }, () => "Trygghetsombud 1"),
  ]);
});

test("with a roster the people of the organisation are named, with their offices", async () => {
  const roster = [
    { name: "Sara Lind", offices: ["safety_officer"], slack: "U1", locale: "en" },
    { name: "Omar Haddad", offices: ["safety_officer"], slack: "U2", locale: "en" },
  ];
  const text = await printed({ roster, aim: aim("assess", "no_violation") });
  expect(dayOf(text, "Thu 17 Dec 2026")).toEqual(
    expect.arrayContaining([
      "         - told in a new room of the case: Sara Lind (safety officer) and Omar Haddad (safety",
      "10:00  Sara Lind (safety officer): Case taken",
    ]),
  );
});
