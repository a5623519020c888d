import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { PartyRole } from "../../../src/domain/case/party.ts";
import { findPartyInBody, passingWitnesses, receiversOf, routeReport } from "../../../src/domain/parties/receivers.ts";
import type { Routing } from "../../../src/domain/parties/receivers.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { board, kth, kthWith, officers, roster } from "../../fakes/kth.ts";

const route = (filer: string, about: readonly string[], chosen?: string, holders: Roster = roster) =>
  routeReport(kth, holders, [filer], about, chosen);

function routed(...given: Parameters<typeof route>): Routing {
  const routing = route(...given);
  if (isRefusal(routing)) throw new Error(`refused: ${routing.refused}`);
  return routing;
}

const pair = "president+vice";

describe("who receives a report", () => {
  test("[K07] all safety officers, and nobody of the board", () => {
    expect(routed("m1", ["m2"])).toEqual({ receivers: officers, keptOut: [], alternatives: [], clause: "5.1" });
    expect(receiversOf(kth, roster)).toEqual(officers);
  });

  test("[K07] a report about nobody that is known goes to all of them", () => {
    expect(routed("m1", []).receivers).toEqual(officers);
  });

  test("[K07] what the filer chose counts only where the report is about a receiver", () => {
    expect(routed("m1", ["m2"], "s2").receivers).toEqual(officers);
  });

  test("[K26] an officer who files is no receiver of the own report", () => {
    expect(routed("s3", ["m2"])).toMatchObject({ receivers: ["s1", "s2"], keptOut: ["s3"] });
  });

  test("[K38] about an officer: another one whom the filer chooses, or president and vice-president together", () => {
    const routing = routed("m1", ["s1"]);
    expect(routing.alternatives.map(({ key }) => key)).toEqual(["s2", "s3", pair]);
    expect(routing).toMatchObject({ receivers: ["s2"], keptOut: ["s1", "s3"] });
    expect(routed("m1", ["s1"], "s3")).toMatchObject({ receivers: ["s3"], keptOut: ["s1", "s2"] });
    expect(routed("m1", ["s1"], pair)).toMatchObject({ receivers: ["president", "vice"], keptOut: officers });
  });

  test("[K38] the officer it is about cannot be chosen, nor can somebody who receives nothing", () => {
    for (const chosen of ["s1", "b3", "m1", ""]) expect(routed("m1", ["s1"], chosen).receivers).toEqual(["s2"]);
  });

  test("[K38] where one of a pair is concerned the pair is no way out", () => {
    expect(routed("m1", ["s1", "vice"]).alternatives.map(({ key }) => key)).toEqual(["s2", "s3"]);
    expect(routed("president", ["s1"]).alternatives.map(({ key }) => key)).toEqual(["s2", "s3"]);
  });

  test("[K38] about all officers it goes to president and vice-president", () => {
    expect(routed("m1", officers)).toMatchObject({ receivers: ["president", "vice"], keptOut: officers });
  });

  test("[K38] about all officers and the president nobody here can receive it, and that is said with the clause", () => {
    expect(route("m1", [...officers, "president"])).toEqual({ refused: "nobody-to-receive", clause: "5.1" });
  });

  test("[A27] what the only receiver files goes where a report about them would go", () => {
    const alone = { ...roster, safety_officer: ["s1"] };
    expect(routed("s1", ["m2"], undefined, alone)).toMatchObject({ receivers: ["president", "vice"], keptOut: ["s1"] });
    expect(route("s1", ["vice"], undefined, alone)).toEqual({ refused: "nobody-to-receive", clause: "5.1" });
  });

  test("[K07] without any officer in office nobody receives, and it is not lost silently", () => {
    expect(route("m1", ["m2"], undefined, { ...roster, safety_officer: [] })).toMatchObject({
      refused: "nobody-to-receive",
    });
  });
});

test("[K38][K26] no report is ever without a reader, and none reaches its filer or whom it is about", () => {
  const everybody = [...officers, ...board, "m1", "m2"];
  fc.assert(
    fc.property(
      fc.constantFrom(...everybody),
      fc.subarray(everybody),
      fc.option(fc.constantFrom(...everybody, pair), { nil: undefined }),
      fc.subarray([...officers]),
      (filer, about, chosen, inOffice) => {
        const routing = route(filer, about, chosen, { ...roster, safety_officer: inOffice });
        fc.pre(!isRefusal(routing));
        if (isRefusal(routing)) return;
        expect(routing.receivers.length).toBeGreaterThan(0);
        expect(routing.receivers.filter((person) => person === filer || about.includes(person))).toEqual([]);
        expect(routing.receivers.filter((person) => routing.keptOut.includes(person))).toEqual([]);
        const ofOffice = [...routing.receivers, ...routing.keptOut].filter((person) => inOffice.includes(person));
        expect(ofOffice.toSorted()).toEqual(inOffice.toSorted());
      },
    ),
    { numRuns: 300 },
  );
});

