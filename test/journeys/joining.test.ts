import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openChapter } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { fileReport } from "./plays.ts";

const CODE = /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/;
const CASE = /\b[a-z]+-[a-z]+-\d\d\b/;

const codeOf = (text: string) => CODE.exec(text)?.[0] ?? "no code";

describe.each([
  ["discord", "slack"],
  ["slack", "discord"],
] as const)("somebody joins their accounts, with a code made on %s and typed on %s", (from, to) => {
  let chapter: Chapter;
  beforeAll(async () => {
    chapter = await openChapter();
  });
  afterAll(() => chapter.close());
  const made = (name: string) => chapter[from].person(name);
  const typed = (name: string) => chapter[to].person(name);

  test("whoever has reported something on one platform sees it on the other only once both accounts are theirs", async () => {
    await fileReport(chapter[from]);
    await typed("Mona").command("mycase");
    expect(typed("Mona").note()).not.toMatch(CASE);
    await made("Mona").command("member link");
    const code = codeOf(made("Mona").note());
    await typed("Mona").command("member link", { given: code });
    expect(typed("Mona").note()).toContain("Mona");
    await typed("Mona").command("mycase");
    expect(typed("Mona").note()).not.toMatch(CASE);
    await typed("Mona").command("member link", { given: code });
    await typed("Mona").press("They are both mine");
    await chapter.settle();
    await typed("Mona").command("mycase");
    expect(typed("Mona").note()).toMatch(CASE);
    for (const side of [chapter.discord, chapter.slack])
      expect(side.person("Mona").reads()).toContain("These accounts are one person from now on");
  });

  test("a code is good for ten minutes", async () => {
    await made("Owen").command("member link");
    const code = codeOf(made("Owen").note());
    await typed("Owen").command("member link", { given: code });
    await typed("Owen").press("No, leave it");
    expect(typed("Owen").note()).toContain("Nothing was joined.");
    const later = chapter[from].now().add({ minutes: 11 }).toZonedDateTimeISO("Europe/Stockholm").toPlainDateTime();
    await chapter.moveTo(later.toString().slice(0, 16));
    await typed("Owen").command("member link", { given: code });
    expect(typed("Owen").note()).toContain("There is no such code");
  });

  test("whoever types codes at random is told to wait", async () => {
    for (let i = 0; i < 6; i += 1)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await typed("Nils").command("member link", { given: `0000-0000-000${i}` });
    expect(typed("Nils").note()).toContain("Try again in an hour");
  });

  test("what was joined outlives a restart", async () => {
    await chapter.restart();
    await typed("Mona").command("mycase");
    expect(typed("Mona").note()).toMatch(CASE);
    await typed("Mona").command("member show");
    expect(typed("Mona").note()).toMatch(/on Discord and .* on Slack|on Slack and .* on Discord/);
  });
});
