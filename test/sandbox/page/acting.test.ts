import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Piece } from "../../../src/sandbox/page/draw/piece.ts";
import type { Overview, Screen } from "../../../src/sandbox/page/wire.ts";
import { openStage } from "../../journeys/stage.ts";
import type { PlatformKind, Stage } from "../../journeys/stage.ts";
import { openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

let stage: Stage;
let visitor: Visitor;

async function open(platform: PlatformKind): Promise<void> {
  stage = await openStage({ platform, store: "memory" });
  visitor = await openVisitor(platform, {
    platforms: [stage.local],
    clock: stage.clock,
    afterMove: () => stage.settle(),
    zone: "Europe/Stockholm",
    describe: (_, id) => (id === stage.person("Sara").id ? "safety officer" : undefined),
    shortcuts: [{ id: "report", label: "File a report" }],
  });
}
afterEach(async () => {
  await visitor.close();
  await stage.close();
});

const flat = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece) => (piece.kind === "box" ? flat(piece.pieces) : [piece]));
const controlsOf = (screen: Screen) =>
  screen.messages.flatMap(({ id, pieces }) =>
    flat(pieces).flatMap((piece) =>
      piece.kind === "controls" ? piece.controls.map((control) => ({ on: id, control })) : [],
    ),
  );
const wordsOf = (pieces: readonly Piece[]) =>
  flat(pieces)
    .flatMap((piece) => ("runs" in piece ? [piece.runs.map(({ text }) => text).join("")] : []))
    .join("\n");
const button = (screen: Screen, label: string) => {
  const found = controlsOf(screen).findLast(({ control }) => control.kind === "button" && control.label === label);
  if (found === undefined) throw new Error(`No button ${label}.`);
  return { kind: "press", message: found.on, control: found.control.id } as const;
};

