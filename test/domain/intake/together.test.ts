import { describe, expect, test } from "vitest";

import { closedStageOf } from "../../../src/domain/case/conclude.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import { answerTogether } from "../../../src/domain/intake/joining.ts";
import { isSpokenFor, spokespersonOf, unanswered } from "../../../src/domain/intake/together.ts";
import { caseOf, complainant, concluded, goOn, received, respondent } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

const named = (party: string): PartyEntry => ({ party, role: "complainant", hasAccount: true });
const [kim, lo, ana] = [named("party-kim"), named("party-lo"), named("party-ana")];
const together = { spokesperson: kim.party, members: [kim, lo, ana] };
const filed = caseOf(received({ together }));
const answers = (party: string, isJoining: boolean) => ({ kind: "joining-answered", party, isJoining }) as const;
const names = (entries: readonly PartyEntry[]) => entries.map(({ party }) => party);

describe("[F139] nobody who was named as reporting something together is a party before they confirmed it", () => {
  test("at first it is the author's alone, and all confirmations are open", () => {
    expect(filed.parties).toEqual([complainant, respondent]);
    expect(names(unanswered(filed))).toEqual(["party-kim", "party-lo", "party-ana"]);
  });

  test("of four with one spokesperson three have confirmed: one confirmation is open, and that person is no party", () => {
    const current = goOn(filed, answers("party-kim", true), answers("party-lo", true));
    expect(names(current.parties)).toEqual(["party-a", "party-b", "party-kim", "party-lo"]);
    expect(names(unanswered(current))).toEqual(["party-ana"]);
  });

  test("whoever declines is out, may change their mind, and may leave later", () => {
    const declined = goOn(filed, answers("party-lo", false));
    expect(names(unanswered(declined))).toEqual(["party-kim", "party-ana"]);
    expect(names(declined.parties)).not.toContain("party-lo");
    const joined = goOn(declined, answers("party-lo", true));
    expect(names(joined.parties)).toContain("party-lo");
    expect(joined.together?.declined).toEqual([]);
    expect(names(goOn(joined, answers("party-lo", false)).parties)).not.toContain("party-lo");
  });

  test.each([
    ["somebody who was named confirms", "party-kim", true, "joining-answered"],
    ["somebody who was named declines", "party-kim", false, "joining-answered"],
    ["whoever reported it cannot leave it so", "party-a", false, "nothing-due"],
    ["nor anybody else", "party-b", true, "nothing-due"],
  ] as const)("%s", (_, party, isJoining, what) => {
    const answered = answerTogether(kth, filed, party, isJoining);
    expect("refused" in answered ? answered.refused : answered[0]?.kind).toBe(what);
  });

  test("a second answer of the same changes nothing, and once the case is closed there is none", () => {
    const joined = goOn(filed, answers("party-kim", true));
    expect(answerTogether(kth, joined, "party-kim", true)).toEqual({ refused: "already-done" });
    const closed = goOn(filed, concluded("contact", "ended", closedStageOf(kth, filed)));
    expect(answerTogether(kth, closed, "party-kim", true)).toMatchObject({ refused: "already-decided" });
  });
});

describe("[F139] one of those who report together speaks for all", () => {
  test("the author does until whoever was named for it has confirmed, and again when that person leaves", () => {
    expect(spokespersonOf(filed)).toBe("party-a");
    const joined = goOn(filed, answers("party-kim", true));
    expect(spokespersonOf(joined)).toBe("party-kim");
    expect(isSpokenFor(joined, complainant)).toBe(true);
    expect(isSpokenFor(joined, kim)).toBe(false);
    expect(isSpokenFor(joined, respondent)).toBe(false);
    expect(spokespersonOf(goOn(joined, answers("party-kim", false)))).toBe("party-a");
  });

  test("nobody does where nobody was named for it, and everybody speaks for themselves", () => {
    const current = caseOf(received({ together: { spokesperson: undefined, members: [kim] } }));
    expect(spokespersonOf(current)).toBeUndefined();
    expect(isSpokenFor(current, complainant)).toBe(false);
  });
});
