import { afterEach, describe, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { actNames, formNames } from "../../src/surface/desk/desk.ts";
import { clear, fileReport, playToBoard, playToVote, putMotion, vote } from "../journeys/plays.ts";
import { answers, attempts, begun, nameless, namesOf, nothingLike, openDesk, ways } from "../journeys/probe.ts";
import type { Attempt, Names } from "../journeys/probe.ts";
import { openStage } from "../journeys/stage.ts";
import type { Stage } from "../journeys/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;
const person = (name: string) => stage.person(name);

function accountOf(name: string) {
  const { id, name: called } = person(name);
  return { platform: stage.kind, id, name: called, locale: "en" };
}

/** What somebody is answered who tries all of it, by a desk that is opened for it; nothing may come of it. */
async function told(name: string, tried: readonly Attempt[], names: Names): Promise<readonly string[]> {
  const { desk, close } = await openDesk(stage);
  const found = await answers(desk, accountOf(name), tried, names);
  await close();
  return found;
}

/** What people are answered otherwise than if there were no such case; and whether something came of it. */
async function probe(codeName: string, people: readonly string[], withIds = 3): Promise<readonly string[]> {
  const real = await namesOf(stage, codeName, withIds);
  const none = nothingLike(real);
  const before = await stage.store.caseByCodeName(codeName);
  const odd: string[] = [];
  for (const name of people) {
    // oxlint-disable no-await-in-loop -- one after the other
    const seen = await told(name, attempts(real), real);
    const unseen = await told(name, attempts(none), none);
    // oxlint-enable no-await-in-loop
    odd.push(...seen.filter((each, i) => each !== unseen[i]).map((each) => `${name}: ${each.slice(0, 400)}`));
  }
  const after = await stage.store.caseByCodeName(codeName);
  return after?.entries.length === before?.entries.length ? odd : [...odd, "something was done"];
}

/** A code that joins accounts is another one whenever it is asked for, and what is typed and not sent grows by what is tried. */
const isNewEachTime = (attempt: Attempt) =>
  (attempt.kind === "press" && begun.has(attempt.act)) ||
  (attempt.kind === "command" && ["member link", "drafts"].includes(attempt.words.join(" ").trim()));

/** What stands on somebody's screens, and what they are told who ask for nothing in particular. */
async function screensOf(name: string, names: Names): Promise<readonly string[]> {
  const tried = nameless.filter((each) => !isNewEachTime(each));
  return [...(await told(name, tried, names)), ...person(name).rooms(), person(name).reads()];
}

/** The board, without Bea, imposes a suspension on Nils; the parties are told. */
async function suspend(): Promise<string> {
  const codeName = await playToBoard(stage);
  await person("Bea").press("Read the brief");
  await person("Bea").press("I have a conflict: I step aside");
  await stage.settle();
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const member of voters) await clear(stage, member);
  await putMotion(stage, "first-degree suspension", "serious");
  if (person("Petra").canPress("Stay with it")) await person("Petra").press("Stay with it");
  await stage.settle();
  await vote(stage, Object.fromEntries(voters.map((name) => [name, "In favour" as const])));
  await person("Petra").press("Close the vote");
  await stage.settle();
  await person("Petra").press("Send the notices");
  await stage.settle();
  return codeName;
}

// What arrives at the desk is the same from both platforms.
const platform = "discord";

