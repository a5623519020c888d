import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { apartFollows, offersApart } from "../../../src/domain/acts/apartAct.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { apartSince, mayAskAcross } from "../../../src/domain/case/apart.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { ownersOf } from "../../../src/domain/deadlines/owners.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  at,
  caseOf,
  complainant,
  concluded,
  goOn,
  ids,
  noticeSent,
  received,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";

const text = readFileSync("src/rulebooks/fxsu.yaml", "utf8");
const fxsu = rulebookOf(text);
const always = rulebookOf(text.replace("relay_questions: true", "relay_questions: always"));
const never = rulebookOf(text.replace("relay_questions: true", "relay_questions: false"));
const roster = { chief_executive: ["helen"], head: ["martin"] };

const other: PartyEntry = { party: "party-c", role: "respondent", hasAccount: true };
const unreached: PartyEntry = { party: "party-c", role: "respondent", hasAccount: false };
const witness: PartyEntry = { party: "party-w", role: "witness", hasAccount: true };
const people: Readonly<Record<string, string>> = { mona: "party-a", nils: "party-b", olga: "party-c", lo: "party-w" };

const report = (parties = [complainant, respondent], changed = {}) =>
  received({ procedure: "complaint", startsAt: "assess", handlers: ["helen", "martin"], parties, ...changed });
const told = (party: PartyEntry) => noticeSent(`told-${party.party}`, toParty(party), { kind: "support" });
const apart: Entry = { kind: "kept-apart", reasons: "why" };

const knownToBoth = caseOf(report(), told(respondent));
const keptApart = goOn(knownToBoth, apart);

function decide(current: Case, person: string, act: Act, rulebook: Rulebook = fxsu) {
  const standing: Standing = {
    rulebook,
    roster,
    current,
    viewer: viewerOf(rulebook, roster, current, person, people[person]),
    caller: person,
    parties: ["mona", "nils"],
    names: [],
    at: at("2026-03-10T12:00"),
  };
  return decideAct(standing, act, ids());
}

const outcome = (...given: Parameters<typeof decide>) => {
  const decided = decide(...given);
  return isRefusal(decided) ? decided.refused : decided.map(({ kind }) => kind);
};

const then = (...given: Parameters<typeof decide>): Case => {
  const decided = decide(...given);
  if (isRefusal(decided)) throw new Error(JSON.stringify(decided));
  return goOn(given[0], ...decided);
};

/** Who is told what by these entries: "party-b relay-passed". */
const toldBy = (entries: readonly Entry[]) =>
  entries.flatMap((entry) =>
    entry.kind === "notice-sent" ? [`${"party" in entry.to ? entry.to.party : "officers"} ${entry.subject.kind}`] : [],
  );

const notices = (...given: Parameters<typeof decide>) => {
  const decided = decide(...given);
  return isRefusal(decided) ? [decided.refused] : toldBy(decided);
};

const agree = (isAgreed: boolean, wording?: string): Act => ({ kind: "agree-wording", isAgreed, wording });

const enter = (party: string, as: Extract<Act, { kind: "enter-words" }>["as"]): Act => ({
  kind: "enter-words",
  party,
  as,
  words: "q1",
  statement: "said",
});

const due = (current: Case) => deadlinesOf(fxsu, current).filter(({ kind }) => kind === "relay");

const owners = (current: Case, occasion: string) =>
  due(current).flatMap((deadline) =>
    ownersOf(fxsu, roster, current, { ...deadline, occasion }).map((to) => (to.kind === "party" ? to.party : to.kind)),
  );

