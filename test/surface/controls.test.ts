import { expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { renderCard } from "../../src/discord/render/renderCard.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { renderBlocks } from "../../src/slack/render/renderCard.ts";
import { controlId, fitted, limits, parseControlId } from "../../src/surface/card.ts";
import type { Control } from "../../src/surface/card.ts";
import { isByCode } from "../../src/surface/channelCode.ts";
import { actNames } from "../../src/surface/desk/desk.ts";
import { scenes } from "./scenes/everyScene.ts";
import { CODE } from "./scenes/scene.ts";
import { everyWords, id } from "./words.ts";
import type { Words } from "./words.ts";

/** Words that can be found again wherever they come to stand. */
const marked: Words = {
  called: "marked words",
  isPlain: false,
  name: "Zqxname",
  short: "zqxshort",
  long: "zqxlong",
  thing: "thing",
};

const cards = Object.values(scenes).flatMap((situations) =>
  Object.values(situations).flatMap((draw) =>
    [marked, ...everyWords.slice(0, 2)].flatMap((words) => draw(speechOf("en"), words) ?? []),
  ),
);
const controls = cards.flatMap((card) => card.rows.flat());
const ours = controls.filter((control): control is Exclude<Control, { kind: "link" }> => control.kind !== "link");

/** A random id, a page, keys of the rulebook and names of parts: nothing that anybody typed. */
const OPAQUE = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|home)$/;
const CHOICE = /^[a-z0-9_./-]*$/;
/** Clauses of the document, which anybody may read, and a page. */
const CLAUSES = /^[\w .,()|-]*$/;
/** What its author alone holds of an anonymous report or of joining accounts: it stands under a message that nobody else sees. */
const HELD = /^[A-Z0-9]{5}(-[A-Z0-9]{1,5})+$/;
const NUMBER = /^\d+$/;
const choices = [
  ["code.", CLAUSES],
  ["anonymous.", new RegExp(`${CHOICE.source}|${HELD.source}`)],
] as const;
const choiceOf = (act: string) => choices.find(([of]) => act.startsWith(of))?.[1] ?? CHOICE;

test("[V-14] what a control carries says what it does and names things by random ids, and nothing else", () => {
  expect(ours.length).toBeGreaterThan(500);
  const isNumbered = ({ act, ref }: (typeof ours)[number]) => act === "anonymous.read" && NUMBER.test(ref);
  const isOpaque = ({ act, ref }: (typeof ours)[number]) => OPAQUE.test(ref) || (isByCode(act) && HELD.test(ref));
  expect(ours.filter((control) => !isOpaque(control) && !isNumbered(control))).toEqual([]);
  expect(ours.filter(({ act, choice }) => !choiceOf(act).test(choice))).toEqual([]);
  const values = ours.flatMap((control) =>
    control.kind === "select" ? control.options.map(({ value }) => value) : [],
  );
  const carried = [...ours.map(controlId), ...values].join("\n").toLowerCase();
  for (const word of ["zqx", CODE]) expect(carried).not.toContain(word);
});

test("what a control carries is read back as it was, and fits", () => {
  for (const control of ours) {
    const { act, choice, ref } = control;
    expect(controlId(control).length).toBeLessThanOrEqual(limits.controlId);
    expect(parseControlId(controlId(control))).toEqual({ act, choice, ref });
  }
  for (const text of ["", "case.show", "case.show:", "link", "case.show:a:b:c"])
    expect(parseControlId(text)).toBeUndefined();
  expect(() => controlId({ act: "case.show", choice: "x".repeat(60), ref: id() })).toThrow(
    'The control "case.show" carries 107 characters; 100 fit.',
  );
});

test("on both platforms a control is named by what it carries", () => {
  const [card] = cards.filter(({ rows }) => rows.flat().length > 10);
  if (card === undefined) throw new Error("No card has many controls.");
  const [discord, slack] = [JSON.stringify(renderCard(card)), JSON.stringify(renderBlocks(card))];
  for (const control of card.rows.flat()) {
    if (control.kind === "link") continue;
    expect(discord).toContain(`"custom_id":"${controlId(control)}"`);
    expect(slack).toContain(`"action_id":"${controlId(control)}"`);
  }
});

test("every control does something, and everything there is to do stands behind a control or a command", () => {
  const pressed = new Set(ours.map(({ act }) => act));
  expect([...pressed].filter((act) => !actNames.includes(act))).toEqual([]);
  const typed = new Set(
    commands.flatMap(({ subcommands, onMessage }) => [...subcommands.map(({ act }) => act), onMessage?.act ?? "home"]),
  );
  expect([...typed].filter((act) => !actNames.includes(act))).toEqual([]);
  expect(actNames.filter((act) => !pressed.has(act) && !typed.has(act))).toEqual([]);
});

test("what stands behind a button of a case can also be typed, where buttons are out of reach", () => {
  const typed = commands.flatMap(({ subcommands }) => subcommands.map(({ act }) => act));
  const pressed = [...new Set(ours.map(({ act }) => act))].filter((act) => /^(case|vote)\./.test(act));
  // Declaring that there is no conflict follows from reading the brief, from being about to decide, or from taking a case over by
  // `/case take`, and only there.
  expect(pressed.filter((act) => !typed.includes(act))).toEqual(["case.clear", "case.succeed"]);
});

test("a label that does not fit is shortened where it may be, and no emoji is cut in two", () => {
  expect(fitted("Sara Lind", 75)).toBe("Sara Lind");
  expect(fitted("a".repeat(76), 75)).toBe(`${"a".repeat(74)}…`);
  expect(fitted("👩".repeat(40), 75).isWellFormed()).toBe(true);
  expect(fitted(`a${"👩".repeat(40)}`, 75).isWellFormed()).toBe(true);
});