describe("whatever is typed, completed, pressed or sent with the names of a case", () => {
  test("[V-03] is every command about a case, every act and every form, however they arrive", async () => {
    stage = await openStage({ platform, store: "memory" });
    const tried = [...attempts({ codeName: "a-b-11", refs: ["case"], choices: [] }), ...nameless];
    expect(new Set(tried.map(({ kind }) => kind))).toEqual(new Set(Object.keys(ways)));
    const pressed = new Set(tried.flatMap((each) => (each.kind === "press" ? [each.act] : [])));
    expect(actNames.filter((act) => !pressed.has(act))).toEqual(["report.start"]);
    const sent = new Set(tried.flatMap((each) => (each.kind === "submit" ? [each.form.split("/")[0]] : [])));
    expect(formNames.filter((form) => !sent.has(form))).toEqual([]);
    const typed = new Set(tried.flatMap((each) => (each.kind === "command" ? [each.words.join(" ").trim()] : [])));
    const every = commands.flatMap(({ name, subcommands }) =>
      subcommands.map((each) => [name, each.name].join(" ").trim()),
    );
    expect(every.filter((words) => !typed.has(words))).toEqual([]);
  });

  test("[E-09][V-02][V-03][V-06] is answered to whom it is about, whom it passes by and who has no part in it as if there were none; their lists are as before", async () => {
    stage = await openStage({ platform, store: "memory" });
    const people = ["Nils", "Elin", "Petra", "Lo"];
    const none = { codeName: "no-such-11", refs: [], choices: [] };
    const before: (readonly string[])[] = [];
    // What is typed and not sent stands in the own lists from the first round on.
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const name of people) await screensOf(name, none);
    // oxlint-disable-next-line no-await-in-loop
    for (const name of people) before.push(await screensOf(name, none));
    const codeName = await fileReport(stage, ["Nils"], "Elin Berg");
    const after: (readonly string[])[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for (const name of people) after.push(await screensOf(name, { ...none, codeName }));
    expect(after).toEqual(before);
    expect(await probe(codeName, people)).toEqual([]);
    expect(await probe(codeName, ["Sara"])).not.toEqual([]);
  });

  test("[V-03][V-06] so it is while the board votes, to a member who has stepped aside, to a trustee and to an auditor", async () => {
    stage = await openStage({ platform, store: "memory" });
    const codeName = await playToVote(stage);
    expect(await probe(codeName, ["Bea", "Tova", "Ulf"])).toEqual([]);
  });

  test("[V-03][V-06][K52][K56] so it is once a sanction is imposed, somebody is to learn of it and an appeal was lodged; who decided, and the other party, notice nothing of the appeal", async () => {
    stage = await openStage({ platform, store: "memory" });
    const codeName = await suspend();
    await person("Sara").command("case disclose", { code: codeName });
    await person("Sara").fillIn({
      "Who is to learn of it?": [person("Lo").id],
      "Why do they have to know?": "PLANTED-WHY",
    });
    await stage.settle();
    const names = await namesOf(stage, codeName);
    const others = ["Mona", "Petra", "Dina", "Tova", "Ulf"];
    const before: (readonly string[])[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const name of others) await screensOf(name, names);
    // oxlint-disable-next-line no-await-in-loop
    for (const name of others) before.push(await screensOf(name, names));
    await person("Nils").press("Appeal");
    await person("Nils").fillIn({
      "To whom do you write?": "the Council of Safety",
      "What is wrong, and what do you ask for?": "PLANTED-APPEAL",
    });
    await stage.settle();
    const after: (readonly string[])[] = [];
    // oxlint-disable-next-line no-await-in-loop
    for (const name of others) after.push(await screensOf(name, names));
    expect(after).toEqual(before);
    expect(await probe(codeName, ["Bea", "Ulf", "Lo"], 5)).toEqual([]);
  });

  test("[V-04][K32] the auditors to whom a party wrote do nothing in the case besides, and read no name and no statement", async () => {
    stage = await openStage({ platform, store: "memory" });
    const codeName = await suspend();
    await person("Nils").command("mycase");
    await person("Nils").press("It was handled wrongly");
    await person("Nils").fillIn({ "What was handled wrongly?": "Sara never asked me, and Mona was asked twice." });
    await stage.settle();
    const before = await stage.store.caseByCodeName(codeName);
    const names = await namesOf(stage, codeName);
    const besides = attempts(names).filter(
      (each) => !/appeal|consult|judge|tellfirst|verdict|asknames|recuse/.test(JSON.stringify(each)),
    );
    const read = await told("Ulf", besides, names);
    expect(read.join("\n")).not.toMatch(/Mona|Nils|Orrby|PLANTED-(WHAT|WHERE|NOTE)/);
    expect((await stage.store.caseByCodeName(codeName))?.entries.length).toBe(before?.entries.length);
  });
});
