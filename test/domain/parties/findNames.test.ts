import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findMentions, findNames, isNamed } from "../../../src/domain/parties/findNames.ts";

const found = (text: string, ...names: readonly string[]) => [...findNames(text, names), ...findMentions(text)];

describe("a brief may name nobody", () => {
  test.each([
    ["the whole name", "It was Mona Wik who said so.", "Mona Wik", ["Mona", "Wik"]],
    ["the first name alone", "Then mona left.", "Mona Wik", ["Mona"]],
    ["the last name alone, in capitals", "WIK was there", "Mona Wik", ["Wik"]],
    ["with accents left out", "Asa Oberg", "Åsa Öberg", ["Åsa", "Öberg"]],
    ["with accents put in", "Åsa Öberg", "Asa Oberg", ["Asa", "Oberg"]],
    ["with accents written as two characters", "A\u030Asa", "Åsa", ["Åsa"]],
    ["with a soft hyphen from a copied text", "Mo\u00ADna left", "Mona", ["Mona"]],
    ["a letter that has no accent to leave out", "Soren and Lukasz", "Søren Łukasz", ["Søren", "Łukasz"]],
    ["a possessive", "Nils' coat, Monas bag, Mona's hat", "Nils Mona", ["Nils", "Mona"]],
    ["one half of a double name", "Then Britta came", "Anna-Britta Ek-Lund", ["Britta"]],
    ["an apostrophe in the name", "O'Brien said", "Pat O'Brien", ["Brien"]],
    ["an account name with a dot or an underscore", "wik wrote", "mona_wik", ["wik"]],
    ["between punctuation", "(Mona/Nils): “Wik”.", "Mona Wik", ["Mona", "Wik"]],
    ["across a line break", "by\nMona\nWik", "Mona Wik", ["Mona", "Wik"]],
    ["in an e-mail address", "mona.wik@kth.se wrote", "Mona Wik", ["Mona", "Wik"]],
    ["a name whose parts are both short", "Bo Ek was there", "Bo Ek", ["Bo Ek"]],
    ["a name in a script without spaces", "那天王伟来了", "王伟", ["王伟"]],
    ["a name that is one short word", "Then Jo came", "Jo", ["Jo"]],
  ] as const)("[K44] %s is found", (_, text, name, expected) => {
    expect(found(text, name)).toEqual(expected);
  });

  test.each([
    ["a Discord mention", "<@123456789012345678> said", "<@123456789012345678>"],
    ["a Discord mention of a member by nickname", "<@!123456789012345678>", "<@!123456789012345678>"],
    ["a Slack mention with a label", "<@U0123|mona>", "<@U0123|mona>"],
    ["a role", "<@&1234>", "<@&1234>"],
    ["an account name", "ask @mona.wik about it", "@mona.wik"],
  ] as const)("[K44] %s is found", (_, text, expected) => {
    expect(found(text, "Nobody Else")).toEqual([expected]);
  });

  test.each([
    ["a word that begins like a name", "annually, Annex", "Ann Li"],
    ["a word that ends like a name", "the marina", "Rina Ek"],
    ["a short part of a name alone", "de och Li", "Li de Boer"],
    ["the words Person A and Person B", "Person A says that Person B went on.", "Mona Wik"],
    ["an address sign between words", "2 kr @ styck", "Mona Wik"],
    ["an e-mail address of an office", "write to council@chapter.example", "Mona Wik"],
    ["an empty name", "anything at all", ""],
    ["a name of spaces", "anything at all", "   "],
  ] as const)("[K44] %s is not", (_, text, name) => {
    expect(found(text, name)).toEqual([]);
  });

  test("[K44] a description instead of a name does not forbid its everyday words", () => {
    const brief = "Person A was at the bar with friends. The red light was on; they left with that.";
    expect(found(brief, "The guy with the red jacket at the bar")).toEqual([]);
    expect(found(brief, "that tall person from the party")).toEqual([]);
    expect(found(brief, "The bartender")).toEqual([]);
    expect(found("Then the bartender laughed.", "the bartender")).toEqual(["bartender"]);
    expect(found("Kalle was there", "Kalle who works at the bar")).toEqual(["Kalle"]);
    expect(found("It happened in Stockholm", "somebody from Stockholm, I think")).toEqual(["Stockholm"]);
  });

  test("[K44] everything is named once, however often it stands there", () => {
    expect(found("Mona, mona, MONA and <@1> <@1>", "Mona Wik", "Mona Ek")).toEqual(["Mona", "<@1>"]);
  });
});

test("[K44] a name of at least three letters is found wherever it stands as a word, in any case", () => {
  const name = fc.stringMatching(/^[A-ZÅÄÖ][a-zåäöéü]{2,12}$/);
  const words = fc.array(fc.constantFrom("then", "person", "A", "12", "—", "ö"), { maxLength: 6 });
  fc.assert(
    fc.property(name, words, words, (who, before, after) => {
      for (const written of [who, who.toUpperCase(), who.toLowerCase(), who.normalize("NFD")])
        expect(found([...before, written, ...after].join(" "), `${who} Zzyzx`)).toEqual([who]);
    }),
    { numRuns: 100 },
  );
});

describe("[K38] that somebody is named", () => {
  test.each([
    ["in whole", "the officer SARA LIND", "Sara Lind", true],
    ["last name first", "Lind, Sara", "Sara Lind", true],
    ["in a possessive", "Sara Linds friend", "Sara Lind", true],
    ["in part only, is not enough", "a friend of Sara", "Sara Lind", false],
    ["in a script without spaces", "那天王伟来了", "王伟", true],
    ["is never so of a name without letters", "?", "?", false],
  ] as const)("%s", (_, text, name, expected) => {
    expect(isNamed(text, name)).toBe(expected);
  });
});
