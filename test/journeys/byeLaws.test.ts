import { afterEach, describe, expect, test } from "vitest";

import { enter, file, findBroken, holdHearing, openDiscipline, tick, words } from "./decisions.ts";
import { comeToProof } from "./discipline.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));
const WORDS = "What is wrong, and what do you ask for?";
const STAGE_4 =
  "to University Secretary. Say why in it. These reasons count: the procedure was not kept to, and that mattered; there is something new; the decision is plainly unreasonable.";

const about = (name: string) => [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    "Is it about the Union, a member, or a group?": "A member",
  },
  {
    "Which rules?": ["Personal harassment"],
    "Who is it about?": [stage.person(name).id],
    "When did it happen, or stop?": "2026-10-10",
  },
  {},
];

/** A case of discipline about Nils. */
const open = (start: string) => openDiscipline(stage, start);

/** What somebody reads of what was sent to them last. */
const last = (name: string) =>
  stage
    .person(name)
    .messages()
    .findLast(({ ephemeral }) => !ephemeral)?.text ?? "";

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F172][F174][F188][F190] two weeks after a dismissal one can ask for the stages, and later only if that is heard; when it is kept, and after the last stage, both sides read how to turn to the university", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const [first, second] = [await file(stage, about("Nils")), await file(stage, about("Nils"))];
    await stage.moveTo("2026-10-29T10:00");
    for (const code of [first, second]) {
      // oxlint-disable no-await-in-loop -- one case after the other
      await person("Helen").command("case take", { code });
      await person("Helen").command("case conclude", { code, outcome: "dismissed_at_assessment" });
      await person("Helen").fillIn({
        "For which of these reasons?": ["there is not enough evidence"],
        Reasons: words.reasons,
      });
      await stage.settle();
      // oxlint-enable no-await-in-loop
    }
    await stage.moveTo("2026-11-12T23:00");
    await person("Mona").command("appeal lodge", { code: first });
    await person("Mona").fillIn({ [WORDS]: "PLANTED-APPEAL look again" });
    await stage.settle();
    expect(person("Mona").note()).toContain("to the chair of the board");
    expect(person("Mona").note()).not.toContain("The last day was over.");
    await stage.moveTo("2026-11-13T00:00");
    await person("Mona").press("Asking for the stages");
    await person("Mona").fillIn({ [WORDS]: "PLANTED-APPEAL and again" });
    await stage.settle();
    expect(person("Mona").note()).toContain(second);
    expect(person("Mona").note()).toContain("The last day was over.");
    await person("Jack").command("appeal show", { code: second });
    expect(person("Jack").note()).toContain("It came after the last day: decide whether it is heard all the same.");

    await person("Priya").command("appeal refuse", { code: first });
    await person("Priya").fillIn({ Reasons: "Nothing speaks for it." });
    await stage.settle();
    expect(person("Mona").reads()).toContain(`What you lodged in case ${first} is not heard.`);
    expect(person("Mona").reads()).toContain(STAGE_4);
    await person("Mona").press("Turning to the university");
    await person("Mona").fillIn({ "Why?": "there is something new", [WORDS]: "There is a film." });
    await stage.settle();
    await person("Helen").command("case show", { code: first });
    expect(person("Helen").note()).toContain("Stage 4: the university");

    // It comes back to the last stage of the Union, after which either side may turn to the university.
    await person("Helen").command("case conclude", { code: first, outcome: "remitted_to_stage3" });
    await person("Helen").fillIn({ Reasons: "PLANTED-REFERENCE US/2026/17: nobody was heard" });
    await stage.settle();
    await person("Helen").command("case show", { code: first });
    await tick(stage, "Helen", "Ask each party what support they need");
    await holdHearing(stage, "Helen", first);
    await person("Helen").command("case conclude", { code: first, outcome: "appeal_rejected" });
    await person("Helen").fillIn({ Reasons: words.reasons });
    await stage.settle();
    for (const party of ["Mona", "Nils"]) expect(last(party)).toContain(STAGE_4);
    for (const other of ["Callum", "Karen", "Lo"]) expect(person(other).reads()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/);
  });

  test("[F167] an informal way is proposed in words; whoever complained agrees to it by themselves, or declines and can ask for the stages with the next press", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const propose = async () => {
      const codeName = await file(stage, about("Nils"));
      await enter(stage, "Helen", "Take the case");
      await enter(stage, "Helen", "Informal way proposed");
      await enter(stage, "Helen", "Ask for agreement", { "What they are asked to agree to": words.brief });
      return codeName;
    };
    const declined = await propose();
    expect(last("Mona")).toContain(words.brief);
    expect(person("Nils").reads()).not.toContain("PLANTED");
    await person("Helen").command("case conclude", { code: declined, outcome: "agreed" });
    expect(person("Helen").note()).toContain("Written consent of the complainant");
    await person("Mona").press("End this way");
    await stage.settle();
    expect(last("Mona")).toContain("Outcome: Proposal not accepted.");
    await person("Mona").press("Asking for the stages");
    await person("Mona").fillIn({ [WORDS]: "PLANTED-APPEAL not like this" });
    await stage.settle();
    expect(person("Mona").note()).toContain(`Asking for the stages in case ${declined}: lodged`);
    expect(person("Priya").reads()).toContain(declined);

    await propose();
    await person("Mona").press("I agree");
    await stage.settle();
    expect(last("Mona")).toContain("Outcome: settled by agreement.");
    expect(last("Mona")).toContain(words.brief);
    for (const other of ["Callum", "Karen", "Lo"]) expect(person(other).reads()).not.toContain("PLANTED");
  });

  test("[F245][F251][F253] what was told to the police holds nothing up unless that is asked for; a warning is in force, and whoever has it reads how to appeal, to whom and why", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await open("Members Disciplinary Committee");
    const outcomes = ["Not substantiated", "Not proven", "Referred to a hearing"];
    const told = { "To whom?": "Police", "On which day?": "2026-10-15" };
    await person("Helen").command("outside hand", { code: codeName });
    await person("Helen").fillIn({ ...told, "What was handed over": "PLANTED-POLICE number 17" });
    await stage.settle();
    await person("Helen").command("outside show", { code: codeName });
    expect(person("Helen").note()).toContain("PLANTED-POLICE number 17");
    await person("Helen").command("case show", { code: codeName });
    for (const outcome of outcomes) expect(person("Helen").canPress(outcome)).toBe(true);
    // The case waits for somebody outside only with words that say why.
    await person("Helen").command("outside hand", { code: codeName });
    await expect(person("Helen").fillIn({ ...told, "Does the case wait? Until when?": "2026-11-01" })).rejects.toThrow(
      "What was handed over",
    );
    await person("Helen").command("case show", { code: codeName });
    await tick(stage, "Helen", "Ask each party what support they need");
    await findBroken(stage, "Helen");
    await person("Helen").press("Warned");
    await person("Helen").fillIn({ Sanction: "recorded warning", Reasons: words.reasons });
    await stage.settle();
    expect(last("Nils")).toContain("It holds from Thursday, 15 October 2026 until it is ended; it has no last day.");
    expect(last("Nils")).toContain(
      "You may appeal in writing until the end of Thursday, 29 October 2026, to the chair of the board. Say why in it. These reasons count: there is new evidence.",
    );
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("recorded warning");
    for (const other of ["Callum", "Karen", "Mona"]) expect(person(other).reads()).not.toContain("PLANTED");
  });

  test("[F278] after a hearing one appeals because of an error, new evidence, an unfair decision or its severity, or of another reason in one's own words, which is shown to be one", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await open("Members Disciplinary Panel");
    await comeToProof(stage, "Helen", codeName);
    await person("Helen").command("case show", { code: codeName });
    await findBroken(stage, "Helen");
    await person("Helen").press("Proven");
    await person("Helen").fillIn({ Sanction: "recorded warning", Reasons: words.reasons });
    await stage.settle();
    expect(last("Nils")).toContain(
      "These reasons count: there was a mistake in the procedure; there is new evidence; the decision is unfair or makes no sense; the penalty is too severe; another good reason.",
    );
    await person("Nils").command("appeal lodge", { code: codeName });
    await person("Nils").fillIn({ "Why?": "another good reason", [WORDS]: "PLANTED-OTHER I was not in the country" });
    await stage.settle();
    expect(person("Nils").note()).toContain("to the chair of the board");
    await person("Priya").command("appeal show", { code: codeName });
    expect(person("Priya").note()).toContain("another good reason");
    expect(person("Priya").note()).toContain("PLANTED-OTHER");
  });
});
