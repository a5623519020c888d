import { codeNameIn } from "./plays.ts";
import type { Stage } from "./stage.ts";

/** Words that are planted in a case and must stand nowhere but before the eyes of those who may read them. */
export const words = {
  what: "PLANTED-WHAT she was shouted at in front of everybody",
  contact: "PLANTED-CONTACT by telephone, 555 0142",
  note: "PLANTED-NOTE heard on Monday at ten, with a friend",
  reasons: "PLANTED-REASONS three people saw it and say the same",
  record: "PLANTED-RECORD both were there and were heard",
  brief: "PLANTED-BRIEF what everybody says about it",
} as const;

type Values = Readonly<Record<string, string | readonly string[]>>;

/** The pages of a report to the union, of harassment that ended on a day, by one member about another. */
export const aboutMember = (stage: Stage, name: string, ended: string): readonly Values[] => [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    "Is it about the Union, a member, or a group?": "A member",
  },
  {
    "Which rules?": ["Personal harassment"],
    "Who is it about?": [stage.person(name).id],
    "When did it happen, or stop?": ended,
  },
  {},
];

/** Mona files a report, page by page. Returns the code name of the case. */
export async function file(stage: Stage, pages: readonly Values[]): Promise<string> {
  const mona = stage.person("Mona");
  await mona.command("report");
  for (const [index, page] of pages.entries()) {
    // oxlint-disable no-await-in-loop -- one page after the other, as people do
    if (index > 0 && stage.kind === "discord") await mona.press("Continue");
    await mona.fillIn(page);
    // oxlint-enable no-await-in-loop
  }
  await mona.press("Send the report");
  await stage.settle();
  return codeNameIn(mona.note());
}

/** In the union a manager opens a case of discipline about Nils, at one of its stages, and the Chief Executive takes it. */
export async function openDiscipline(stage: Stage, start: string): Promise<string> {
  await stage.person("Denise").command("open");
  await stage.person("Denise").fillIn({
    "Where does it begin?": start,
    "Who is it about?": [stage.person("Nils").id],
    "What happened?": words.what,
    "Why is it opened, and why at this stage?": words.note,
  });
  await stage.settle();
  const codeName = codeNameIn(stage.person("Denise").note());
  await enter(stage, "Helen", "Take the case");
  return codeName;
}

/** The day it is for the union, as 2026-03-20. */
export const today = ({ now }: Stage): string => now().toZonedDateTimeISO("Europe/London").toPlainDate().toString();

/** An officer enters that the hearing of a case was over that day, and what happened there. */
export async function holdHearing(stage: Stage, name: string, code: string): Promise<void> {
  const on = today(stage);
  await stage.person(name).command("hearing held", { code });
  await stage.person(name).fillIn({ "On which day it was over": on });
  await stage.settle();
  await stage.person(name).command("hearing record", { code });
  await stage.person(name).fillIn({ "What happened there": words.record });
  await stage.settle();
}

/** Somebody presses a button, and fills in the form that opens with it. */
export async function enter(stage: Stage, name: string, label: string, ...pages: readonly Values[]): Promise<void> {
  const actor = stage.person(name);
  await actor.press(label);
  for (const [index, page] of pages.entries()) {
    // oxlint-disable no-await-in-loop -- one page after the other, as people do
    if (index > 0 && stage.kind === "discord") await actor.press("Continue");
    await actor.fillIn(page);
    // oxlint-enable no-await-in-loop
  }
  await stage.settle();
}

/** What is entered of what support both sides need. */
export const needsFound = {
  "complainant (A): support needed": "needs none",
  "respondent (B): support needed": "was told where to get it",
  "What was found": words.note,
};

/** The page on which a letter is written. */
export const letterPage = { "The text of the letter": "Do not do that again." } as const;

/** The Chief Executive gives a case to Stage 1, and chooses who decides it: Martin, a head, where nobody else is named. */
export async function giveToMartin(stage: Stage, whom = "Martin Oduya"): Promise<void> {
  await enter(stage, "Helen", "Given to Stage 1");
  await enter(stage, "Helen", "Choose who decides", { "Who decides?": whom });
}

/** Somebody who decides finds which rules were broken, before anything is imposed: nothing stands in the way. */
export async function findBroken(stage: Stage, name: string, rule = "Personal harassment"): Promise<void> {
  const actor = stage.person(name);
  const clear = "Nothing stands in the way, and I keep it confidential";
  await actor.press("Record the finding");
  if (actor.form() === undefined && actor.canPress(clear)) await actor.press(clear);
  await actor.fillIn({ "Rules found to be broken": [rule], Reasons: words.reasons });
  await stage.settle();
}

/** What an officer writes with a task that is done by a notice. */
const TOLD = "What the respondent is told";

/** Somebody ticks tasks in the list of them, each with a note. */
export async function tick(stage: Stage, name: string, ...tasks: readonly string[]): Promise<void> {
  for (const task of tasks) {
    const actor = stage.person(name);
    // oxlint-disable no-await-in-loop -- one after the other
    if (actor.canPress("Done: choose what")) await actor.choose("Done: choose what", task);
    else await actor.press(task);
    const isByParty = actor.form()?.fields.some(({ label }) => label.includes("support needed")) === true;
    const note = actor.form()?.fields.some(({ label }) => label === TOLD) === true ? TOLD : "Note";
    await actor.fillIn(isByParty ? needsFound : { [note]: words.note });
    await stage.settle();
    // oxlint-enable no-await-in-loop
  }
}

/** Members read the brief: nothing stands in the way. */
export async function clearAll(stage: Stage, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const member = stage.person(name);
    // oxlint-disable no-await-in-loop
    await member.press("Read the brief");
    await member.press("Nothing stands in the way, and I keep it confidential");
    // oxlint-enable no-await-in-loop
  }
}

/** Everybody votes in favour, and the first of them closes the vote. */
export async function carry(stage: Stage, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    await stage.person(name).press("In favour");
  }
  await stage.settle();
  await stage.person(names[0] ?? "").press("Close the vote");
  await stage.settle();
}
