import { describe, expect, test } from "vitest";

import { noticeView } from "../../src/application/views/noticeView.ts";
import type { PartyEntry } from "../../src/domain/case/party.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import type { TextKey } from "../../src/locale/speech.ts";
import { drawNotice } from "../../src/surface/cards/noticeCard.ts";
import {
  carried,
  at,
  caseOf,
  complainant,
  decided,
  motionPut,
  noticeSent,
  respondent,
  toParty,
  upTo,
} from "../fakes/caseFile.ts";
import { kth } from "../fakes/kth.ts";

const store = { words: () => Promise.resolve("It was said plainly and twice.") };
const decision = { kind: "decision", vote: "vote-1", outcome: "upheld" } as const;
const room = { kind: "room", purpose: "officers" } as const;
const moment = at("2026-03-20T10:00");

/** What a notice of a decision with this sanction says. */
async function notice(sanction: string | undefined, to: PartyEntry | "officers", language = "en"): Promise<string> {
  const outcome = sanction === undefined ? ("dismissed" as const) : decision.outcome;
  const current = caseOf(
    ...upTo.briefed,
    motionPut({ sanction, ...(sanction === undefined ? { motion: "dismiss", findings: [] } : {}) }),
    { at: at("2026-03-18T12:00"), entry: carried },
    { ...decided(), outcome, sanction },
    noticeSent("notice-1", to === "officers" ? room : toParty(to), { ...decision, outcome }),
  );
  const sent = current.notices.find((each) => each.id === "notice-1");
  if (sent === undefined) throw new Error("There is no notice.");
  const card = drawNotice(await noticeView(store, kth, current, sent, moment), speechOf(language));
  const said: string[] = [card.title];
  for (const block of card.blocks) if ("text" in block) said.push(block.text);
  return said.join("\n");
}

const statements = {
  unacceptable: "The behaviour is unacceptable and against the rules.",
  further: "Further warnings lead to a suspension.",
  excluded: "During that time you may not take part in our events.",
  permits: "Still open to you: chapter meetings, board meetings, events about studies and events about working life.",
} as const;

describe("the respondent is told in writing what the memo wants said of each sanction", () => {
  test.each([
    ["[K61] an admonition: unacceptable, and nothing that lasts", "admonition", ["unacceptable"], undefined],
    [
      "[K62][K63] a warning: more of them lead to a suspension, and when it lapses",
      "warning",
      ["unacceptable", "further"],
      "It lapses on Thursday, 18 March 2027.",
    ],
    [
      "[K65][K66] a first suspension: from when to when, without events, and what stays open",
      "first_degree",
      ["unacceptable", "excluded", "permits"],
      "It holds from Friday, 20 March 2026. It lapses on Thursday, 18 June 2026.",
    ],
    [
      "[K65][K66] a second suspension",
      "second_degree",
      ["unacceptable", "excluded", "permits"],
      "It holds from Friday, 20 March 2026. It lapses on Saturday, 20 March 2027.",
    ],
  ] as const)("%s", async (_, sanction, wanted, days) => {
    const said = await notice(sanction, respondent);
    expect(said).toContain(`Sanction: ${speechOf("en").name("sanction", sanction)}.`);
    const found = Object.entries(statements).flatMap(([name, sentence]) => (said.includes(sentence) ? [name] : []));
    expect(found).toEqual([...wanted]);
    expect(said.includes("It lapses on")).toBe(days !== undefined);
    expect(said).toContain(days ?? "Sanction");
  });
});

test("[K48] each party is told the decision, the rules found broken, the reasons and until when to appeal, by its clauses", async () => {
  for (const party of [complainant, respondent]) {
    // oxlint-disable-next-line no-await-in-loop -- one notice after the other
    const said = await notice("warning", party);
    for (const words of [
      "Found to be broken: Crossing personal boundaries.",
      "It was said plainly and twice.",
      "You may appeal in writing until the end of Sunday, 19 April 2026",
      "Memo 3.1, Memo 6.2 and Memo 5.4",
      "quiet-harbour-41",
    ])
      expect(said).toContain(words);
  }
});

test("[K48] the complainant is told what was decided, and not what was said to the respondent alone", async () => {
  const said = await notice("warning", complainant);
  expect(said).toContain("Sanction: warning.");
  for (const sentence of [statements.unacceptable, statements.further, "about you"])
    expect(said).not.toContain(sentence);
});

test("[K48][K65] the complainant of a case that ends with a suspension reads what it keeps from the other person, not from them", async () => {
  const said = await notice("first_degree", complainant);
  expect(said).toContain("During that time that person may not take part in our events.");
  expect(said).toContain("Still open to that person: chapter meetings");
  expect(said).not.toMatch(/you may not take part|open to you/);
});

test("[K48] in the officers' room stands that it was decided, without the reasons: the room can be read by others", async () => {
  const said = await notice("warning", "officers");
  expect(said).toContain("upheld");
  expect(said).not.toContain("It was said plainly");
  expect(said).not.toContain("You may appeal");
});

test("[K47] a dismissed complaint: both are told, with the reasons, and nothing of a sanction", async () => {
  for (const party of [complainant, respondent]) {
    // oxlint-disable-next-line no-await-in-loop
    const said = await notice(undefined, party);
    expect(said).toContain("dismissed");
    expect(said).toContain("It was said plainly and twice.");
    expect(said).not.toMatch(/Sanction|lapses|Found to be broken/);
  }
});

test.each([...languages])("the same is said in %s", async (language) => {
  const { say, day } = speechOf(language);
  const said = await notice("first_degree", respondent, language);
  const wanted: readonly TextKey[] = ["notice.part.unacceptable", "notice.part.excluded", "notice.part.reasons"];
  for (const key of wanted) expect(said).toContain(say(key));
  expect(said).toContain(day("2026-06-18"));
});
