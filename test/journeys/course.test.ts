import { afterEach, describe, expect, test } from "vitest";

import {
  aboutMember,
  enter,
  file,
  findBroken,
  giveToMartin,
  holdHearing,
  letterPage,
  tick,
  words,
} from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const unlinked = organisationOf("fxsu", (text) => text.replaceAll(/^ *link: .*bye-laws#.*\n/gm, ""));
const everywhere = platforms().map((platform) => ({ platform }));
const person = (name: string) => stage.person(name);
const TOLD = "What the respondent is told";
const READ_RULES = "Read the rules it names";

const last = (name: string) =>
  person(name)
    .messages()
    .findLast(({ ephemeral }) => !ephemeral)?.text ?? "";

const aboutNils = () => aboutMember(stage, "Nils", "2026-10-10");

/** A manager opens a case of discipline about Nils before the panel, and the Chief Executive takes it. */
async function openHearing(): Promise<string> {
  await person("Denise").command("open");
  await person("Denise").fillIn({
    "Where does it begin?": "Members Disciplinary Panel",
    "Who is it about?": [person("Nils").id],
    "What happened?": words.what,
    "Why is it opened, and why at this stage?": words.note,
  });
  await stage.settle();
  const codeName = codeNameIn(person("Denise").note());
  await enter(stage, "Helen", "Take the case");
  return codeName;
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F171][F175][F176][F181][F192] the stages of a case have a mark where it is, for officers and for both sides; advising the police sends the support card and hands nothing over; once a request is refused the internal stages are exhausted; what the university sends back begins anew, with its reference and with others", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await file(stage, aboutNils());
    await enter(stage, "Helen", "Take the case");
    await person("Helen").command("case show", { code });
    for (const line of [
      "▶ assessment: the case is here",
      "Stage 1: Local Resolution",
      "Stage 2: Complaints Panel",
      "Stage 3: Appeal Panel: only if somebody asks for it",
      "Stage 4: the university: only if somebody asks for it",
    ])
      expect(person("Helen").note()).toContain(line);

    await person("Helen").command("case conclude", { code, outcome: "police_suggested" });
    await stage.settle();
    expect(person("Mona").reads()).toContain("Your officers in case");
    expect(person("Mona").reads()).toContain("want you to know who can help you");
    await person("Helen").command("outside show", { code });
    expect(person("Helen").note()).not.toContain("handed over on");
    expect(person("Nils").reads()).not.toContain(code);

    await person("Helen").command("case show", { code });
    await giveToMartin(stage, "Ruth Pascoe");
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("▶ Stage 1: being looked into: the case is here");
    expect(person("Nils").note()).not.toContain("being looked at by the officers");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("✓ being looked at by the officers");

    await person("Helen").command("case show", { code });
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    expect(person("Nils").reads()).toContain(words.note);
    await findBroken(stage, "Ruth");
    await enter(stage, "Ruth", "upheld", { Sanction: "caution", Reasons: words.reasons }, letterPage);
    await person("Nils").press("Asking for Stage 2");
    await person("Nils").fillIn({
      "Why?": "the outcome is wrong",
      "What is wrong, and what do you ask for?": "It was not me.",
    });
    await stage.settle();
    await person("Priya").command("appeal consult", { code });
    await person("Priya").fillIn({ "What do those think who are asked?": "Nothing new." });
    await stage.settle();
    await person("Jack").command("appeal refuse", { code });
    await person("Jack").fillIn({ Reasons: "Nothing speaks for it." });
    await stage.settle();
    expect(last("Nils")).toContain("University Secretary");
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("Internal stages exhausted");
    // The other side still has the time in which to ask for the next stage.
    await person("Mona").command("mycase");
    expect(person("Mona").note()).not.toContain("exhausted");
    await person("Helen").command("case show", { code });
    expect(person("Helen").note()).toContain("Internal stages exhausted for the respondent");
    await person("Nils").press("Turning to the university");
    await person("Nils").fillIn({
      "Why?": "the decision is plainly unreasonable",
      "What is wrong, and what do you ask for?": "They did not look.",
    });
    await stage.settle();
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("waiting for the answer since Thursday, 15 October 2026");
    await stage.moveTo("2026-12-10T10:00");
    await person("Jack").command("case conclude", { code, outcome: "remitted_to_stage1" });
    await person("Jack").fillIn({ Reasons: "US/2026/17: it was never seen who was there" });
    await stage.settle();
    for (const party of ["Mona", "Nils"]) expect(last(party)).toContain("US/2026/17");
    await person("Helen").command("case show", { code });
    expect(person("Helen").note()).toContain("Stage 1: Local Resolution: by Thursday, 7 January 2027");
    await person("Helen").press("Choose who decides");
    const offered = JSON.stringify(person("Helen").form());
    expect(offered).toContain("Martin Oduya");
    expect(offered).not.toContain("Ruth Pascoe");
    for (const other of ["Callum", "Karen", "Lo"]) expect(person(other).reads()).not.toContain("PLANTED");
  });

  test("[F184][F186] after Stage 2 new evidence is no reason any more; when an External Trustee does not admit it, Stage 4 is what is left", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await file(stage, aboutNils());
    await enter(stage, "Helen", "Take the case");
    await giveToMartin(stage, "Ruth Pascoe");
    await person("Ruth").command("case conclude", { code, outcome: "referred_to_panel" });
    const clear = "Nothing stands in the way, and I keep it confidential";
    if (person("Ruth").canPress(clear)) await person("Ruth").press(clear);
    await stage.settle();
    await person("Helen").command("case show", { code });
    await tick(stage, "Helen", "Ask each party what support they need");
    await holdHearing(stage, "Helen", code);
    await person("Helen").command("case show", { code });
    await enter(stage, "Helen", "Rejected by the panel", {
      "For which of these reasons?": ["there is not enough evidence"],
      Reasons: words.reasons,
    });
    await person("Mona").press("Asking for Stage 3");
    const grounds = person("Mona")
      .form()
      ?.fields.find(({ label }) => label === "Why?")?.options;
    expect(JSON.stringify(grounds)).toContain("procedure");
    expect(JSON.stringify(grounds)).not.toContain("new evidence");
    await person("Mona").fillIn({
      "Why?": "the procedure was not kept to",
      "What is wrong, and what do you ask for?": "They did not hear me.",
    });
    await stage.settle();
    await person("David").command("appeal refuse", { code });
    await person("David").fillIn({ Reasons: "Nothing speaks for it." });
    await stage.settle();
    expect(last("Mona")).toContain("University Secretary");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("Internal stages exhausted");
  });

  test("[F246][F256][F257] the respondent reads the allegations with the code and the procedure behind buttons, and the university is told with a day; without a link to the code nothing is sent", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await openHearing();
    await person("Helen").command("case show", { code });
    for (const line of ["▶ Members Disciplinary Panel", "Members Appeals Committee: only if somebody asks for it"])
      expect(person("Helen").note()).toContain(line);
    await enterTask("Tell the respondent what the report says", { [TOLD]: "PLANTED-TOLD that you shouted" });
    expect(last("Nils")).toContain("PLANTED-TOLD that you shouted");
    for (const label of [READ_RULES, "How it is handled"]) expect(person("Nils").canPress(label)).toBe(true);
    await person("Helen").command("case show", { code });
    // Nobody knows where Nils studies: both are named, and whoever tells them chooses.
    await enterTask("Tell the university: Falmouth University or University of Exeter", {
      "To whom?": "University of Exeter",
      "On which day?": "2026-10-15",
      "What was handed over": words.note,
    });
    await person("Helen").command("case show", { code });
    expect(person("Helen").note()).not.toContain("Tell the university");
    await person("Helen").command("outside show", { code });
    expect(person("Helen").note()).toMatch(/University of Exeter.*15 October 2026/s);
    expect(person("Mona").reads()).not.toContain("PLANTED");
    await stage.close();

    stage = await openStage({ platform, organisation: unlinked, start: "2026-10-15T10:00" });
    await person("Helen").command("case show", { code: await openHearing() });
    await chooseTask("Tell the respondent what the report says");
    expect(person("Helen").note()).toContain("a link to the rules that it names would be missing in it");
    expect(person("Nils").reads()).not.toContain("PLANTED");
  });
});

/** The Chief Executive chooses a task of the list. */
async function chooseTask(task: string): Promise<void> {
  const helen = person("Helen");
  if (helen.canPress("Done: choose what")) await helen.choose("Done: choose what", task);
  else await helen.press(task);
}

/** The Chief Executive does a task of the list, and fills in its form. */
async function enterTask(task: string, values: Readonly<Record<string, string>>): Promise<void> {
  await chooseTask(task);
  await person("Helen").fillIn(values);
  await stage.settle();
}