const as = (role: PartyRole) => (person: string) => ({ role, person });

describe("a party in the deciding body", () => {
  test.each([
    ["[K26][K10] a member of the board", ["m1", "b4"], "board"],
    ["[K26] the president", ["president"], "board"],
    ["[K26] a safety officer", ["m1", "s3"], "council"],
    ["[K26] nobody of either", ["m1", "m2", "t1", "a1"], undefined],
    ["[K26] both: the first that the rulebook names", ["s1", "b3"], "board"],
  ] as const)("%s", (_, parties, body) => {
    expect(findPartyInBody(kth, roster, parties.map(as("complainant")))).toBe(body);
    expect(findPartyInBody(kth, roster, parties.map(as("respondent")))).toBe(body);
  });

  test("[K26] of those to whom it happened, and of witnesses, only where the rulebook has them count", () => {
    const others = ["affected", "witness"] as const;
    for (const role of others) expect(findPartyInBody(kth, roster, [as(role)("b4")])).toBeUndefined();
    const wider = kthWith("roles: [complainant, respondent]", "roles: [affected, witness]");
    for (const role of others) expect(findPartyInBody(wider, roster, [as(role)("b4")])).toBe("board");
    expect(findPartyInBody(wider, roster, [as("respondent")("b4")])).toBeUndefined();
  });

  test("[K26] where the rulebook refers nothing elsewhere, nothing is", () => {
    const without = kthWith(
      `  party_in_body:
    clause: "4.1"
    bodies: [board, council]
    roles: [complainant, respondent]
    blocks: [board_decision]
    exit: refer_seo
    confirmed_by: remaining
`,
      "",
    );
    expect(findPartyInBody(without, roster, [as("respondent")("president")])).toBeUndefined();
  });
});

const office = (id: string) => ({ kind: "office", id }) as const;

describe("a report on a route with receivers of its own", () => {
  const own = { to: [office("auditor"), office("vice_president"), office("president")], clause: "6.7" } as const;
  const holders: Roster = { ...roster, auditor: ["a1", "a2"] };
  const onRoute = (filer: string, about: readonly string[]) =>
    routeReport(kth, holders, [filer], about, undefined, { ...own, to: [...own.to] });

  test.each([
    ["goes to the first of them, by its own clause", "m1", ["m2"], ["a1", "a2"], []],
    ["passes by all of those one of whom it is about, to the next", "m1", ["a2"], ["vice"], ["a1", "a2"]],
    ["passes by its author", "a1", ["vice"], ["president"], ["a1", "a2", "vice"]],
  ] as const)("[F117] %s", (_, filer, about, receivers, keptOut) => {
    expect(onRoute(filer, about)).toEqual({ receivers, keptOut, alternatives: [], clause: "6.7" });
  });

  test("[F117] where it is about all of them it goes as any report does", () => {
    expect(onRoute("m1", ["a1", "vice", "president"])).toMatchObject({ receivers: officers, clause: "5.1" });
  });
});

describe("receivers whom a report names as witnesses", () => {
  const usual = { receivers: ["s1", "s2", "s3"], keptOut: [], alternatives: [], clause: "5.1" };
  const uncounted = { ...kth, conflicts: { ...kth.conflicts, automatic: [] } };
  test.each([
    ["[K16] are passed by", kth, usual, ["s2"], ["s1", "s3"], ["s2"]],
    ["[K16] are passed by, each of them", kth, usual, ["s1", "s2"], ["s3"], ["s1", "s2"]],
    ["receive it where nobody else would be left", kth, usual, ["s1", "s2", "s3"], ["s1", "s2", "s3"], []],
    ["receive it where a witness has no conflict", uncounted, usual, ["s2"], ["s1", "s2", "s3"], []],
    [
      "receive it where the filer has chosen them",
      kth,
      { ...usual, receivers: ["s1"], alternatives: [{ key: "s1", people: ["s1"] }] },
      ["s1", "s2"],
      ["s1"],
      [],
    ],
    ["are nobody of whom it goes to none", kth, usual, ["b4"], ["s1", "s2", "s3"], []],
  ] as const)("%s", (_, rulebook, routing, witnesses, receivers, keptOut) => {
    expect(passingWitnesses(rulebook, routing, witnesses)).toMatchObject({ receivers, keptOut });
  });
});
