import { afterEach, describe, expect, test } from "vitest";

import { carry, clearAll, enter, file, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, assess, check, fileReport, hear, playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** The Executive Director may also suspend, for half a year at most, and nobody has to approve it. */
const asecWithSuspension = organisationOf("asec", (text) =>
  text
    .replace("[staff_discipline, volunteer_end, dismissal]", "[staff_discipline, suspension, volunteer_end, dismissal]")
    .replace("    classes: [member]\n    lasts: chosen\n", "    lasts: chosen\n    at_most: 6mo\n")
    .replace(/(at_most: 6mo\n {4}from: decision.notified\n) {4}confirm: .*\n/, "$1"),
);

/** The auditors look at every decision of the board once more, and vote on it. */
const withAuditors = organisationOf("kth", (text) =>
  text
    .replace(
      "            then: inform\n            notify: [complainant, respondent, council]\n          dismissed",
      "            then: second\n          dismissed",
    )
    .replace(
      "      inform:\n        kind: notify\n",
      `      second:
        kind: vote
        owner: body:auditors
        clause: "4.1"
        sees: brief
        brief: { by: "body:council", second_approval: true, mask: [names], clause: "5.2" }
        motions:
          dismiss: { vote: second, outcome: dismissed }
        outcomes:
          dismissed: { then: inform, notify: [complainant, respondent] }
      inform:
        kind: notify
`,
    )
    .replace(
      "votes:\n",
      `votes:
  second:
    clause: "4.1"
    method: motion
    electorate: body:auditors
    majority: { fraction: 1/2, of: votes_cast, strict: true }
    quorum: none
    closed: true
    second_ballot: replaces
    tie: fails
`,
    ),
);

/** What the Executive Director decides closes the case. */
const decidedAtOnce = organisationOf("asec", (text) =>
  text.replace(
    /(sanctions: \[staff_discipline, volunteer_end, dismissal\]\n\s+)then: inform\n(\s+)notify: \[complainant, respondent\]/,
    "$1then: closed\n$2notify: [complainant, respondent, council]",
  ),
);

const report = (about: string, receiver?: string) => [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    ...(receiver === undefined ? {} : { "Is it about somebody who reads reports?": receiver }),
    "Which rules?": ["Personal conduct"],
  },
  receiver === undefined ? { "Who is it about?": [stage.person(about).id] } : {},
  { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
];

/** The Executive Director takes the case, accepts it, and has heard the other side. */
async function investigate(officer: string): Promise<void> {
  await enter(stage, officer, "Take the case");
  await enter(stage, officer, "Acknowledge the report", { "Your message": "Thank you, Mona." });
  await enter(stage, officer, "accepted, to be investigated");
  await tick(stage, officer, "Tell the respondent what the report says", "Hear the respondent");
  await enter(stage, officer, "investigation done");
}

const everywhere = platforms().map((platform) => ({ platform }));

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[A26][A28] a case about a member of the staff is decided by the Executive Director alone, with a sanction as long as she chooses, and it lapses", async () => {
    stage = await openStage({ platform, organisation: asecWithSuspension });
    const maren = stage.person("Maren");
    const codeName = await file(stage, report("Grace"));
    expect(maren.rooms()).toEqual([`case-${codeName}`]);
    await maren.press("Open the file");
    expect(maren.note()).toContain("How serious is it, to you?");
    expect(maren.note()).toContain(words.contact);

    // Tasks are ticked with a note on what was done; before they are, the stage is not over.
    await investigate("Maren");
    expect(maren.reads()).toContain("decision");

    // She is asked first whether anything stands between her and the case.
    await maren.press("upheld");
    expect(maren.note()).toContain("Before you decide case");
    await maren.press("Nothing stands in the way, and I keep it confidential");
    expect(maren.form()?.fields.map(({ label }) => label)).toEqual([
      "Rules found to be broken",
      "Severity",
      "Sanction",
      "Reasons",
    ]);
    await maren.fillIn({
      "Rules found to be broken": ["Personal conduct"],
      Severity: "serious",
      Sanction: "suspension",
      Reasons: words.reasons,
    });
    if (platform === "discord") await maren.press("Continue");

    // How long is asked next: what is none is told beside the field, what is too long with what is allowed.
    await maren.fillIn({ "How long it holds": "a while" });
    expect(maren.reads()).toContain("“a while” is not a length of time");
    if (platform === "discord") await maren.press("Change what you wrote");
    await maren.fillIn({ "How long it holds": "1 year" });
    expect(maren.note()).toContain("suspension, at most 6 months");
    await maren.press("Change what you wrote");
    await maren.fillIn({ "How long it holds": "3 months" });
    await stage.settle();
    expect(maren.note()).toContain("suspension (3 months)");
    expect(stage.person("Grace").reads()).not.toContain("suspension");

    await enter(stage, "Maren", "Send the notices");
    for (const party of ["Mona", "Grace"]) {
      expect(stage.person(party).reads()).toContain("Sanction: suspension (3 months).");
      expect(stage.person(party).reads()).toContain("It lapses on Monday, 1 June 2026.");
      expect(stage.person(party).reads()).toContain(words.reasons);
    }
    await maren.command("case show", { code: codeName });
    expect(maren.note()).toContain("closed");
    expect(maren.note()).toContain("upheld: suspension (3 months) (until Monday, 1 June 2026)");
    await maren.command("case timeline", { code: codeName });
    expect(maren.note()).toContain("Decided: upheld, suspension (3 months)");

    await stage.moveTo("2026-05-31T12:00");
    expect(stage.person("Grace").reads()).not.toContain("lapsed on");
    await stage.moveTo("2026-06-01T09:00");
    expect(stage.person("Grace").reads()).toContain("Your suspension lapsed on Monday, 1 June 2026.");

    // Nobody else learns of any of it, and no word of it stands in a log.
    for (const other of ["Theo", "Joy", "Ben", "Nils"]) expect(stage.person(other).reads()).not.toContain(codeName);
    for (const planted of Object.values(words)) expect(stage.logged.join("\n")).not.toContain(planted);
  });

  test("[A27][A31] a report about the Executive Director passes her by and goes another way: the board decides, and knows the names", async () => {
    stage = await openStage({ platform, organisation: organisationOf("asec") });
    const { person } = stage;
    const codeName = await file(stage, report("Maren", "Maren Oliver"));
    expect(person("Maren").reads()).not.toContain(codeName);
    await investigate("Anika");
    expect(person("Lucas").reads()).toContain("decision of the board behind closed doors");

    // Names may stand in the brief.
    await person("Anika").press("Write the brief");
    expect(person("Anika").form()?.fields[0]?.hint).toContain("Names may stand in it.");
    await person("Anika").fillIn({ "What is needed to decide": `Mona Wik reports Maren Oliver. ${words.brief}` });
    await stage.settle();
    await enter(stage, "Lucas", "Approve the brief");
    expect(person("Theo").reads()).toContain("You decide it knowing the names.");
    await clearAll(stage, "Theo", "Joy", "Peter", "Mina");
    expect(person("Joy").note()).toContain("Mona Wik reports Maren Oliver.");
    await person("Theo").press("Put a motion");
    await person("Theo").fillIn({
      Motion: "Uphold the complaint",
      "Rules found to be broken": ["Personal conduct"],
      "Sanction, if it is upheld": "dismissal",
      Reasons: words.reasons,
    });
    await stage.settle();
    await carry(stage, "Theo", "Joy", "Peter", "Mina");
    await enter(stage, "Theo", "Send the notices");
    expect(person("Maren").reads()).toContain("Sanction: dismissal.");
    expect(person("Maren").reads()).toContain("until it is ended; it has no last day.");
    await person("Anika").command("case show", { code: codeName });
    expect(person("Anika").note()).toContain("upheld: dismissal (no last day)");

    // It never lapses by itself.
    await stage.moveTo("2036-03-01T12:00");
    expect(person("Maren").reads()).not.toContain("lapsed on");
    expect(person("Sam").reads()).not.toContain(words.brief);
    expect(stage.logged.join("\n")).not.toContain("Maren");
  });

  test("[P21][P22] three votes of one case: the policy was broken, the resignation is declined, a sanction is imposed", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397") });
    const { person } = stage;
    const council = ["Denise", "Ray", "Olena", "Marcel", "Tanya"] as const;
    const codeName = await file(stage, [
      { "What happened?": words.what, "How are you involved?": "I saw or heard it", "Which rules?": ["Bullying"] },
      {
        "Who is it about?": [person("Nils").id],
        "As what were they there?": "delegate",
        "When was that?": "2026-02-20",
      },
      { "At which event?": "the spring convention" },
    ]);
    await enter(stage, "Judy", "Take the case");
    await enter(stage, "Judy", "Acknowledge the report", { "Your message": "Thank you, Mona." });
    await person("Judy").press("Open the file");
    expect(person("Judy").note()).toContain("Friday, 20 February 2026");
    await enter(stage, "Judy", "This procedure is for it", {
      "Rules that may have been broken": ["Bullying"],
      Reasons: words.note,
    });
    await tick(stage, "Judy", "Tell the respondent what the report says", "Hear the respondent", "Hear the witnesses");
    await enter(stage, "Judy", "investigation done");
    await enter(stage, "Judy", "Write the brief", { "What is needed to decide": words.brief });
    await enter(stage, "Judy", "Approve the brief");
    await clearAll(stage, ...council);

    // The first: was the policy broken? It has no sanction to choose, and the respondent is told at once.
    await person("Denise").press("Put a motion");
    expect(
      person("Denise")
        .form()
        ?.fields.map(({ label }) => label),
    ).toEqual(["Motion", "Rules found to be broken", "Reasons"]);
    await person("Denise").fillIn({
      Motion: "Find that the policy was broken",
      "Rules found to be broken": ["Bullying"],
      Reasons: words.reasons,
    });
    await stage.settle();
    await carry(stage, ...council);
    expect(person("Nils").reads()).toContain("acted against the policy");
    expect(person("Mona").reads()).not.toContain("acted against the policy");
    expect(person("Ray").canPress("Put a motion")).toBe(false);

    // Nils offers to resign; the council declines: a vote of its own, from the brief it has.
    await person("Nils").press("Offers to resign");
    await person("Nils").press("Yes, I choose this");
    await stage.settle();
    await enter(stage, "Denise", "Put a motion", { Motion: "Decline the resignation", Reasons: words.reasons });
    await carry(stage, ...council);

    // The third: what was found goes on to hold, and how long is asked.
    await enter(
      stage,
      "Denise",
      "Put a motion",
      { Motion: "Impose a sanction", Sanction: "no delegate for a time", Reasons: words.reasons },
      { "How long it holds": "90 days" },
    );
    expect(person("Denise").note()).toContain("no delegate for a time (90 days)");
    expect(person("Ray").reads()).toContain("Impose a sanction, with the sanction: no delegate for a time (90 days)");
    await carry(stage, ...council);
    await enter(stage, "Denise", "Send the notices");
    for (const party of ["Mona", "Nils"]) {
      expect(person(party).reads()).toContain("Sanction: no delegate for a time (90 days).");
      expect(person(party).reads()).toContain("It lapses on Saturday, 30 May 2026.");
      expect(person(party).reads()).toContain("Found to be broken: Bullying.");
    }
    await person("Ray").command("vote timeline", { code: codeName });
    expect(person("Ray").note()).not.toContain("Nils");
    await person("Judy").command("case show", { code: codeName });
    await person("Judy").press("Open the file");
    await person("Judy").press("Reasons of the decision");
    expect(person("Judy").note()).toContain(words.reasons);
    await stage.moveTo("2026-05-30T12:00");
    expect(person("Nils").reads()).toContain("Your no delegate for a time lapsed on Saturday, 30 May 2026.");
    for (const other of ["Walter", "Imran"]) expect(person(other).reads()).not.toContain(words.brief);
    for (const planted of [...Object.values(words), "Mona", "Nils"])
      expect(stage.logged.join("\n")).not.toContain(planted);
  });

  test("[V-05] where another body votes next it gets a brief and a room of its own, and nothing of what the first one said", async () => {
    stage = await openStage({ platform, organisation: withAuditors });
    const { person } = stage;
    const codeName = await playToVote(stage);
    await vote(stage, {
      Petra: "In favour",
      Dina: "In favour",
      Hanna: "In favour",
      Ivan: "In favour",
      Julia: "In favour",
    });
    await enter(stage, "Petra", "Close the vote");
    expect(person("Petra").rooms()).toEqual([]);
    expect(person("Ulf").rooms()).toEqual([]);
    await enter(stage, "Sara", "Write the brief", { "What is needed to decide": words.brief });
    await check(stage);
    await enter(stage, "Omar", "Approve the brief");
    expect(person("Ulf").rooms()).toEqual([`board-${codeName}-2`]);
    expect(person("Ulf").reads()).not.toContain("warning");
    expect(person("Petra").reads()).not.toContain("auditors");
    await clearAll(stage, "Ulf");
    expect(person("Ulf").note()).toContain(words.brief);

    // Whoever voted before still reads what they voted from, and sees nothing else of the case.
    await person("Dina").command("vote brief", { code: codeName });
    expect(person("Dina").note()).toContain("Person A says that Person B went on");
    await person("Dina").command("vote show", { code: codeName });
    expect(person("Dina").note()).toContain("nothing here");
    await person("Bea").command("vote brief", { code: codeName });
    expect(person("Bea").note()).toContain("nothing here");

    await enter(stage, "Ulf", "Put a motion", { Motion: "Dismiss the complaint", Reasons: words.reasons });
    await carry(stage, "Ulf");
    await enter(stage, "Ulf", "Send the notices");
    expect(person("Nils").reads()).toContain("dismissed");
    expect(person("Nils").reads()).not.toContain("warning");
  });

  test("[C18][C41] a concern about a child goes a way of its own, and the leadership decides it without a vote", async () => {
    stage = await openStage({ platform, organisation: organisationOf("civil_connections") });
    const { person } = stage;
    const codeName = await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "I saw or heard it",
        "How do you know of it?": "I saw it myself",
      },
      {
        "Which rules?": ["Exploitation"],
        "Is anybody under 18 affected?": "Yes, somebody under 18",
        "Who is it about?": [person("Nils").id],
      },
      { "Where?": "PLANTED-WHERE at the camp", "When?": "2026-02-20" },
      {},
    ]);
    await enter(stage, "Freja", "Take the case");
    await enter(stage, "Freja", "Acknowledge the report", { "Your message": "Thank you, Mona." });
    // A task can be typed too, where buttons are out of reach.
    await person("Freja").command("case task", { code: codeName, task: "safety_plan" });
    await person("Freja").fillIn({ Note: words.note });
    await tick(stage, "Freja", "Tell them where help is");
    await enter(stage, "Freja", "accepted, to be investigated");
    expect(person("Samir").reads()).toContain("Tell those who protect children, or note why not");
    await tick(
      stage,
      "Samir",
      "Tell the respondent what the report says",
      "Hear the respondent",
      "Hear the witnesses",
      "Tell those who protect children, or note why not",
      "Consider whether authorities are told",
    );
    await enter(stage, "Freja", "investigation done");

    // Somebody who is close to a party says so and is out; another decides.
    await person("Samir").press("upheld");
    await person("Samir").press("I have a conflict: I step aside");
    await stage.settle();
    expect(person("Samir").rooms()).toEqual([]);
    await person("Freja").press("upheld");
    await person("Freja").press("Nothing stands in the way, and I keep it confidential");
    await person("Freja").fillIn({
      "Rules found to be broken": ["Exploitation"],
      Sanction: "dismissal",
      Reasons: words.reasons,
    });
    await stage.settle();
    await enter(stage, "Nanna", "Send the notices");
    expect(person("Nils").reads()).toContain("Sanction: dismissal.");
    expect(person("Nils").reads()).toContain("it has no last day.");
    expect(person("Mona").reads()).toContain("Sanction: dismissal.");
    await person("Freja").command("case show", { code: codeName });
    expect(person("Freja").note()).toContain("closed");
    for (const other of ["Samir", "Jonas", "Clara"]) expect(person(other).reads()).not.toContain("dismissal");
  });

  test("a decision after which nothing is left to do tells everybody at once, the officers in their room too, and closes the case", async () => {
    stage = await openStage({ platform, organisation: decidedAtOnce });
    const { person } = stage;
    const codeName = await file(stage, report("Grace"));
    await investigate("Maren");
    await person("Maren").command("case conclude", { code: codeName, outcome: "upheld" });
    await person("Maren").press("Nothing stands in the way, and I keep it confidential");
    await person("Maren").fillIn({
      "Rules found to be broken": ["Personal conduct"],
      Sanction: "end of the volunteer's role",
      Reasons: words.reasons,
    });
    await stage.settle();
    expect(person("Maren").note()).toContain("Those concerned are being told.");
    for (const party of ["Mona", "Grace"]) {
      expect(person(party).reads()).toContain("Sanction: end of the volunteer's role.");
      expect(person(party).reads()).toContain(
        "It holds from Sunday, 1 March 2026 until it is ended; it has no last day.",
      );
    }
    expect(person("Maren").reads()).toContain("The complaint in case");
    await person("Maren").command("case show", { code: codeName });
    expect(person("Maren").note()).toContain("closed");
    await person("Maren").command("case send", { code: codeName });
    expect(person("Maren").note()).toContain("not possible at this stage");
  });

  test("[K11] a case about a member of the board is decided elsewhere: the officers enter what the Study Environment Officer decided", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await fileReport(stage, ["Hanna"]);
    await acknowledge(stage);
    await assess(stage);
    await hear(stage);
    expect(person("Sara").reads()).toContain("referral to the THS Study Environment Officer");
    expect(person("Sara").canPress("returned")).toBe(true);
    await enter(stage, "Sara", "decided elsewhere", {
      "Rules found to be broken": ["Crossing personal boundaries"],
      Severity: "ordinary",
      Sanction: "warning",
      Reasons: words.reasons,
    });
    await enter(stage, "Omar", "Send the notices");
    for (const party of ["Mona", "Hanna"]) {
      expect(person(party).reads()).toContain("Sanction: warning");
      expect(person(party).reads()).toContain("until the end of Tuesday, 31 March 2026");
    }
    for (const member of ["Petra", "Viktor", "Dina"]) expect(person(member).reads()).not.toContain(codeName);
    await stage.moveTo("2027-03-01T00:00");
    expect(person("Hanna").reads()).toContain("Your warning lapsed on Monday, 1 March 2027.");
  });
});
