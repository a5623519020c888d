import { afterEach, expect, test } from "vitest";

import { openChapter } from "./chapter.ts";
import type { Chapter } from "./chapter.ts";
import { channel, enforcing, role } from "./enforcing.ts";
import { everybody, officials } from "./people.ts";
import { carry, clear, playToBoard, putMotion } from "./plays.ts";

let chapter: Chapter;
afterEach(() => chapter.close());

test("[E-22] whoever is found to have an account on the other platform loses what is kept from them there as well, and gets both back", async () => {
  const nils = { name: "Nils Orrby", offices: [], locale: "en" };
  const { discord: number, slack: id } = everybody.find(({ name }) => name === nils.name) ?? {
    discord: "",
    slack: "",
  };
  chapter = await openChapter(officials, enforcing);
  const { discord: side, slack: other } = chapter;
  const onDiscord = () => (side.local.kind === "discord" ? side.local.rolesOf(number) : []).toSorted();
  const onSlack = () =>
    other.local.kind === "slack" && other.local.readersOf(channel.lounge).some((reader) => reader.id === id);
  const had = onDiscord();
  await playToBoard(side);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (const member of ["Petra", "Dina", "Hanna", "Ivan", "Julia"]) await clear(side, member);
  await putMotion(side, "first-degree suspension", "serious");
  await carry(side);
  await side.person("Petra").press("Send the notices");
  await chapter.settle();
  expect(onDiscord()).toEqual([role.resting]);
  expect(onSlack()).toBe(true);
  expect(side.person("Omar").reads()).toContain(
    "On Slack Redress could not see to this: events and lounge. Redress knows no account of theirs there; they may have one.",
  );

  await chapter.restart([...officials, { ...nils, discord: number, slack: id }]);
  await chapter.moveTo("2026-03-02T10:00");
  expect([onDiscord(), onSlack()]).toEqual([[role.resting], false]);
  await chapter.moveTo("2026-06-01T10:00");
  expect([onDiscord(), onSlack()]).toEqual([had, true]);
  expect(await chapter.store.accessIds()).toEqual([]);
});