describe("[F158] both sides are kept apart", () => {
  const keep: Act = { kind: "keep-apart", reasons: "why" };
  const lift: Act = { kind: "end-apart", reasons: "why" };

  test.each<[string, Case, string, Act, string | readonly string[]]>([
    ["by whoever the rulebook names", knownToBoth, "helen", keep, ["kept-apart"]],
    ["by nobody else who handles it", knownToBoth, "martin", keep, "not-your-task"],
    ["by no party", knownToBoth, "mona", keep, "not-your-task"],
    ["once", keptApart, "helen", keep, "already-done"],
    ["not without somebody on the other side", caseOf(report([complainant])), "helen", keep, "nobody-across"],
    [
      "not in a closed case",
      goOn(knownToBoth, concluded("assess", "dismissed_at_assessment", "closed")),
      "helen",
      keep,
      "not-at-this-stage",
    ],
    ["until that is ended", keptApart, "helen", lift, ["apart-ended"]],
    ["and then no longer", goOn(keptApart, { kind: "apart-ended", reasons: "why" }), "helen", lift, "nothing-due"],
  ])("%s", (_, current, person, act, expected) => {
    expect(outcome(current, person, act)).toEqual(expected);
  });

  test("where the rules do not say so, nobody is", () => {
    const current = caseOf(received({ handlers: ["helen"] }));
    expect(outcome(current, "helen", keep, kth)).toBe("no-keeping-apart");
  });

  test("each side is told as soon as it may know of the case, once, and a witness never", () => {
    const current = caseOf(report([complainant, respondent, witness]), told(witness), apart);
    const first = apartFollows(fxsu, current, ids());
    expect(toldBy(first)).toEqual(["party-a kept-apart"]);
    const informed = goOn(current, ...first, told(respondent));
    const second = apartFollows(fxsu, informed, ids());
    expect(toldBy(second)).toEqual(["party-b kept-apart"]);
    expect(apartFollows(fxsu, goOn(informed, ...second), ids())).toEqual([]);
  });

  test("with the case it ends by itself, and whoever was told is told", () => {
    const toldApart = goOn(caseOf(report(), apart), ...apartFollows(fxsu, caseOf(report(), apart), ids()));
    const closed = goOn(toldApart, concluded("assess", "dismissed_at_assessment", "closed"));
    const ended = apartFollows(fxsu, closed, ids());
    expect(toldBy(ended)).toEqual(["party-a apart-ended"]);
    expect(apartSince(goOn(closed, ...ended))).toBeUndefined();
    expect(apartFollows(fxsu, goOn(closed, ...ended), ids())).toEqual([]);
  });

  test("it is offered for the rules that say so, and for no others", () => {
    expect(offersApart(fxsu, caseOf(report(undefined, { flags: ["offer_no_contact"] })))).toBe(true);
    expect(offersApart(fxsu, caseOf(report()))).toBe(false);
  });

  test("that somebody wrote all the same is noted as long as it holds", () => {
    const note: Act = { kind: "note-contact", party: "party-b", statement: "s" };
    expect(outcome(keptApart, "martin", note)).toEqual(["contact-noted"]);
    expect(outcome(knownToBoth, "martin", note)).toBe("nothing-due");
    expect(outcome(goOn(keptApart), "martin", { ...note, party: "party-w" })).toBe("nothing-here");
  });
});

const ask: Act = { kind: "ask-across", words: "q1", statement: "asked" };
const answer: Act = { kind: "answer-across", words: "a1", statement: "answered" };
const decline: Act = { kind: "answer-across", words: "a1", statement: undefined };
const pass = (words: string, changed?: string, more = {}): Act => ({
  kind: "pass-on",
  words,
  to: undefined,
  text: "What was it about?",
  author: "Mona Lindqvist",
  changed,
  ...more,
});
const hold = (words: string): Act => ({ kind: "hold-back", words, reasons: "why" });

const asked = then(keptApart, "mona", ask);
const passed = then(asked, "martin", pass("q1"));
const answered = then(passed, "nils", answer);

