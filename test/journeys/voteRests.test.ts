import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const QUESTION = "PLANTED-QUESTION What was said before, and does Person C say the same?";
const ANSWER = "PLANTED-ANSWER Person A says that nothing was; Person C was not there yet.";

describe.each(["discord", "slack"] as const)("a board that asks the parties, on %s", (platform) => {
  let stage: Stage;
  let codeName: string;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory" });
    codeName = await playToVote(stage);
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  const board = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Behind closed doors: who voted how"))?.text ?? "";

  async function ask(name: string): Promise<void> {
    await person(name).press("Ask for more information");
    await person(name).fillIn({ "What do you want to know?": QUESTION });
    await stage.settle();
  }

  async function answer(): Promise<void> {
    await person("Sara").command("evidence reply", { code: codeName });
    await person("Sara").fillIn({ "The answer": ANSWER });
    await stage.settle();
  }

  test("[K45] any member asks with a button; the ballots so far are void, nobody can vote, the time rests; the officers answer, and everybody votes anew by the answer", async () => {
    await vote(stage, { Petra: "In favour", Dina: "Against", Hanna: "In favour" });
    expect(board("Julia")).toContain("15 March 2026");
    await ask("Julia");
    for (const name of ["Petra", "Dina", "Karim"]) {
      expect(person(name).reads()).toContain("The ballots that were cast so far are void");
    }
    expect(board("Julia")).toContain("Until it is answered nothing is voted on");
    expect(board("Julia")).not.toContain("15 March 2026");
    expect(person("Bea").reads()).not.toContain("PLANTED-QUESTION");
    expect(person("Mona").reads() + person("Nils").reads()).not.toContain("PLANTED");
    await person("Ivan").command("vote cast", { code: codeName, choice: "in-favour" });
    expect(person("Ivan").note()).toContain("/evidence reply");
    await person("Petra").command("vote close", { code: codeName });
    expect(person("Petra").note()).toContain("Not possible");
    await stage.moveTo("2026-03-05T09:00");
    await answer();
    for (const name of ["Petra", "Dina", "Karim"]) {
      expect(person(name).reads()).toContain("everybody votes once more, also who had voted before");
    }
    await person("Karim").press("Read the brief");
    expect(person("Karim").note()).toContain(ANSWER);
    expect(board("Julia")).toContain("19 March 2026");
    await vote(stage, { Petra: "In favour", Ivan: "In favour", Julia: "In favour", Karim: "In favour" });
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("5 must be present");
    await vote(stage, { Hanna: "In favour" });
    await person("Petra").press("Close the vote");
    await stage.settle();
    expect(person("Petra").note()).toContain("arried");
    const file = await stage.store.caseByCodeName(codeName);
    const ballots = await stage.store.vote(
      file?.entries.flatMap(({ entry }) => (entry.kind === "body-asked" ? (entry.vote ?? []) : []))[0] ?? "",
    );
    expect(ballots?.voters.filter(({ choice }) => choice !== undefined)).toEqual([]);
    expect(ballots?.isOpen).toBe(false);
  });

  test("[K45] the same by command; the chair, and nobody else, goes on without an answer; in whose case it is nobody else is told that there is none", async () => {
    const code = { code: codeName };
    await person("Julia").command("vote ask", code);
    await person("Julia").fillIn({ "What do you want to know?": QUESTION });
    await stage.settle();
    await person("Dina").command("vote ask", code);
    expect(person("Dina").note()).toContain("/evidence reply");
    expect(person("Dina").note()).toContain("/vote resume");
    await person("Dina").command("vote resume", code);
    expect(person("Dina").note()).toContain("This is for");
    for (const name of ["Mona", "Nils", "Bea"]) {
      await person(name).command("vote resume", code); // oxlint-disable-line no-await-in-loop
      expect(person(name).note()).not.toContain("goes on");
    }
    await person("Petra").command("vote resume", code);
    await stage.settle();
    expect(person("Dina").reads()).toContain("goes on without waiting for the answer");
    expect(board("Dina")).not.toContain("Until it is answered");
    await person("Omar").command("evidence reply", code);
    expect(person("Omar").note()).toContain("Not possible");
  });
});
