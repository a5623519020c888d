import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "../../src/sandbox/actor.ts";
import { platforms } from "./platforms.ts";
import {
  acknowledge,
  assess,
  carry,
  check,
  clear,
  fileReport,
  hear,
  planted,
  playToBoard,
  playToVote,
  putMotion,
  vote,
} from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** Everything that can be typed about a case. */
const commandsAbout = (code: string) =>
  [
    ["case list", {}],
    ["vote list", {}],
    ["mycase", {}],
    ["case show", { code }],
    ["case timeline", { code }],
    ["case take", { code }],
    ["case note", { code }],
    ["case approve", { code }],
    ["case conclude", { code, outcome: "violation" }],
    ["case recuse", { code }],
    ["vote show", { code }],
    ["vote timeline", { code }],
    ["vote brief", { code }],
    ["vote present", { code }],
    ["vote cast", { code, choice: "against" }],
    ["vote put", { code }],
    ["vote close", { code }],
    ["vote send", { code }],
    ["vote recuse", { code }],
  ] as const;

async function everyAnswer(actor: Actor, code: string): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [words, options] of commandsAbout(code)) {
    // oxlint-disable-next-line no-await-in-loop -- one command after the other
    await actor.command(words, options);
    answers.push(`${words}: ${actor.note().replaceAll(code, "CODE")}`);
  }
  return answers;
}

