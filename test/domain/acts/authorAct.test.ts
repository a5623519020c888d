import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { caseOf, complainant, filed, received } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

const roster = { safety_officer: ["sara", "omar"] };
const setting = (isAnonymous: boolean) => ({
  rulebook: kth,
  roster,
  current: caseOf(received({ isAnonymous, handlers: ["sara", "omar"] })),
  parties: ["holder"],
  names: [""],
  at: filed,
});
const officer = (isAnonymous: boolean) => ({
  ...setting(isAnonymous),
  viewer: { kind: "handler", person: "sara" } as const,
  caller: "sara",
});
const author = (isAnonymous: boolean) => ({
  ...setting(isAnonymous),
  viewer: { kind: "party", person: "holder", party: complainant } as const,
  caller: "holder",
});

describe("whoever reported without a name", () => {
  test("is written to by the officers, where they look for it", () => {
    const entries = decideAct(officer(true), { kind: "ask-author", statement: "s" }, () => "n");
    expect(entries).toEqual([
      {
        kind: "notice-sent",
        notice: "n",
        to: { kind: "party", party: complainant.party, role: "complainant" },
        subject: { kind: "question", statement: "s" },
      },
    ]);
  });

  test("writes at any time while the case is open, and the officers are told", () => {
    const entries = decideAct(author(true), { kind: "answer", statement: "s" }, () => "n");
    expect(entries).toMatchObject([
      { kind: "answered", statement: "s" },
      { kind: "notice-sent", to: { kind: "room", purpose: "officers" } },
    ]);
  });

  test("cannot be written to so where the name is known, and whoever gave it answers what was asked alone", () => {
    expect(decideAct(officer(false), { kind: "ask-author", statement: "s" }, () => "n")).toMatchObject({
      refused: "author-known",
    });
    expect(decideAct(author(false), { kind: "answer", statement: "s" }, () => "n")).toMatchObject({
      refused: "nothing-due",
    });
  });
});
