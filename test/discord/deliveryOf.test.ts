import { expect, test } from "vitest";

import { deliveryOf } from "../../src/discord/deliveryOf.ts";
import { chosen, completing, pressed, sent, typed } from "./interactions.ts";

const common = {
  key: "discord:600000000000000001",
  platform: "discord",
  caller: { platform: "discord", id: "700000000000000041", name: "Mona Wik", locale: "en-GB" },
};

test("a command is its words, and its options by name", () => {
  expect(deliveryOf(typed("report"))).toEqual({ ...common, kind: "command", words: ["report"], options: {} });
  const given = [
    { name: "code", value: "quiet-harbour-41" },
    { name: "outcome", value: "violation" },
  ];
  expect(deliveryOf(typed("case", "conclude", given))).toEqual({
    ...common,
    kind: "command",
    words: ["case", "conclude"],
    options: { code: "quiet-harbour-41", outcome: "violation" },
  });
});

test("a command that is being typed is what has been typed of the option that is in hand", () => {
  const given = [
    { name: "code", value: "quiet-harbour-41" },
    { name: "outcome", value: "viol", focused: true },
  ];
  expect(deliveryOf(completing("case", "conclude", given))).toEqual({
    ...common,
    kind: "complete",
    words: ["case", "conclude"],
    option: "outcome",
    typed: "viol",
  });
});

test("a press is what the button carries, a choice also what was chosen; a button of another bot is nothing", () => {
  expect(deliveryOf(pressed("case.conclude:violation:id-1"))).toEqual({
    ...common,
    kind: "press",
    act: "case.conclude",
    choice: "violation",
    ref: "id-1",
    values: [],
  });
  expect(deliveryOf(chosen("report.to::id-1", ["2"]))).toMatchObject({ act: "report.to", choice: "", values: ["2"] });
  expect(deliveryOf(pressed("ticket_close_17"))).toBeUndefined();
});

test("a form that was sent is what stands in its fields, and the accounts that were chosen with their names", () => {
  const fields = [
    { type: 4, id: 1, custom_id: "what", value: "He went on.\nTwice." },
    { type: 4, id: 2, custom_id: "where", value: "" },
    { type: 3, id: 3, custom_id: "relation", values: ["affected"] },
    { type: 3, id: 4, custom_id: "rule", values: ["boundaries", "offence"] },
    { type: 3, id: 5, custom_id: "none", values: [] },
    { type: 5, id: 6, custom_id: "who", values: ["700000000000000042"] },
  ];
  const nils = { id: "700000000000000042", username: "nils", global_name: null, discriminator: "0", avatar: null };
  const submitted = sent("form:report//1:id-1", fields, { users: { [nils.id]: nils } });
  expect(deliveryOf(submitted)).toEqual({
    ...common,
    kind: "submit",
    form: "report//1",
    ref: "id-1",
    values: {
      what: "He went on.\nTwice.",
      where: "",
      relation: "affected",
      rule: ["boundaries", "offence"],
      none: [],
      who: ["discord:700000000000000042"],
    },
    people: {
      "discord:700000000000000042": { platform: "discord", id: nils.id, name: "nils", locale: "en" },
    },
  });
  expect(deliveryOf(sent("another form", []))).toBeUndefined();
});

test("[V-05] somebody who was chosen has the name that is used on this server, so that no brief names them by it", () => {
  const nils = { id: "700000000000000042", username: "dragon", global_name: "x", discriminator: "0", avatar: null };
  const fields = [{ type: 5, id: 6, custom_id: "who", values: [nils.id] }];
  const member = { nick: "Nils Orrby", roles: [], joined_at: "2026-01-01T09:00:00Z", permissions: "0", flags: 0 };
  const submitted = sent("form:report//1:id-1", fields, {
    users: { [nils.id]: nils },
    members: { [nils.id]: member },
  });
  expect(deliveryOf(submitted)).toMatchObject({ people: { [`discord:${nils.id}`]: { name: "Nils Orrby" } } });
});
