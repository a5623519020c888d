import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { runOutbox } from "../../src/application/outbox/runOutbox.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { openChapter } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { everybody, officials } from "./people.ts";
import {
  acknowledge,
  assess,
  brief,
  clear,
  codeNameIn,
  fileReport,
  hear,
  playToBoard,
  playToVote,
  putMotion,
  reachSending,
  vote,
} from "./plays.ts";

const without = (name: string) => officials.filter((person) => !person.name.startsWith(name));
const accountsOf = (name: string) => {
  const found = everybody.find((person) => person.name.startsWith(name));
  if (found === undefined) throw new Error(`There is nobody called ${name}.`);
  return { name: found.name, discord: found.discord, slack: found.slack, locale: "en" };
};

const onlyOnDiscord = ({ name, offices, locale, discord }: RosterPerson): RosterPerson => ({
  name,
  offices,
  locale,
  ...(discord === undefined ? {} : { discord }),
});

describe.each(["discord", "slack"] as const)("a chapter on both platforms, its cases on %s", (platform) => {
  let chapter: Chapter;
  beforeEach(async () => {
    chapter = await openChapter();
  });
  afterEach(() => chapter.close());
  const side = () => chapter[platform];
  const person = (name: string) => side().person(name);

  describe("a roster that has changed", () => {
    test("[V-13] a member who has left the board is taken out of the rooms of its cases", async () => {
      const codeName = await playToBoard(side());
      expect(person("Dina").rooms()).toEqual([`board-${codeName}`]);
      await chapter.restart(without("Dina"));
      expect(person("Dina").rooms()).toEqual([]);
      expect(person("Hanna").rooms()).toEqual([`board-${codeName}`]);
    });

    test("a new member is brought in though another has been let in by hand before", async () => {
      const newcomers = ["Ivan", "Julia"];
      const others = officials.filter(({ name }) => !newcomers.some((each) => name.startsWith(each)));
      await chapter.restart(others);
      const codeName = await playToBoard(side());
      const { local } = side();
      const petra = person("Petra").id;
      const room =
        local
          .person(petra)
          .places()
          .find(({ name }) => name === `board-${codeName}`)?.id ?? "";
      if (local.kind === "discord") local.byHand.addToThread(room, person("Ivan").id);
      else local.workspace.invite(room, petra, person("Ivan").id);
      await chapter.restart(officials);
      for (const name of newcomers) expect(person(name).rooms()).toEqual([`board-${codeName}`]);
    });

    test("[V-04] an officer who has left office no longer reads the cases", async () => {
      const codeName = await fileReport(side());
      await chapter.restart(without("Elin"));
      expect(person("Elin").rooms()).toEqual([]);
      await person("Elin").command("case list");
      expect(person("Elin").note()).not.toContain(codeName);
      await person("Elin").command("case show", { code: codeName });
      const hidden = person("Elin").note();
      await person("Elin").command("case show", { code: "no-such-99" });
      expect(hidden).toBe(person("Elin").note());
    });

    test("[V-02] a respondent who comes onto the board under an account nobody had connected stays a respondent", async () => {
      const nils = accountsOf("Nils");
      // Nils has used Redress on both platforms before anybody knew that he is one person.
      for (const each of [chapter.discord, chapter.slack]) {
        // oxlint-disable-next-line no-await-in-loop
        await fileReport({
          ...each,
          person: (name) => each.person({ Mona: "Nils", Nils: "Lo" }[name] ?? name),
        });
      }
      await fileReport(side());
      await acknowledge(side());
      await assess(side());
      await hear(side());
      await brief(side());
      const joined: readonly RosterPerson[] = [...without("Karim"), { ...nils, offices: ["board_member"] }];
      await chapter.restart(joined);
      await chapter.settle();
      for (const each of [chapter.discord, chapter.slack]) {
        expect(each.person("Nils").rooms()).toEqual([]);
        // oxlint-disable-next-line no-await-in-loop
        await each.person("Nils").command("vote list");
        expect(each.person("Nils").note()).not.toMatch(/\b[a-z]+-[a-z]+-\d\d\b/);
      }
    });
  });

  describe("somebody who steps aside", () => {
    test("[V-03] in the moment between being invited and that being kept, does not stay in the room", async () => {
      side().local.faults.arm({
        call: platform === "discord" ? "POST /channels/:id/messages" : "chat.postMessage",
        mishap: { kind: "drop", effect: "happens" },
        times: 3,
      });
      const codeName = await fileReport(side());
      await person("Sara").command("case recuse", { code: codeName });
      await chapter.settleRetries();
      expect(person("Sara").rooms()).toEqual([]);
      expect(person("Omar").rooms()).toEqual([`case-${codeName}`]);
    });

    test("[V-03] is not brought back by an instance that was slow and comes late", async () => {
      side().local.faults.arm({
        call: platform === "discord" ? "POST /channels/:id/threads" : "conversations.create",
        mishap: { kind: "delay", ms: 400 },
      });
      await reachSending(side());
      const taken = chapter.slow();
      await person("Mona").press("Send the report");
      const codeName = codeNameIn(person("Mona").note());
      await taken;
      await person("Sara").command("case recuse", { code: codeName });
      await runOutbox(chapter.redress.house, "another instance");
      expect(person("Omar").rooms()).toEqual([`case-${codeName}`]);
      await chapter.settleRetries();
      expect(person("Sara").rooms()).toEqual([]);
      expect(person("Omar").rooms()).toEqual([`case-${codeName}`]);
    });

    test("[V-03] gets no notice any more that was on its way", async () => {
      const { local } = side();
      if (local.kind === "discord") local.limit({ activeThreads: 0 });
      else local.workspace.refuseChannels("restricted_action");
      const direct = platform === "discord" ? "POST /users/@me/channels" : "conversations.open";
      side().local.faults.arm({ call: direct, mishap: { kind: "drop", effect: "none" }, times: 99 });
      const codeName = await fileReport(side());
      await person("Sara").command("case recuse", { code: codeName });
      await chapter.redress.settled();
      side().local.faults.clear();
      await chapter.settleRetries();
      expect(person("Omar").reads()).toContain(codeName);
      expect(person("Sara").reads()).not.toContain("A new case");
    });

    test("[V-03] is answered by an old button on the other platform, and by a form that stood open, as if there were nothing", async () => {
      const codeName = await fileReport(side());
      const other = platform === "discord" ? chapter.slack : chapter.discord;
      await other.person("Sara").command("case show", { code: codeName });
      const file = other.person("Sara").handle("Open the file");
      await person("Sara").command("case note", { code: codeName });
      await other.person("Sara").command("case recuse", { code: codeName });
      await chapter.settle();
      await person("Sara").fillIn({ Note: "PLANTED-NOTE" });
      expect(person("Sara").note()).toContain("Nothing here");
      await other.person("Sara").pressHandle(file);
      expect(other.person("Sara").note()).toContain("Nothing here");
      expect(other.person("Sara").reads()).not.toContain("PLANTED");
      for (const each of [chapter.discord, chapter.slack]) expect(each.person("Sara").rooms()).toEqual([]);
    });
  });

  test("the last officer who handles a case does not leave it to nobody", async () => {
    const codeName = await fileReport(side());
    for (const name of ["Sara", "Omar", "Elin"]) {
      // oxlint-disable-next-line no-await-in-loop
      await person(name).command("case recuse", { code: codeName });
    }
    await chapter.settle();
    expect(person("Elin").note()).toContain("Du är den sista som handlägger ärendet");
    expect(person("Elin").rooms()).toEqual([`case-${codeName}`]);
  });

  test("[E-26] one person has one vote, whichever platform it is cast on", async () => {
    await playToVote(side());
    const other = platform === "discord" ? chapter.slack : chapter.discord;
    const code = person("Petra").rooms()[0]?.replace("board-", "") ?? "";
    await vote(side(), { Petra: "In favour", Viktor: "Against", Dina: "Against", Hanna: "In favour", Ivan: "Against" });
    await other.person("Viktor").command("vote cast", { code, choice: "in-favour" });
    expect(other.person("Viktor").note()).toContain("this one counts now");
    await other.person("Dina").command("vote cast", { code, choice: "in-favour" });
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("carried");
  });

  test("[V-05][K44] a brief names nobody, though Slack was slow to tell the name", async () => {
    const isOfNils = (body: unknown) => JSON.stringify(body).includes(chapter.slack.person("Nils").id);
    const mishap = { kind: "delay", ms: 1000 } as const;
    chapter.slack.local.faults.arm({ call: "users.info", mishap, times: 9, where: isOfNils });
    await fileReport(side());
    await acknowledge(side());
    await assess(side());
    await hear(side());
    await person("Sara").press("Write the brief");
    await person("Sara").fillIn({ "What is needed to decide": "orrby went on after a clear no." });
    expect(person("Sara").note()).toContain("The brief may name nobody");
  });

  test("[K38][V-03] an officer named in words only, or by an account that nobody has connected, is passed by too", async () => {
    await chapter.restart(officials.map((each) => (each.name.startsWith("Sara") ? onlyOnDiscord(each) : each)));
    const mona = person("Mona");
    await mona.command("report");
    await mona.fillIn({
      "What happened?": "It was an officer.",
      "How are you involved?": "It happened to me",
      ...(platform === "slack" ? { "Who is it about?": [person("Sara").id] } : {}),
    });
    if (platform === "discord") await mona.press("Continue");
    await mona.fillIn(
      platform === "discord" ? { "Somebody without an account here": "the safety officer SARA LIND" } : {},
    );
    expect(mona.note()).not.toContain("Sara Lind,");
    await mona.press("Send the report");
    await chapter.settle();
    expect(mona.note()).not.toContain("Sara Lind");
    for (const each of [chapter.discord, chapter.slack]) expect(each.person("Sara").rooms()).toEqual([]);
    expect(person("Omar").rooms()).toHaveLength(1);
  });

  test("[V-06] whoever owns the place, trustees and auditors see nothing of a case, with or without its name", async () => {
    const codeName = await playToVote(side());
    for (const name of ["Owen", "Tova", "Ulf"]) {
      const hidden: string[] = [];
      const none: string[] = [];
      for (const words of [
        "case show",
        "case take",
        "case note",
        "vote show",
        "vote brief",
        "vote put",
        "vote close",
      ]) {
        await person(name).command(words, { code: codeName });
        hidden.push(person(name).note().replaceAll(codeName, "CODE"));
        await person(name).command(words, { code: "no-such-99" });
        none.push(person(name).note().replaceAll("no-such-99", "CODE"));
      }
      expect(hidden).toEqual(none);
      for (const words of ["case list", "vote list", "mycase", "redress"]) {
        await person(name).command(words);
        expect(person(name).note()).not.toContain(codeName);
      }
    }
  });

  test("[V-04] an officer sees of a running vote neither how it stands nor who has voted", async () => {
    const codeName = await playToVote(side());
    await vote(side(), { Petra: "In favour", Dina: "Against" });
    await person("Sara").press("Open the file");
    await person("Sara").press("Timeline");
    for (const words of ["case show", "vote show", "vote brief"])
      await person("Sara").command(words, { code: codeName });
    expect(person("Sara").reads()).not.toMatch(/In favour|Against|in-favour/);
    await person("Sara").command("vote show", { code: codeName });
    expect(person("Sara").note()).toContain("Nothing here");
  });

  test("[K16][E-27] a president who steps aside during the vote takes her ballot with her, on both platforms", async () => {
    const codeName = await fileReport(side());
    await person("Elin").command("case recuse", { code: codeName });
    await acknowledge(side());
    await assess(side());
    await hear(side());
    await brief(side());
    for (const name of ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia"]) await clear(side(), name);
    await putMotion(side());
    await vote(side(), {
      Petra: "In favour",
      Viktor: "In favour",
      Dina: "In favour",
      Julia: "In favour",
      Hanna: "Against",
      Ivan: "Against",
    });
    expect(person("Dina").reads()).toContain("6 members");
    expect(person("Dina").reads()).not.toContain("stepped aside");
    await person("Petra").command("vote recuse", { code: codeName });
    await chapter.settle();
    const other = platform === "discord" ? chapter.slack : chapter.discord;
    await other.person("Petra").command("vote cast", { code: codeName, choice: "in-favour" });
    expect(other.person("Petra").note()).toContain("Nothing here");
    expect(person("Dina").reads()).toContain("5 members; 1 stepped aside");
    // Three of five are not two thirds.
    await person("Viktor").press("Close the vote");
    expect(person("Viktor").note()).toContain("lost");
  });
});