const placeNamed = (screen: Screen, name: string) => screen.places.find((place) => place.name.includes(name))?.id ?? "";

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  let mona: string;
  let general: string;
  beforeEach(async () => {
    await open(platform);
    mona = stage.person("Mona").id;
    general = placeNamed(await visitor.screen(mona), "general");
  });

  test("the page tells who is there", async () => {
    const overview = await visitor.read<Overview>("/api/page");
    expect(overview).toMatchObject({ organisation: "The chapter", zone: "Europe/Stockholm" });
    const [only] = overview.platforms;
    expect(only?.kind).toBe(platform);
    expect(only?.people).toContainEqual({ id: mona, name: "Mona Wik", language: "en" });
    expect(only?.people).toContainEqual({
      id: stage.person("Sara").id,
      name: "Sara Lind",
      language: "en",
      about: "safety officer",
    });
    expect(only?.shortcuts).toHaveLength(platform === "slack" ? 1 : 0);
  });

  test("a form is opened by a command, keeps its order, and is dismissed", async () => {
    expect(await visitor.act(mona, { kind: "type", place: general, line: "/report" })).toBeUndefined();
    const { form } = await visitor.screen(mona, general);
    expect(form?.title).toBe("Report, page 1/2");
    expect(form?.pieces.map((piece) => (piece.kind === "field" ? piece.id : piece.kind))).toEqual([
      "paragraph",
      "what",
      "relation",
      "about_receiver",
      "who",
    ]);
    expect(form?.fields.map(({ kind }) => kind)).toEqual(["long-text", "choice", "choice", "people"]);
    await visitor.act(mona, { kind: "dismiss", form: form?.id ?? "" });
    expect((await visitor.screen(mona, general)).form).toBeUndefined();
  });

  test("a form that is closed already is not sent", async () => {
    const sentence = await visitor.act(mona, { kind: "submit", form: "gone", values: {} });
    expect(sentence).toBe("This form is not open any more.");
  });

  test("what the platform refuses is told in its own sentence", async () => {
    expect(await visitor.act(mona, { kind: "type", place: general, line: "/nonsense" })).toContain("/nonsense");
    await visitor.act(mona, { kind: "type", place: general, line: "/report" });
    const { form } = await visitor.screen(mona, general);
    const values = { what: "", relation: "affected", about_receiver: "nobody", who: [] };
    const sentence = await visitor.act(mona, { kind: "submit", form: form?.id ?? "", values });
    expect(sentence).toMatch(/What happened\?.*required/);
  });

  test("a place nobody can see is refused, and shown as no place", async () => {
    expect(await visitor.act(mona, { kind: "type", place: "12345", line: "hello" })).toContain("12345");
    expect((await visitor.screen(mona, "12345")).place).toBeUndefined();
  });

  test("an unknown person and a platform that is not there are not found", async () => {
    expect(
      (await visitor.send("/api/act", { platform, person: "nobody", act: { kind: "put-away-failures" } })).status,
    ).toBe(404);
    const other = platform === "discord" ? "slack" : "discord";
    expect(
      (await visitor.send("/api/suggestions", { platform: other, person: mona, place: "x", line: "/" })).status,
    ).toBe(404);
    expect(await visitor.read("/api/screen?platform=msn&person=x")).toHaveProperty("refused");
  });

  test("what others write is unread until it is looked at; one's own words never are", async () => {
    const sara = stage.person("Sara").id;
    await visitor.act(mona, { kind: "type", place: general, line: "Hello *all*" });
    const unread = (screen: Screen) => screen.places.find(({ id }) => id === general)?.unread;
    expect(unread(await visitor.screen(sara, "elsewhere"))).toBe(1);
    expect(unread(await visitor.screen(mona, "elsewhere"))).toBe(0);
    const looked = await visitor.screen(sara, general);
    expect(wordsOf(looked.messages.at(-1)?.pieces ?? [])).toBe("Hello all");
    expect(unread(await visitor.screen(sara, "elsewhere"))).toBe(0);
  });

  test("who names no place stands before the first", async () => {
    const [first] = (await visitor.screen(mona, "elsewhere")).places;
    const { place, messages } = await visitor.screen(mona);
    expect(place).toBe(first?.id);
    expect(messages).toEqual((await visitor.screen(mona, place)).messages);
  });

  test("a report is filed, arrives unread in the officer's room, and is taken by a button where it stands", async () => {
    await visitor.act(mona, { kind: "type", place: general, line: "/report" });
    const first = (await visitor.screen(mona, general)).form;
    const values = {
      what: "He went on",
      relation: "affected",
      about_receiver: "nobody",
      who: [stage.person("Nils").id],
    };
    expect(await visitor.act(mona, { kind: "submit", form: first?.id ?? "", values })).toBeUndefined();
    if (platform === "discord") await visitor.act(mona, button(await visitor.screen(mona, general), "Continue"));
    const second = (await visitor.screen(mona, general)).form;
    expect(second?.title).toBe("Report, page 2/2");
    await visitor.act(mona, { kind: "submit", form: second?.id ?? "", values: {} });
    const preview = await visitor.screen(mona, general);
    const formControls = (preview.form?.pieces ?? []).flatMap((piece) =>
      piece.kind === "controls" ? piece.controls : [],
    );
    const onForm = formControls.find((control) => control.kind === "button" && control.label === "Send the report");
    const send =
      onForm === undefined
        ? button(preview, "Send the report")
        : ({ kind: "press", message: preview.form?.id ?? "", control: onForm.id } as const);
    await visitor.act(mona, send);
    await stage.settle();

    const sara = stage.person("Sara").id;
    const before = await visitor.screen(sara, general);
    const room = before.places.find(({ name }) => name.startsWith("case-"));
    expect(room?.unread).toBeGreaterThan(0);
    const seen = await visitor.screen(sara, room?.id ?? "");
    const card = seen.messages.find(({ author }) => author.isBot && !author.name.includes("Lind"));
    expect(card?.isPrivate).toBe(false);
    expect(await visitor.act(sara, button(seen, "Take the case"))).toBeUndefined();
    const after = await visitor.screen(sara, room?.id ?? "");
    expect(after.messages.at(-1)).toMatchObject({ isPrivate: true });
    expect(wordsOf(after.messages.at(-1)?.pieces ?? [])).toContain("You lead this case now.");
  });

  test("a private message is shown until it is put away; one that others see too stays", async () => {
    await visitor.act(mona, { kind: "type", place: general, line: "Hello everybody" });
    await visitor.act(mona, { kind: "type", place: general, line: "/mycase" });
    const { messages } = await visitor.screen(mona, general);
    expect(messages.map(({ isPrivate }) => isPrivate)).toEqual([false, true]);
    for (const { id } of messages) {
      // oxlint-disable-next-line no-await-in-loop
      await visitor.act(mona, { kind: "put-away", message: id });
    }
    expect((await visitor.screen(mona, general)).messages).toEqual(messages.slice(0, 1));
  });

  test("what failed is shown until it is put away", async () => {
    await stage.redress.close();
    const acting = visitor.act(mona, { kind: "type", place: general, line: "/mycase" });
    await expect
      .poll(() => {
        stage.clock.advance(4000);
        return stage.local.person(mona).failures().length;
      })
      .toBe(1);
    await acting;
    expect((await visitor.screen(mona, general)).failures).toEqual(stage.local.person(mona).failures());
    await visitor.act(mona, { kind: "put-away-failures" });
    expect((await visitor.screen(mona, general)).failures).toEqual([]);
    await stage.restart();
  });
});

test("Discord's commands are offered with their options, in the person's language", async () => {
  await open("discord");
  const sara = stage.person("Sara").id;
  const general = placeNamed(await visitor.screen(sara), "general");
  const { commands } = await visitor.screen(sara, general);
  const conclude = commands.find(({ line }) => line === "/case conclude");
  expect(conclude?.options.map(({ name, required }) => [name, required])).toEqual([
    ["code", true],
    ["outcome", true],
  ]);
  const lo = await visitor.screen(stage.person("Lo").id, general);
  expect(lo.commands.find(({ line }) => line === "/case show")?.options[0]?.description).toBe("Ärendets kodnamn");
  const { body } = await visitor.send("/api/suggestions", {
    platform: "discord",
    person: sara,
    place: general,
    line: "/case delivered to:",
  });
  expect(body).toHaveProperty("options");
});

test("Slack's home is drawn when it is visited, and its shortcut opens a form", async () => {
  await open("slack");
  const mona = stage.person("Mona").id;
  expect((await visitor.screen(mona, "home")).messages).toEqual([]);
  await visitor.act(mona, { kind: "visit", place: "home" });
  const home = await visitor.screen(mona, "home");
  expect(controlsOf(home).map(({ control }) => (control.kind === "button" ? control.label : ""))).toContain(
    "File a report",
  );
  expect(controlsOf(home).some(({ control }) => control.url !== undefined)).toBe(true);
  await visitor.act(mona, { kind: "shortcut", shortcut: "report" });
  expect((await visitor.screen(mona, "home")).form?.title).toBe("Report, page 1/2");
});