describe.each(platforms())("on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  describe("a vote of the board", () => {
    test("[K22] four of five present is inquorate, and the answer says what is missing, by which clause", async () => {
      await playToVote(stage);
      await vote(stage, { Petra: "In favour", Dina: "In favour", Hanna: "In favour", Ivan: "In favour" });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain(
        "There is no quorum: 5 must be present, including one of the presidency. 4 are present.",
      );
      expect(person("Petra").note()).toContain("One more of the Board must come.");
      expect(person("Petra").note()).toContain("Memo 4.1");
      expect(person("Dina").canPress("In favour")).toBe(true);
    });

    test("[K22][K23] five present without the presidency is inquorate", async () => {
      await playToBoard(stage);
      for (const name of ["Petra", "Viktor", "Bea", "Dina", "Gustav", "Hanna"]) {
        if (name === "Gustav") continue; // reads Swedish
        // oxlint-disable-next-line no-await-in-loop
        await clear(stage, name);
      }
      await clear(stage, "Ivan");
      await clear(stage, "Julia");
      await putMotion(stage);
      await vote(stage, {
        Bea: "In favour",
        Dina: "In favour",
        Hanna: "In favour",
        Ivan: "In favour",
        Julia: "In favour",
      });
      await person("Viktor").press("Close the vote");
      expect(person("Viktor").note()).toContain("5 are present, none of them of the presidency.");
      expect(person("Viktor").note()).toContain(
        "One more must come: Petra Nyman or Viktor Holm. Whoever comes presses “I am present”, or votes.",
      );
      expect(person("Viktor").note()).toContain(
        "Should too few be left who may vote, the rules give a way out: referral to the THS Study Environment Officer.",
      );
      await person("Viktor").press("I am present");
      expect(person("Viktor").note()).toContain("There is a quorum: 6 present");
      await person("Viktor").press("Close the vote");
      expect(person("Viktor").note()).toContain("carried");
    });

    test("[K21] four to two carries, four to three does not, and the next motion can be put", async () => {
      await playToVote(stage);
      await vote(stage, {
        Petra: "In favour",
        Viktor: "In favour",
        Dina: "In favour",
        Hanna: "In favour",
        Ivan: "Against",
        Julia: "Against",
        Karim: "Against",
      });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain("lost");
      await stage.settle();
      await putMotion(stage, "admonition", "minor");
      await vote(stage, {
        Petra: "In favour",
        Viktor: "In favour",
        Dina: "In favour",
        Hanna: "In favour",
        Ivan: "Against",
        Julia: "Against",
      });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain("carried");
    });

    test("a second ballot of the same member takes the place of the first: one member, one vote", async () => {
      await playToVote(stage);
      await vote(stage, { Dina: "Against" });
      await vote(stage, { Dina: "In favour" });
      expect(person("Dina").note()).toContain("One member has one vote (Memo 4.1): this one counts now");
      await vote(stage, { Petra: "In favour", Hanna: "In favour", Ivan: "Against", Julia: "In favour" });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain("carried");
    });

    test("[K24] how it stands, and who voted how, is shown to nobody", async () => {
      await playToVote(stage);
      await vote(stage, { Petra: "In favour", Dina: "Against" });
      for (const name of ["Petra", "Viktor", "Dina", "Hanna"]) {
        const room = person(name)
          .messages()
          .filter((message) => !message.ephemeral);
        expect(room.map((message) => message.text).join("\n")).not.toMatch(/In favour|Against|1 against/);
      }
      expect(person("Viktor").reads()).toContain("2 members");
    });

    test("two in the chair close the vote at the same moment: one closes it, the other is told how it stands", async () => {
      await playToVote(stage);
      const inFavour = { Petra: "In favour", Viktor: "In favour", Dina: "In favour", Hanna: "In favour" } as const;
      await vote(stage, { ...inFavour, Ivan: "In favour" });
      await Promise.all([person("Petra").press("Close the vote"), person("Viktor").press("Close the vote")]);
      const notes = [person("Petra").note(), person("Viktor").note()];
      expect(notes.filter((note) => note.includes("carried"))).toHaveLength(1);
      expect(notes.filter((note) => note.includes("Nothing here"))).toEqual([]);
    });

    test("[K14] only those in the chair put motions and close votes", async () => {
      await playToBoard(stage);
      await clear(stage, "Dina");
      await person("Dina").press("Put a motion");
      expect(person("Dina").form()).toBeUndefined();
      expect(person("Dina").note()).toContain("This is for: president and vice-president.");
      expect(person("Dina").note()).toContain("This can be done by Petra Nyman or Viktor Holm.");
    });

    test("[K46] upholding takes exactly one sanction; what was typed is kept for another try", async () => {
      await playToBoard(stage);
      await clear(stage, "Petra");
      await person("Petra").press("Put a motion");
      await person("Petra").fillIn({
        Motion: "Uphold the complaint",
        "Rules found to be broken": ["Deliberate exclusion"],
        Reasons: planted.reasons,
      });
      expect(person("Petra").note()).toContain("choose one sanction");
      await person("Petra").press("Change what you wrote");
      const reasons = person("Petra")
        .form()
        ?.fields.find((field) => field.label === "Reasons");
      expect(reasons?.value).toBe(planted.reasons);
      await person("Petra").fillIn({ "Sanction, if it is upheld": "warning" });
      expect(person("Petra").note()).toContain("The motion is put.");
    });

    test("[K20] nothing follows from good conduct alone", async () => {
      await playToBoard(stage);
      await clear(stage, "Petra");
      await person("Petra").press("Put a motion");
      await person("Petra").fillIn({
        Motion: "Uphold the complaint",
        "Rules found to be broken": ["Good conduct"],
        "Sanction, if it is upheld": "warning",
        Reasons: "x",
      });
      expect(person("Petra").note()).toContain("Nothing follows from a breach of: Good conduct.");
      expect(person("Petra").note()).toContain("Memo 3.2");
    });

    test("[K16] nobody votes before the question about a conflict is answered", async () => {
      await playToVote(stage);
      const gustav = person("Gustav");
      await gustav.press("In favour");
      expect(gustav.note()).toContain("Svara först på frågan om jäv");
    });

    test("whoever sees the room without being of the board cannot vote", async () => {
      const codeName = await playToVote(stage);
      const stranger = person(platform === "discord" ? "Owen" : "Lo");
      if (stage.local.kind === "slack") {
        const room = stage.local
          .person(person("Petra").id)
          .places()
          .find((place) => place.name.includes(codeName));
        stage.local.workspace.invite(room?.id ?? "", person("Petra").id, stranger.id);
      }
      await stranger.press("In favour");
      expect(stranger.note()).toMatch(/Nothing here|Inget här/);
      expect(stranger.note()).not.toContain("Memo");
    });

    test("[K25] a safety officer who comes to watch does not vote", async () => {
      const codeName = await playToVote(stage);
      if (stage.local.kind === "slack") {
        const room = stage.local
          .person(person("Petra").id)
          .places()
          .find((place) => place.name === `board-${codeName}`);
        stage.local.workspace.invite(room?.id ?? "", person("Petra").id, person("Omar").id);
      } else {
        const thread = stage.local
          .person(person("Petra").id)
          .places()
          .find((place) => place.name === `board-${codeName}`);
        stage.local.byHand.addToThread(thread?.id ?? "", person("Omar").id);
      }
      await person("Omar").press("In favour");
      expect(person("Omar").note()).toContain("Observers do not vote.");
    });
  });

  describe("who may not know", () => {
    test("[V-03] a member who stepped aside gets the answers of somebody for whom there is no such case", async () => {
      const codeName = await playToVote(stage);
      expect(person("Bea").rooms()).toEqual([]);
      expect(await everyAnswer(person("Bea"), codeName)).toEqual(await everyAnswer(person("Bea"), "no-such-99"));
      expect(await person("Bea").suggestions("/vote show code:")).toEqual([]);
      expect(await person("Bea").suggestions("/case show code:")).toEqual([]);
    });

    test("[K38][V-03] the officer a report is about sees exactly what there is to see without it", async () => {
      const before = [person("Sara").reads(), await everyAnswer(person("Sara"), "no-such-99")];
      const codeName = await fileReport(stage, [], "Sara Lind");
      expect(person("Mona").note()).toContain("Omar Haddad");
      expect(person("Mona").note()).not.toContain("Sara Lind");
      expect(person("Sara").rooms()).toEqual([]);
      expect(person("Omar").rooms()).toEqual([`case-${codeName}`]);
      expect(person("Elin").rooms()).toEqual([]);
      expect(await everyAnswer(person("Sara"), codeName)).toEqual(before[1]);
    });

    test("[K38] the member chooses who gets it instead", async () => {
      const mona = person("Mona");
      await mona.command("report");
      await mona.fillIn({
        "What happened?": planted.what,
        "How are you involved?": "I saw or heard it",
        "Is it about somebody who reads reports?": "Sara Lind",
      });
      if (platform === "discord") await mona.press("Continue");
      await mona.fillIn({});
      expect(mona.note()).toContain("goes past that person");
      await mona.choose("Send it to somebody else instead", "Petra Nyman and Viktor Holm");
      await mona.press("Send the report");
      await stage.settle();
      expect(mona.note()).toContain("Petra Nyman and Viktor Holm");
      expect(person("Petra").rooms()).toHaveLength(1);
      for (const officer of ["Sara", "Omar", "Elin"]) expect(person(officer).rooms()).toEqual([]);
    });

    test("[V-02] the respondent learns of nothing before being asked to a meeting", async () => {
      const codeName = await fileReport(stage);
      await acknowledge(stage);
      await assess(stage);
      expect(person("Nils").reads()).not.toContain(codeName);
      expect(await everyAnswer(person("Nils"), codeName)).toEqual(await everyAnswer(person("Nils"), "no-such-99"));
      await hear(stage);
      await person("Nils").command("mycase");
      expect(person("Nils").note()).toContain("respondent");
      expect(person("Nils").reads()).not.toContain("Mona");
    });

    test("[V-05][K44] members of the board never see a name, whatever they open", async () => {
      const codeName = await playToVote(stage);
      for (const words of ["vote show", "vote brief", "vote list", "case show"]) {
        // oxlint-disable-next-line no-await-in-loop
        await person("Dina").command(words, words === "vote list" ? {} : { code: codeName });
        expect(person("Dina").reads()).not.toMatch(/Mona|Nils|PLANTED/);
      }
    });
  });

  describe("handling a case", () => {
    test("the officers read the report privately; in the room stand no names and none of its words", async () => {
      await fileReport(stage);
      const sara = person("Sara");
      await sara.press("Open the file");
      expect(sara.note()).toContain(planted.what);
      expect(sara.note()).toContain(planted.where);
      await sara.press("People");
      expect(sara.note()).toContain("complainant: Mona Wik (Person A in a brief)");
      expect(sara.note()).toContain("respondent: Nils Orrby (Person B in a brief)");
      const room = sara.messages().filter((message) => !message.ephemeral);
      expect(room.map((message) => message.text).join("\n")).not.toMatch(/PLANTED|Mona|Nils/);
    });

    test("one officer leads: a second one is told who", async () => {
      const codeName = await fileReport(stage);
      await person("Sara").press("Take the case");
      await stage.settle();
      await person("Omar").command("case take", { code: codeName });
      expect(person("Omar").note()).toContain("Sara Lind leads this case already.");
    });

    test("[K41] contact comes first", async () => {
      const codeName = await fileReport(stage);
      expect(person("Sara").canPress("In contact with the complainant")).toBe(false);
      await person("Sara").command("case conclude", { code: codeName, outcome: "in_contact" });
      expect(person("Sara").note()).toContain("Still open: Acknowledge the report.");
    });

    test("[K42] no rule broken closes the case, and the complainant is told why", async () => {
      const codeName = await fileReport(stage);
      await acknowledge(stage);
      await person("Sara").press("No rule was broken");
      await person("Sara").fillIn({ Reasons: "It was a misunderstanding." });
      await stage.settle();
      expect(person("Mona").reads()).toContain("No rule was broken");
      expect(person("Mona").reads()).toContain("It was a misunderstanding.");
      await person("Sara").command("case show", { code: codeName });
      expect(person("Sara").note()).toContain("closed");
      expect(person("Nils").reads()).not.toContain(codeName);
    });

    test("[K43] no brief without a summons; five days of notice; after two without an answer it goes on", async () => {
      const codeName = await fileReport(stage);
      await acknowledge(stage);
      await assess(stage);
      const sara = person("Sara");
      expect(sara.canPress("Respondent heard")).toBe(false);
      expect(sara.canPress("Not known whom it is about")).toBe(false);
      await sara.command("case conclude", { code: codeName, outcome: "not_known" });
      expect(sara.note()).toContain("The report says whom it is about");
      await sara.press("Call to a meeting");
      await sara.fillIn({ "Day of the meeting": "2026-03-03", "What the person is told": "Soon." });
      expect(sara.note()).toContain("the earliest day is Friday, 6 March 2026");
      await sara.press("Change what you wrote");
      await sara.fillIn({ "Day of the meeting": "2026-03-06" });
      await stage.settle();
      await sara.command("case conclude", { code: codeName, outcome: "no_answer" });
      expect(sara.note()).toContain("called once; 2 times are needed");
      await stage.moveTo("2026-03-07T10:00");
      await sara.press("Call to a meeting");
      await sara.fillIn({ "Day of the meeting": "2026-03-14", "What the person is told": "Again." });
      await stage.settle();
      expect(sara.canPress("Respondent did not answer")).toBe(false);
      await stage.moveTo("2026-03-15T10:00");
      await sara.command("case conclude", { code: codeName, outcome: "no_answer" });
      await stage.settle();
      expect(sara.canPress("Write the brief")).toBe(true);
    });

    test("[K43] a report of which nobody knows whom it is about is closed with reasons, and its author is told", async () => {
      const codeName = await fileReport(stage, []);
      await acknowledge(stage);
      await assess(stage);
      const sara = person("Sara");
      expect(sara.canPress("Call to a meeting")).toBe(false);
      expect(sara.canPress("Respondent heard")).toBe(false);
      await sara.press("Not known whom it is about");
      await sara.fillIn({ Reasons: "Nobody could say who it was." });
      await stage.settle();
      expect(person("Mona").reads()).toContain("Nobody could say who it was.");
      await sara.command("case show", { code: codeName });
      expect(sara.note()).toContain("closed");
    });

    test("[K44] a brief with a name in it is refused, says which, and keeps the text; the second officer is another one", async () => {
      await fileReport(stage);
      await acknowledge(stage);
      await assess(stage);
      await hear(stage);
      const sara = person("Sara");
      await sara.press("Write the brief");
      await sara.fillIn({ "What is needed to decide": "Nils Orrby went on after a clear no." });
      expect(sara.note()).toContain("“Nils” and “Orrby”");
      await sara.press("Change what you wrote");
      expect(sara.form()?.fields[0]?.value).toBe("Nils Orrby went on after a clear no.");
      await sara.fillIn({ "What is needed to decide": "Person B went on after a clear no." });
      await stage.settle();
      await check(stage);
      await sara.press("Approve the brief");
      expect(sara.note()).toContain("Another officer has to approve the brief you wrote.");
    });

    test("[K26][K10] a party on the board: the case goes to the Study Environment Officer, and the board learns nothing", async () => {
      const codeName = await fileReport(stage, ["Bea"]);
      expect(person("Sara").reads()).toContain("A member of the Board is a party in this case.");
      const involve =
        "It concerns the Board: THS Study Environment Officer is told of it (Memo 2.1). Record it with /outside.";
      expect(person("Sara").reads()).toContain(involve);
      await acknowledge(stage);
      await assess(stage);
      await hear(stage);
      await person("Sara").command("case show", { code: codeName });
      expect(person("Sara").note()).toContain("referral to the THS Study Environment Officer");
      for (const member of ["Petra", "Viktor", "Dina"]) expect(person(member).rooms()).toEqual([]);
    });

    test("[K48] a notice that cannot be delivered becomes a task; its clocks start on the day that is entered", async () => {
      if (stage.local.kind === "discord") stage.local.byHand.closeDirectMessages(person("Nils").id);
      else stage.local.workspace.refuseDirectMessages(person("Nils").id, "cannot_dm_bot");
      const codeName = await playToVote(stage);
      await carry(stage);
      await person("Petra").press("Send the notices");
      await stage.settle();
      expect(person("Sara").reads()).toContain("A notice to the respondent could not be delivered here.");
      await person("Sara").command("case show", { code: codeName });
      expect(person("Sara").note()).toContain("informing the parties");
      await stage.moveTo("2026-03-06T12:00");
      await person("Sara").command("case delivered", { code: codeName, to: "respondent" });
      await person("Sara").press("2. Decision");
      await person("Sara").fillIn({ "Day on which it was delivered": "2026-03-09" });
      expect(person("Sara").note()).toContain("That day is still to come.");
      await person("Sara").press("Change what you wrote");
      await person("Sara").fillIn({ "Day on which it was delivered": "2026-03-04" });
      await stage.settle();
      await person("Nils").command("mycase");
      expect(person("Nils").note()).toContain("respondent");
    });
  });

  describe("reminders", () => {
    test("[K40] the acknowledgement: the day before, on the day, and while it is late; each once", async () => {
      await fileReport(stage);
      const seen = () =>
        person("Sara")
          .messages()
          .filter((message) => message.text.includes("Reminder")).length;
      await stage.moveTo("2026-03-02T08:59");
      expect(seen()).toBe(0);
      await stage.moveTo("2026-03-02T09:00");
      expect(seen()).toBe(1);
      expect(person("Sara").reads()).toContain("is due by Tuesday, 3 March 2026, in 1 day.");
      await stage.moveTo("2026-03-03T09:00");
      await stage.moveTo("2026-03-03T10:00");
      expect(seen()).toBe(2);
      await stage.moveTo("2026-03-04T09:00");
      expect(person("Sara").reads()).toContain("is late. It was due on Tuesday, 3 March 2026, 1 day ago.");
      expect(seen()).toBe(3);
    });

    test("[K13] the board is reminded of its target without a word of the case", async () => {
      const codeName = await playToBoard(stage);
      await stage.moveTo("2026-03-15T09:00");
      expect(person("Petra").reads()).toContain(
        `Case ${codeName}: decision of the board is due today, Sunday, 15 March 2026.`,
      );
      expect(person("Petra").reads()).not.toMatch(/PLANTED|Mona|Nils/);
    });

    test("[K50] notices that were not sent within three days: president and vice-president are reminded", async () => {
      await playToVote(stage);
      await carry(stage);
      await stage.moveTo("2026-03-04T09:00");
      for (const name of ["Petra", "Viktor"])
        expect(person(name).reads()).toContain("informing the parties is due today");
      expect(person("Dina").reads()).not.toContain("informing the parties is due today");
    });
  });

  describe("the member's side", () => {
    test("a wrong answer goes back to whoever gave it, and nothing typed is lost", async () => {
      await fileReport(stage);
      const sara = person("Sara");
      await acknowledge(stage);
      await assess(stage);
      await sara.press("Call to a meeting");
      const { day, told, complaint } = {
        discord: { day: "next week", told: "Room 4.", complaint: "“next week” is not a day" },
        slack: { day: "2026-03-20", told: "   ", complaint: "What the person is told: please fill this in." },
      }[platform];
      await sara.fillIn({ "Day of the meeting": day, "What the person is told": told });
      expect(sara.reads()).toContain(complaint);
      // Slack says it beside the field; Discord cannot, and shows the form again on a button.
      if (platform === "discord") await sara.press("Change what you wrote");
      expect(sara.form()?.fields.map((field) => field.value)).toEqual([day, told]);
    });

    test("pages can be changed before it is sent, and a draft can be thrown away", async () => {
      const mona = person("Mona");
      await mona.command("report");
      await mona.fillIn({ "What happened?": planted.what, "How are you involved?": "It happened to me" });
      if (platform === "discord") await mona.press("Continue");
      await mona.fillIn({ "When and where?": planted.where });
      await mona.press("Change page 1");
      expect(mona.form()?.fields[0]?.value).toBe(planted.what);
      await mona.fillIn({ "What happened?": "Less" });
      if (platform === "discord") await mona.press("Continue");
      expect(mona.form()?.fields.find((field) => field.label === "When and where?")?.value).toBe(planted.where);
      await mona.fillIn({});
      await mona.press("Discard");
      expect(mona.note()).toContain("Nothing was sent to anybody.");
      await stage.settle();
      for (const officer of ["Sara", "Omar", "Elin"]) expect(person(officer).rooms()).toEqual([]);
    });

    test("the same draft sent twice is one case", async () => {
      const mona = person("Mona");
      await mona.command("report");
      await mona.fillIn({ "What happened?": planted.what, "How are you involved?": "It happened to me" });
      if (platform === "discord") await mona.press("Continue");
      await mona.fillIn({});
      const send = mona.handle("Send the report");
      await Promise.allSettled([mona.pressHandle(send), mona.pressHandle(send)]);
      await stage.settle();
      expect(person("Sara").rooms()).toHaveLength(1);
      expect(mona.reads()).toMatch(/Its name is|it is case/);
    });

    test("somebody who reads Swedish gets it in Swedish", async () => {
      const lo = person("Lo");
      await lo.command("report");
      expect(lo.form()?.title).toBe("Anmälan, sida 1/2");
      await lo.fillIn({ "Vad hände?": planted.what, "Hur berör det dig?": "Jag såg eller hörde det" });
      if (platform === "discord") await lo.press("Fortsätt");
      await lo.fillIn({});
      await lo.press("Skicka anmälan");
      expect(lo.note()).toContain("Tack. Din anmälan har kommit fram");
    });

    test("what one can do here is a word away", async () => {
      const mona = person("Mona");
      await mona.command("redress");
      expect(mona.note()).toContain("KTH student chapter: code of conduct");
      await mona.press("File a report");
      expect(mona.form()?.title).toBe("Report, page 1/2");
    });
  });
});
