import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Readership, Refused } from "../../../src/sandbox/page/wire.ts";
import type { SeenMessage } from "../../../src/sandbox/person.ts";
import { officeOf } from "../../browser/house.ts";
import { acknowledge, fileReport } from "../../journeys/plays.ts";
import { openStage } from "../../journeys/stage.ts";
import type { Stage } from "../../journeys/stage.ts";
import { openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

const englishOf = ({ refused }: Partial<Refused>) => (typeof refused === "object" ? refused.en : refused);
const lines = ({ readers }: Readership) =>
  readers.map(({ name, why, isIn }) => `${name}: ${why}${isIn ? "" : " (not in it)"}`);

describe.each(["discord", "slack"] as const)("who can see a message on %s", (platform) => {
  let stage: Stage;
  let visitor: Visitor;
  const isDiscord = platform === "discord";
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory" });
    visitor = await openVisitor(platform, {
      platforms: [stage.local],
      clock: stage.clock,
      afterMove: () => stage.settle(),
      describe: officeOf,
    });
  });
  afterEach(async () => {
    await visitor.close();
    await stage.close();
  });

  const ask = (name: string, { place, id }: Pick<SeenMessage, "place" | "id">) =>
    visitor.read<Readership & Partial<Refused>>(
      `/api/readers?${new URLSearchParams({ platform, person: stage.person(name).id, place, message: id }).toString()}`,
    );
  const seen = (name: string, text: string) => {
    const found = stage
      .person(name)
      .messages()
      .find((message) => message.text.includes(text));
    if (found === undefined) throw new Error(`${name} does not see: ${text}`);
    return found;
  };

  test("[V-07] what only one person is shown is read by that person, and by nobody else", async () => {
    await fileReport(stage);
    await stage.person("Mona").command("mycase");
    const note = stage
      .person("Mona")
      .messages()
      .findLast(({ ephemeral, place }) => ephemeral && place !== "home");
    if (note === undefined) throw new Error("Mona has no note.");
    expect(await ask("Mona", note)).toEqual({
      where: "ephemeral",
      readers: [{ id: stage.person("Mona").id, name: "Mona Wik", why: "only you", isIn: true }],
      app: "Redress",
    });
    for (const other of ["Sara", "Owen", "Lo"])
      expect(englishOf(await ask(other, note))).toContain("sees no such message");
  });

  test("[V-07] the officers' room is read by the officers, and by the owner who is not in it; not by the respondent", async () => {
    await fileReport(stage);
    const answer = await ask("Sara", seen("Sara", "To be done"));
    expect(answer.where).toBe("private");
    const inside = isDiscord ? "thread member" : "member";
    expect(lines(answer)).toEqual([
      `Owen Root: ${isDiscord ? "owner" : "owner, by export"} (not in it)`,
      ...["Sara Lind", "Omar Haddad", "Elin Berg"].map((name) => `${name}: ${inside}`),
    ]);
    expect(answer.readers.find(({ name }) => name === "Sara Lind")?.about).toBe("safety officer");
    for (const other of ["Nils Orrby", "Mona Wik", "Lo Ström", "Petra Nyman"])
      expect(answer.readers.map(({ name }) => name)).not.toContain(other);
  });

  test("[V-07] a direct message is between the person and the bot; on Slack an owner can export it", async () => {
    await fileReport(stage);
    await acknowledge(stage);
    const answer = await ask("Mona", seen("Mona", "I am here."));
    expect(answer).toMatchObject({ where: "direct", app: "Redress" });
    expect(lines(answer)).toEqual(
      isDiscord ? ["Mona Wik: recipient"] : ["Owen Root: owner, by export (not in it)", "Mona Wik: member"],
    );
  });

  test("what stands in general is read by everybody who can see the channel", async () => {
    const lo = stage.local.person(stage.person("Lo").id);
    const general = lo.places().find(({ name }) => name === "general")?.id ?? "";
    await lo.type(general, "Hello all");
    const answer = await ask("Mona", seen("Mona", "Hello all"));
    expect(answer.where).toBe("open");
    expect(answer).not.toHaveProperty("app");
    expect(answer.readers.map(({ id }) => id).toSorted()).toEqual(
      stage.local
        .people()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(answer.readers.every(({ isIn }) => isIn)).toBe(true);
  });

  test("nobody is told who reads a message that they do not see themselves", async () => {
    await fileReport(stage);
    const card = seen("Sara", "To be done");
    const unseen = { en: "Sara Lind sees no such message.", sv: "Sara Lind ser inget sådant meddelande." };
    for (const name of ["Nils", "Mona"]) expect(englishOf(await ask(name, card))).toContain("sees no such message");
    expect((await ask("Sara", { ...card, id: "1" })).refused).toEqual(unseen);
    expect((await ask("Sara", { place: "nowhere", id: card.id })).refused).toEqual(unseen);
  });
});

test("[V-07] on Discord whoever may manage threads reads a private thread without being in it", async () => {
  const stage = await openStage({ platform: "discord", store: "memory" });
  if (stage.local.kind !== "discord") throw new Error("This is no Discord.");
  await fileReport(stage);
  const card = stage
    .person("Sara")
    .messages()
    .find(({ text }) => text.includes("To be done"));
  stage.local.byHand.setEveryonePermissions((1n << 10n) | (1n << 34n));
  const visitor = await openVisitor("discord", {
    platforms: [stage.local],
    clock: stage.clock,
    afterMove: () => stage.settle(),
  });
  const asked = {
    platform: "discord",
    person: stage.person("Sara").id,
    place: card?.place ?? "",
    message: card?.id ?? "",
  };
  const { readers } = await visitor.read<Readership>(`/api/readers?${new URLSearchParams(asked).toString()}`);
  expect(readers.find(({ name }) => name === "Nils Orrby")).toMatchObject({ why: "Manage Threads", isIn: false });
  expect(readers.at(-1)).toMatchObject({ why: "thread member", isIn: true });
  await visitor.close();
  await stage.close();
});