describe("[F158] one side asks the other through those who handle the case", () => {
  test.each<[string, Rulebook, Case, boolean]>([
    ["while both are kept apart", fxsu, keptApart, true],
    ["not otherwise", fxsu, knownToBoth, false],
    ["always where the rules say so", always, knownToBoth, true],
    ["never where they say that", never, keptApart, false],
    [
      "not in a closed case",
      always,
      goOn(knownToBoth, concluded("assess", "dismissed_at_assessment", "closed")),
      false,
    ],
  ])("%s", (_, rulebook, current, expected) => {
    expect(mayAskAcross(rulebook, current)).toBe(expected);
    expect(outcome(current, "mona", ask, rulebook)).toEqual(
      expected ? ["relay-asked", "notice-sent"] : "no-questions-across",
    );
  });

  test("either side does; a witness does not, and of several who report together the one who speaks for all", () => {
    expect(outcome(keptApart, "nils", ask)).toEqual(["relay-asked", "notice-sent"]);
    expect(outcome(goOn(caseOf(report([complainant, respondent, witness]), told(witness)), apart), "lo", ask)).toBe(
      "nothing-here",
    );
    const second: PartyEntry = { party: "party-c", role: "complainant", hasAccount: true };
    const together = { spokesperson: "party-a", members: [second] };
    const group = caseOf(
      report([complainant, second, respondent], { together }),
      told(second),
      told(respondent),
      apart,
    );
    expect(outcome(group, "olga", ask)).toBe("not-your-task");
    expect(notices(then(group, "nils", ask), "helen", pass("q1"))).toEqual(["party-a relay-passed"]);
  });

  test("the question goes to the officers, then to the other side, and the answer the same way back", () => {
    expect(notices(keptApart, "mona", ask)).toEqual(["officers relay-waits"]);
    expect(notices(asked, "martin", pass("q1"))).toEqual(["party-b relay-passed"]);
    expect(notices(passed, "nils", answer)).toEqual(["officers relay-waits"]);
    expect(notices(answered, "martin", pass("a1"))).toEqual(["party-a relay-passed"]);
    expect(outcome(then(answered, "martin", pass("a1")), "helen", pass("a1"))).toBe("already-done");
  });

  test("whoever is asked may rather not answer, which whoever asked learns at once, and answers once", () => {
    expect(notices(passed, "nils", decline)).toEqual(["party-a relay-unanswered", "officers relay-waits"]);
    expect(outcome(then(passed, "nils", decline), "nils", answer)).toBe("nothing-due");
    expect(outcome(asked, "nils", answer)).toBe("nothing-due");
    expect(outcome(passed, "mona", answer)).toBe("nothing-due");
  });

  test("of two questions the one is answered that was meant", () => {
    const two = then(then(passed, "mona", { ...ask, words: "q2" }), "martin", pass("q2"));
    const first = then(two, "nils", { ...answer, question: "q1" });
    expect(first.apart.words.at(-1)?.question).toBe("q1");
    expect(outcome(first, "nils", { ...answer, words: "a2", question: "q1" })).toBe("nothing-due");
  });

  test("what does not fit is held back with a reason, which whoever said it reads", () => {
    expect(notices(asked, "martin", hold("q1"))).toEqual(["party-a relay-held"]);
    const held = then(asked, "martin", hold("q1"));
    expect(outcome(held, "helen", pass("q1"))).toBe("nothing-due");
    expect(outcome(passed, "martin", hold("q1"))).toBe("nothing-due");
    expect(notices(answered, "martin", hold("a1"))).toEqual(["party-b relay-held"]);
  });

  test("in other words it goes out only once whoever said it agrees, and then by itself", () => {
    expect(notices(asked, "martin", pass("q1", "softer"))).toEqual(["party-a relay-wording"]);
    const shown = then(asked, "martin", pass("q1", "softer"));
    expect(notices(shown, "mona", agree(true, "softer"))).toEqual(["party-b relay-passed", "officers relay-waits"]);
    expect(then(shown, "mona", agree(true)).apart.words[0]?.passed[0]?.statement).toBe("softer");
    expect(notices(shown, "mona", agree(false))).toEqual(["officers relay-waits"]);
    expect(outcome(shown, "nils", agree(true))).toBe("nothing-due");
    const anew = then(shown, "martin", pass("q1", "softest"));
    expect(outcome(anew, "mona", agree(true, "softer"))).toBe("newer-text");
    expect(notices(then(shown, "mona", agree(false)), "martin", pass("q1"))).toEqual(["party-b relay-passed"]);
  });

  test("nobody reads from whom it is: not even in the words", () => {
    const signed = pass("q1", undefined, { text: "Why did you shout? Mona" });
    expect(outcome(asked, "martin", signed)).toBe("words-name-somebody");
  });

  test("whoever does not know of the case is asked nothing", () => {
    const unknowing = then(caseOf(report(), apart), "mona", ask);
    expect(outcome(unknowing, "martin", pass("q1"))).toBe("not-told-yet");
  });

  test("of several respondents each is asked alone, and each answers to whoever asked", () => {
    const several = then(
      goOn(caseOf(report([complainant, respondent, other]), told(respondent), told(other)), apart),
      "mona",
      ask,
    );
    expect(notices(several, "martin", pass("q1"))).toEqual(["party-b relay-passed", "party-c relay-passed"]);
    const one = then(several, "martin", pass("q1", undefined, { to: "party-c" }));
    expect(outcome(one, "nils", answer)).toBe("nothing-due");
    expect(notices(then(one, "olga", answer), "martin", pass("a1"))).toEqual(["party-a relay-passed"]);
    expect(notices(one, "martin", pass("q1"))).toEqual(["party-b relay-passed"]);
  });

  test("for somebody without an account officers enter what they said; nobody speaks for whoever has one", () => {
    const current = goOn(caseOf(report([complainant, unreached]), told(unreached)), apart);
    expect(outcome(current, "martin", enter("party-a", "question"))).toBe("answers-alone");
    expect(outcome(current, "martin", enter("party-c", "question"))).toEqual(["relay-asked", "notice-sent"]);
    const put = then(then(current, "mona", { ...ask, words: "q0" }), "martin", pass("q0"));
    expect(outcome(put, "martin", enter("party-c", "declined"))).toContain("noted");
    expect(outcome(put, "martin", enter("party-c", "answer"))).toEqual(["relay-answered", "notice-sent"]);
  });
});

describe("[F158] what is waited for has an owner and a day", () => {
  test("those who handle the case pass it on in time", () => {
    expect(due(asked).map(({ about, day }) => [about, day.toString()])).toEqual([["pass", "2026-03-08"]]);
    expect(owners(asked, "on-the-day")).toEqual(["room"]);
  });

  test("whoever was asked is reminded until the last day, and after it those who handle the case", () => {
    expect(due(passed).map(({ about }) => about)).toEqual(["answer"]);
    expect(owners(passed, "on-the-day")).toEqual(["party-b"]);
    expect(owners(passed, "overdue-1")).toEqual(["room"]);
  });

  test("until it is answered, or nobody waits any more", () => {
    expect(due(then(passed, "nils", decline))).toEqual([]);
    const close: Act = { kind: "close-question", words: "q1" };
    expect(notices(passed, "martin", close)).toEqual(["party-a relay-unanswered"]);
    expect(due(then(passed, "martin", close))).toEqual([]);
    expect(outcome(then(passed, "martin", close), "nils", answer)).toBe("nothing-due");
  });
});
