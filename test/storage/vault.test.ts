import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { blindIndex, openKeyring, seal, unseal } from "../../src/storage/vault.ts";

const key = randomBytes(32);
const context = "statement|1";
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

const lengthOf = (text: string) => seal(key, context, Buffer.from(text)).length;

describe("sealed words", () => {
  test("open as they were, whatever they are", () => {
    fc.assert(
      fc.property(bytes, fc.string(), (plain, where) => unseal(key, where, seal(key, where, plain)).equals(plain)),
    );
  });

  test("[V-10] are sealed in another way each time, and nothing of them shows", () => {
    const boxes = Array.from({ length: 600 }, () => seal(key, context, Buffer.from("he kept asking")));
    expect(new Set(boxes.map((box) => box.subarray(1, 13).toString("hex"))).size).toBe(boxes.length);
    expect(new Set(boxes.map((box) => box.toString("hex"))).size).toBe(boxes.length);
    expect(boxes.filter((box) => box.includes("asking"))).toEqual([]);
  });

  test("[V-10] do not show by their length how short they are", () => {
    expect(new Set(["", "no", "yes", "in-favour", "against", "abstain", "x".repeat(60)].map(lengthOf)).size).toBe(1);
    expect(lengthOf("x".repeat(61))).toBe(lengthOf("x") + 64);
  });

  const box = seal(key, context, Buffer.from("he kept asking"));
  test.each([
    ["the format", 0],
    ["the initialisation vector", 1],
    ["the last byte of it", 12],
    ["the tag", 13],
    ["the last byte of the tag", 28],
    ["the words", 29],
    ["the last byte", box.length - 1],
  ])("do not open when %s was changed", (_, index) => {
    const changed = Buffer.from(box);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(() => unseal(key, context, changed)).toThrow(
      index === 0 ? "Sealed bytes of format 0; 1 was expected." : /./,
    );
  });

  test("do not open cut short, with something added, or empty", () => {
    for (const length of [0, 1, 12, 13, 28, 29, box.length - 1])
      expect(() => unseal(key, context, box.subarray(0, length))).toThrow(/./);
    expect(() => unseal(key, context, Buffer.concat([box, Buffer.alloc(1)]))).toThrow(/./);
  });

  test("do not open with another key, or in another place than they were sealed for", () => {
    expect(() => unseal(randomBytes(32), context, box)).toThrow(/./);
    expect(() => unseal(key, "statement|2", box)).toThrow(/./);
    expect(() => unseal(key, "", box)).toThrow(/./);
  });
});

describe("what rows are found by", () => {
  test("is the same for the same value, however its letters are put together", () => {
    expect(blindIndex(key, "discord", "Åsa")).toEqual(blindIndex(key, "discord", "A\u030Asa"));
  });

  test("[V-10] is another for another value, field or key, and does not run them together", () => {
    const found = [
      blindIndex(key, "discord", "123"),
      blindIndex(key, "discord", "124"),
      blindIndex(key, "slack", "123"),
      blindIndex(key, "discord1", "23"),
      blindIndex(randomBytes(32), "discord", "123"),
    ].map((each) => each.toString("hex"));
    expect(new Set(found).size).toBe(found.length);
  });
});

const spec = (name: string, fill: number) => `${name}:${Buffer.alloc(32, fill).toString("base64")}`;

describe("the keys that are not in the database", () => {
  const both = `${spec("new", 2)}, ${spec("old", 1)}`;

  test("seal with the first of them and open with all", () => {
    const old = openKeyring(spec("old", 1)).newKey("case-1");
    const ring = openKeyring(both);
    expect(ring.primary).toBe("new");
    expect(ring.newKey("case-1").kek).toBe("new");
    expect(ring.unwrap("case-1", old)).toEqual(old.key);
  });

  test("[V-10] give each case a key of its own, which opens for no other", () => {
    const ring = openKeyring(both);
    const [one, other] = [ring.newKey("case-1"), ring.newKey("case-1")];
    expect(one.key.equals(other.key)).toBe(false);
    expect(Buffer.from(one.wrapped).includes(one.key)).toBe(false);
    expect(() => ring.unwrap("case-2", one)).toThrow(/is not the one of this name/);
  });

  test("[E-19] say which key is missing and which are there", () => {
    const old = openKeyring(spec("old", 1)).newKey("case-1");
    expect(() => openKeyring(spec("new", 2)).unwrap("case-1", old)).toThrow(
      'The database was sealed with the key "old", which is not configured; configured: new. Add it to REDRESS_KEYS, or bring back the key file that was made with this database.',
    );
  });

  test("[E-19] say when a key of the right name is another one", () => {
    const sealed = openKeyring(spec("old", 1)).newKey("case-1");
    expect(() => openKeyring(spec("old", 9)).unwrap("case-1", sealed)).toThrow(
      'The key "old" is not the one of this name that the database was sealed with. Bring back the key file, or the REDRESS_KEYS, that was made with this database.',
    );
  });

  test.each([
    ["nothing", ""],
    ["no name", Buffer.alloc(32).toString("base64")],
    ["an empty name", `:${Buffer.alloc(32).toString("base64")}`],
    ["a short key", `a:${Buffer.alloc(31).toString("base64")}`],
    ["a long key", `a:${Buffer.alloc(33).toString("base64")}`],
    ["one good and one that is none", `${spec("good", 1)},bad`],
  ])("are refused when there is %s, without the key being told", (_, given) => {
    const secret = Buffer.alloc(32).toString("base64");
    expect(() => openKeyring(given)).toThrow(
      /^A key is "name:base64" with 32 bytes; one that was given has \d+ bytes\.$/,
    );
    expect(() => openKeyring(given)).not.toThrow(secret);
  });
});
