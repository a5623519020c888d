import { afterEach, describe, expect, test } from "vitest";

import { enter, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const everywhere = platforms().map((platform) => ({ platform }));
const asec = organisationOf("asec");
const civil = organisationOf("civil_connections");
const cope = organisationOf("cope397");
const union = organisationOf("fxsu");

type Values = Readonly<Record<string, string | readonly string[]>>;

/** Mona fills in the pages of a report, until what will happen when it is sent stands before her. */
async function write(...pages: readonly Values[]): Promise<void> {
  const mona = stage.person("Mona");
  await mona.command("report");
  await goOn(...pages);
}

/** And the pages after the first. */
async function goOn(...pages: readonly Values[]): Promise<void> {
  const mona = stage.person("Mona");
  for (const page of pages) {
    // oxlint-disable no-await-in-loop -- one page after the other, as people do
    if (mona.form() === undefined && stage.kind === "discord") await mona.press("Continue");
    await mona.fillIn(page);
    // oxlint-enable no-await-in-loop
  }
}

/** The next page. */
async function turn(): Promise<void> {
  if (stage.kind === "discord") await stage.person("Mona").press("Continue");
}

const labels = () =>
  stage
    .person("Mona")
    .form()
    ?.fields.map(({ label }) => label) ?? [];
const isRequired = (label: string) =>
  stage
    .person("Mona")
    .form()
    ?.fields.find((field) => field.label === label)?.required;
const optionsOf = (label: string) =>
  stage
    .person("Mona")
    .form()
    ?.fields.find((field) => field.label === label)
    ?.options.map((option) => option.label) ?? [];

async function send(): Promise<string> {
  await stage.person("Mona").press("Send the report");
  await stage.settle();
  return codeNameIn(stage.person("Mona").note());
}

const urgent = (name: string) =>
  stage
    .person(name)
    .messages()
    .filter(({ text }) => text.includes("An urgent report"))
    .map(({ text }) => text);

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[A06][A12][A18][A26] of a dispute it is asked whether they tried to settle it, and the answer stops nothing; sexual violence has no such question, no informal way, is urgent, and whoever reports it chooses who handles it and may end it", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const mona = person("Mona");
    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Which rules?": ["Disrespect in a conflict"],
      },
      { "Who is it about?": [person("Nils").id] },
    );
    await turn();
    expect(labels()).toContain("Have you tried to settle it yourselves?");
    await mona.fillIn({ "How can we reach you?": words.contact, "Have you tried to settle it yourselves?": "No" });
    expect(mona.note()).not.toContain("urgent");
    const first = await send();
    expect(mona.note()).toContain("It goes to: Maren Oliver");
    expect(urgent("Maren")).toEqual([]);
    await enter(stage, "Maren", "Take the case");
    await person("Maren").command("case show", { code: first });
    await person("Maren").press("Open the file");
    expect(person("Maren").note()).toMatch(/Have you tried to settle it yourselves\?\W+No/);
    await person("Maren").command("case show", { code: first });
    await enter(stage, "Maren", "Acknowledge the report", {});
    expect(person("Maren").canPress("An informal way may be possible")).toBe(true);

    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Which rules?": ["Sexual violence", "Disrespect in a conflict"],
      },
      { "Who is it about?": [person("Nils").id] },
    );
    await turn();
    expect(labels()).not.toContain("Have you tried to settle it yourselves?");
    await mona.fillIn({ "How can we reach you?": words.contact });
    expect(mona.note()).toContain("You choose who handles it");
    expect(mona.note()).toContain("It is urgent: they are told at once");
    await mona.choose("Send it to somebody else instead", "Anika Rao and Lucas Tremblay");
    // The one that was sent last stands first.
    stage.clock.advance(60_000);
    const second = await send();
    expect(mona.note()).toContain("It goes to: Anika Rao and Lucas Tremblay");
    expect(person("Maren").rooms()).toEqual([`case-${first}`]);
    for (const officer of ["Anika", "Lucas"]) {
      expect(urgent(officer)).toEqual([expect.stringContaining(`Case ${second} cannot wait.`)]);
      expect(urgent(officer).join()).not.toContain("PLANTED");
    }
    expect(urgent("Maren")).toEqual([]);
    expect(person("Anika").reads()).toMatch(/Take care:\W+no informal way, the affected person decides and urgent/);

    // Again until somebody has taken it; the message itself offers that.
    await stage.moveTo("2026-03-01T14:01");
    expect(urgent("Lucas").at(-1)).toContain("nobody has taken it yet");
    await person("Lucas").press("Take the case");
    await stage.settle();
    await stage.moveTo("2026-03-01T18:00");
    expect(urgent("Lucas")).toHaveLength(2);
    expect(urgent("Anika")).toHaveLength(2);
    await enter(stage, "Anika", "Acknowledge the report", {});
    expect(person("Anika").canPress("An informal way may be possible")).toBe(false);

    // To whom it happened may end it, and the other one not.
    await mona.command("mycase");
    expect(mona.note()).toContain(second);
    await mona.press("End the investigation");
    await mona.press("End the investigation");
    await stage.settle();
    await person("Anika").command("case show", { code: second });
    expect(person("Anika").note()).toContain("closed");
    await mona.command("mycase");
    await mona.press("Next");
    expect(mona.note()).toContain(first);
    expect(mona.offered()).not.toContain("End the investigation");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Nils/);
  });

  test("[C14][C37][C39][C43][C45][C46] some rules ask further questions, and what they need has to be answered; trafficking is urgent for everybody who receives it", async () => {
    stage = await openStage({ platform, organisation: civil });
    const { person } = stage;
    const mona = person("Mona");
    const first = {
      "What happened?": words.what,
      "How are you involved?": "I saw or heard it",
      "How do you know of it?": "I saw it myself",
    };
    await write(first);
    await turn();
    for (const rule of [
      "Harassment",
      "Sexual harassment",
      "Discrimination",
      "Knowing of it and doing nothing",
      "Buying sexual services",
    ])
      expect(optionsOf("Which rules?").map((each) => each.toLowerCase())).toContain(rule.toLowerCase());
    await mona.fillIn({
      "Which rules?": ["Discrimination", "Relationship that exploits somebody", "Trafficking"],
      "Is anybody under 18 affected?": "No",
      "Who is it about?": [person("Nils").id],
    });
    await goOn({});
    await turn();
    expect(labels()).toEqual(["What was it based on?", "To whom did it happen?", "What is exploited?"]);
    expect(optionsOf("What was it based on?")).toHaveLength(13);
    expect(isRequired("What is exploited?")).toBe(true);
    expect(isRequired("What was it based on?")).toBe(false);
    await mona.fillIn({ "What is exploited?": "money", "What was it based on?": ["gender", "age"] });
    const codeName = await send();
    for (const leader of ["Freja", "Samir", "Nanna"]) {
      expect(urgent(leader)).toHaveLength(1);
      expect(person(leader).rooms()).toEqual([`case-${codeName}`]);
    }
    expect(person("Freja").reads()).toMatch(/Based on:\W+(age and gender|gender and age)/);
    expect(person("Freja").reads()).toMatch(/Take care:\W+.*urgent/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|gender/);
  });

  test("[P04][P08] a report of conduct says at which event, one of social media where the post is; neither is asked of others", async () => {
    stage = await openStage({ platform, organisation: cope });
    const { person } = stage;
    const mona = person("Mona");
    await mona.command("report");
    expect(optionsOf("Which rules?").slice(0, 6)).toHaveLength(6);
    await mona.fillIn({
      "What happened?": words.what,
      "How are you involved?": "I saw or heard it",
      "Which rules?": ["Conduct in social media"],
    });
    await turn();
    expect(labels()).not.toContain("At which event?");
    await mona.fillIn({ "Who is it about?": [person("Nils").id], "As what were they there?": "delegate" });
    await turn();
    expect(labels()).toEqual(["Did anybody see it?", "At which event?", "Link to the post"]);
    expect([isRequired("At which event?"), isRequired("Link to the post")]).toEqual([true, true]);
    await mona.fillIn({ "At which event?": "PLANTED-EVENT the spring convention", "Link to the post": "a screenshot" });
    const codeName = await send();
    await enter(stage, "Judy", "Take the case");
    await person("Judy").command("case show", { code: codeName });
    await person("Judy").press("Open the file");
    expect(person("Judy").note()).toContain("PLANTED-EVENT the spring convention");
  });

  test("[F154][F156] of a complaint only the kinds are offered that there are of what it is about: the Union, or a member", async () => {
    stage = await openStage({ platform, organisation: union });
    const mona = stage.person("Mona");
    const about = async (what: string) => {
      await write({
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Is it about the Union, a member, or a group?": what,
      });
      await turn();
      const offered = optionsOf("Which rules?");
      mona.closeWindow();
      return offered;
    };
    const ofUnion = await about("The Union itself");
    expect(ofUnion).toHaveLength(9);
    expect(ofUnion).not.toContain("Personal harassment");
    const ofMember = await about("A member");
    expect(ofMember).toHaveLength(18);
    expect(ofMember).toContain("Personal harassment");
    expect(ofMember.filter((each) => ofUnion.includes(each))).toHaveLength(3);
  });

  test("[A05] whoever reports what they did themselves is asked nothing about others, and reads to whom it goes and what happens next; the Executive Director alone gets it, and who decides sees that they came by themselves", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const mona = person("Mona");
    await write({
      "What happened?": words.what,
      "How are you involved?": "It is about what I did myself",
      "Which rules?": ["Disrespect in a conflict"],
    });
    await turn();
    expect(mona.note()).toContain("You tell of what you did yourself.");
    for (const asked of [
      "Who is it about?",
      "Somebody without an account here",
      "Have you tried to settle it yourselves?",
    ])
      expect(labels()).not.toContain(asked);
    await mona.fillIn({ "How can we reach you?": words.contact });
    expect(mona.note()).toContain(
      "These people will read your report, and nobody else: Maren Oliver (Code: Disclosure).",
    );
    expect(mona.note()).toContain("Nobody else is told of it now. Whoever decides sees that you came by yourself.");
    expect(mona.note()).toContain("What happens next");
    expect(mona.note()).not.toContain("The person it is about");
    const codeName = await send();
    expect(mona.note()).toContain("It goes to: Maren Oliver (Code: Disclosure).");
    for (const other of ["Theo", "Joy", "Anika", "Lucas", "Nils", "Grace"]) expect(person(other).rooms()).toEqual([]);
    await enter(stage, "Maren", "Take the case");
    expect(person("Maren").reads()).toMatch(/It is about what I did myself/);
    await person("Maren").press("Open the file");
    await person("Maren").press("People");
    expect(person("Maren").note()).toContain("respondent: Mona Wik");
    expect(person("Maren").note()).not.toContain("complainant");
    await person("Maren").command("case show", { code: codeName });
    await enter(stage, "Maren", "Acknowledge the report", { "Your message": "Thank you for coming." });
    expect(mona.reads()).toContain("Thank you for coming.");
    await enter(stage, "Maren", "accepted, to be investigated");
    expect(mona.messages().filter(({ text }) => text.includes("accepted, to be investigated"))).toHaveLength(1);
    await mona.command("mycase");
    expect(mona.note()).toContain(codeName);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona/);
  });

  test("[A05] what the Executive Director reports of herself goes past her", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const maren = person("Maren");
    await maren.command("report");
    await maren.fillIn({
      "What happened?": words.what,
      "How are you involved?": "It is about what I did myself",
      "Which rules?": ["Disrespect in a conflict"],
    });
    if (platform === "discord") await maren.press("Continue");
    await maren.fillIn({ "How can we reach you?": words.contact });
    expect(maren.note()).toContain("Anika Rao and Lucas Tremblay");
    await maren.press("Send the report");
    await stage.settle();
    const codeName = codeNameIn(maren.note());
    expect(person("Anika").rooms()).toEqual([`case-${codeName}`]);
    expect(maren.rooms()).toEqual([]);
    await maren.command("case show", { code: codeName });
    expect(maren.note()).toContain("There is nothing here for you under that name.");
    await maren.command("mycase");
    expect(maren.note()).toContain(codeName);
  });

  test("[F139] several people complain together: who they are and who speaks for all is asked, nobody is in before confirming it, and each can decline; an officer records what somebody without an account said", async () => {
    stage = await openStage({ platform, organisation: union });
    const { person } = stage;
    const mona = person("Mona");
    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Is it about the Union, a member, or a group?": "A member",
      },
      {
        "Which rules?": ["Personal harassment"],
        "Who is it about?": [person("Nils").id],
        "When did it happen, or stop?": "2026-02-20",
      },
      { "Do you report this together with others?": "Yes, with others" },
    );
    await turn();
    await mona.fillIn({});
    expect(mona.reads()).toContain("Say who reports it with you");
    if (platform === "discord") await mona.press("Change what you wrote");
    await mona.fillIn({ "Who reports it with you?": [person("Nils").id] });
    expect(mona.reads()).toContain("Somebody stands here whom the report is about.");
    if (platform === "discord") await mona.press("Change what you wrote");
    await mona.fillIn({
      "Who reports it with you?": [person("Karen").id, person("Zoe").id],
      "Those who have no account here": "Ana Vieira",
    });
    await turn();
    expect(isRequired("Who speaks for all of you?")).toBe(true);
    expect(optionsOf("Who speaks for all of you?")).toEqual([
      "I do",
      "Karen Bolitho",
      expect.stringContaining("Zoe"),
      "Ana Vieira",
    ]);
    await mona.fillIn({ "Who speaks for all of you?": "Karen Bolitho" });
    expect(mona.note()).toContain("Each of them is asked, and is part of it only once they confirm.");
    expect(mona.note()).toContain("Karen Bolitho speaks for all.");
    const codeName = await send();
    await enter(stage, "Helen", "Take the case");
    expect(person("Helen").reads()).toMatch(/Reported together:\W+1 person, 3 confirmations open/);

    // What they are sent says nothing of it; who asks stands behind a press.
    const [karen, zoe] = [person("Karen"), person("Zoe")];
    expect(karen.reads()).toContain("Somebody says that you report something together with them.");
    expect(karen.reads()).not.toMatch(/Mona|PLANTED|Nils/);
    expect(karen.reads()).not.toContain(codeName);
    await karen.press("See who asks");
    expect(karen.note()).toContain("Mona Wik says that you report something together with them.");
    expect(karen.note()).toContain("You are named as the one who speaks for all.");
    expect(karen.note()).not.toMatch(/PLANTED|Nils/);
    await karen.press("Yes, I report it too");
    await stage.settle();
    expect(karen.note()).toContain(codeName);
    expect(person("Helen").reads()).toMatch(/2 people, 2 confirmations open/);
    await zoe.command("mycase");
    expect(zoe.note()).toContain("Mona Wik says that you report something together with them.");
    await zoe.press("No, I do not");
    await stage.settle();
    expect(zoe.note()).toContain("You are no part of it.");
    await zoe.command("mycase");
    expect(zoe.note()).not.toContain(codeName);
    await zoe.command("case show", { code: codeName });
    expect(zoe.note()).toContain("There is nothing here for you under that name.");

    await person("Helen").press("Open the file");
    await person("Helen").press("People");
    expect(person("Helen").note()).toContain("asked to report it too, and has not answered: Ana Vieira");
    expect(person("Helen").note()).toMatch(/Karen Bolitho.*Speaks for all/);
    await person("Helen").choose("Record who reports it too", "Ana Vieira: reports it too");
    await stage.settle();
    expect(person("Helen").reads()).toMatch(/Reported together:\W+3 people\b(?!,)/);
    await mona.command("mycase");
    expect(mona.note()).toMatch(/Together with:\W+Karen Bolitho and Ana Vieira/);
    expect(mona.note()).toMatch(/Speaks for all:\W+Karen Bolitho/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Nils|Ana Vieira/);
  });

  test("[C33] a doubt about an unsafe instruction goes at once to the author's supervisor alone; about that supervisor to the next above, who alone knows of it", async () => {
    stage = await openStage({ platform, organisation: civil });
    const { person } = stage;
    const doubt = async (about: string) => {
      const emil = person("Emil");
      await emil.command("report");
      const pages = [
        {
          "What happened?": words.what,
          "How are you involved?": "It happened to me",
          "How do you know of it?": "I saw it myself",
        },
        {
          "Which rules?": ["Unsafe instruction"],
          "Is anybody under 18 affected?": "No",
          "Who is it about?": [person(about).id],
        },
        {},
      ];
      for (const [index, page] of pages.entries()) {
        // oxlint-disable no-await-in-loop -- one page after the other, as people do
        if (index > 0 && platform === "discord") await emil.press("Continue");
        await emil.fillIn(page);
        // oxlint-enable no-await-in-loop
      }
      const before = emil.note();
      await emil.press("Send the report");
      await stage.settle();
      return { before, codeName: codeNameIn(emil.note()) };
    };
    const leaders = ["Freja", "Samir", "Nanna"] as const;
    const first = await doubt("Nils");
    expect(first.before).toContain("These people will read your report, and nobody else: Clara Munk (Code 3.5).");
    expect(person("Clara").rooms()).toEqual([`case-${first.codeName}`]);
    expect(urgent("Clara")).toHaveLength(1);
    for (const leader of leaders) expect(person(leader).rooms()).toEqual([]);
    await enter(stage, "Clara", "Take the case");
    await enter(stage, "Clara", "Acknowledge the report", {});

    const second = await doubt("Clara");
    expect(second.before).toContain("nobody else: Freja Lindholm (Code 3.5).");
    expect(person("Freja").rooms()).toEqual([`case-${second.codeName}`]);
    expect(urgent("Freja")).toHaveLength(1);
    expect(person("Clara").rooms()).toEqual([`case-${first.codeName}`]);
    await person("Clara").command("case show", { code: second.codeName });
    expect(person("Clara").note()).toContain("There is nothing here for you under that name.");
    for (const other of ["Samir", "Nanna", "Yusuf"]) expect(person(other).rooms()).toEqual([]);
    // The night finds that somebody handles it.
    await stage.moveTo("2026-03-02T12:00");
    expect(person("Samir").reads()).not.toContain(second.codeName);
  });

  test("[A02] whoever saw it reports it for somebody else: that person alone has the say of somebody affected, once the officers wrote to them; whoever reported has the receipt", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const mona = person("Mona");
    const lo = person("Grace");
    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "I saw or heard it",
        "Which rules?": ["Sexual violence", "Racism"],
      },
      { "Who is it about?": [person("Nils").id] },
    );
    await turn();
    expect(labels()).toContain("To whom did it happen?");
    await mona.fillIn({ "How can we reach you?": words.contact, "Do they have an account here?": [lo.id] });
    const codeName = await send();
    await enter(stage, "Maren", "Take the case");
    await person("Maren").command("case show", { code: codeName });
    await person("Maren").press("Open the file");
    await person("Maren").press("People");
    expect(person("Maren").note()).toContain("affected person: Grace");
    // Before anybody wrote to them they know of nothing.
    await lo.command("mycase");
    expect(lo.note()).not.toContain(codeName);
    await person("Maren").command("case show", { code: codeName });
    await person("Maren").press("Send support information");
    await stage.settle();
    expect(lo.reads()).toContain(codeName);
    await lo.command("mycase");
    expect(lo.offered()).toContain("End the investigation");
    await mona.command("mycase");
    expect(mona.note()).toContain(codeName);
    expect(mona.offered()).not.toContain("End the investigation");
    expect(lo.rooms()).toEqual([]);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Mona|Nils|Grace/);
  });

  test("[C35] a person whom the organisation serves has another name in what anybody reads who does not handle the case", async () => {
    stage = await openStage({ platform, organisation: civil });
    const { person } = stage;
    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "I saw or heard it",
        "How do you know of it?": "I saw it myself",
      },
      {
        "Which rules?": ["Harassment"],
        "Is anybody under 18 affected?": "No",
        "Who is it about?": [person("Nils").id],
      },
      {},
      { "To whom did it happen?": "Amal Haddad" },
    );
    await send();
    await enter(stage, "Freja", "Take the case");
    await person("Freja").press("Open the file");
    await person("Freja").press("People");
    expect(person("Freja").note()).toContain("Amal Haddad");
    expect(person("Freja").note()).toContain("protected: others read Person 1");
    await enter(stage, "Freja", "Acknowledge the report", {
      "Your message": "Thank you. We have found Amal, and Amal Haddad is safe.",
    });
    expect(person("Mona").reads()).toContain("We have found Person 1, and Person 1 is safe.");
    expect(
      person("Mona")
        .messages()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/Amal|Haddad/);
    expect(stage.logged.join("\n")).not.toMatch(/Amal|Haddad/);
  });

  test("[C03][C04] a report names a freelancer who has no account, in words, and a place and a day abroad: the day stays as it was there, what is due counts at home, and an officer delivers the notice", async () => {
    stage = await openStage({ platform, organisation: civil });
    const { person } = stage;
    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "How do you know of it?": "I saw it myself",
      },
      {
        "Which rules?": ["Harassment"],
        "Is anybody under 18 affected?": "No",
        "Somebody without an account here": "Ola Fri",
      },
      { "What do they do for us?": "freelancer", "Where?": "PLANTED-WHERE Nairobi, Kenya", "When?": "2026-02-28" },
    );
    const codeName = await send();
    await enter(stage, "Freja", "Take the case");
    await person("Freja").command("due");
    expect(person("Freja").note()).toContain("Acknowledge the report: by Tuesday, 3 March 2026");
    await person("Freja").command("case show", { code: codeName });
    await person("Freja").press("Open the file");
    for (const kept of ["freelancer", "PLANTED-WHERE Nairobi, Kenya", "Saturday, 28 February 2026"])
      expect(person("Freja").note()).toContain(kept);
    await person("Freja").press("People");
    expect(person("Freja").note()).toContain("respondent: Ola Fri, no account here");
    await person("Freja").command("case show", { code: codeName });
    await enter(stage, "Freja", "Acknowledge the report", {});
    await enter(stage, "Freja", "accepted, to be investigated");
    await tick(stage, "Freja", "Tell the respondent what the report says", "Hear the respondent", "Hear the witnesses");
    await enter(stage, "Freja", "investigation done");
    await person("Freja").press("upheld");
    await person("Freja").press("Nothing stands in the way, and I keep it confidential");
    await person("Freja").fillIn({
      "Rules found to be broken": ["Harassment"],
      Sanction: "disciplinary measure",
      Reasons: words.reasons,
    });
    await stage.settle();
    await enter(stage, "Freja", "Send the notices");
    await enter(stage, "Freja", "Delivered otherwise: respondent", { "Day on which it was delivered": "2026-03-01" });
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toMatch(/Now:\W+closed/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Ola|Mona/);
  });

  test("[C42] a report of exploitation leaves open how everybody is kept safe and where help is, with the days, until both are ticked", async () => {
    stage = await openStage({ platform, organisation: civil });
    const { person } = stage;
    await write(
      {
        "What happened?": words.what,
        "How are you involved?": "I saw or heard it",
        "How do you know of it?": "Others told me",
      },
      {
        "Which rules?": ["Sexual exploitation or abuse"],
        "Is anybody under 18 affected?": "No",
        "Who is it about?": [person("Nils").id],
      },
      {},
      {},
    );
    const codeName = await send();
    expect(urgent("Nanna")).toHaveLength(1);
    await enter(stage, "Nanna", "Take the case");
    await person("Nanna").command("due");
    expect(person("Nanna").note()).toContain("Settle how everybody is kept safe: by Tuesday, 3 March 2026 — for you");
    await enter(stage, "Nanna", "Acknowledge the report", {});
    expect(person("Nanna").canPress("accepted, to be investigated")).toBe(false);
    await person("Nanna").command("case why", { code: codeName });
    expect(person("Nanna").note()).toContain(
      "Still open: Settle how everybody is kept safe and Tell them where help is.",
    );
    await tick(stage, "Nanna", "Settle how everybody is kept safe", "Tell them where help is");
    await enter(stage, "Nanna", "accepted, to be investigated");
    expect(person("Nanna").canPress("An informal way may be possible")).toBe(false);
  });
});
