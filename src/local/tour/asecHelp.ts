import { prepareVote, writeBrief } from "./help.ts";
import type { TourScene } from "./tourScene.ts";

const tasks = ["inform_respondent", "hear_respondent"] as const;

/** The director goes through what has to be done before the investigation is over, or through what is left of it. */
export async function investigate({ actor, cast, speech, settle, read }: TourScene): Promise<void> {
  const officer = actor(cast.officer);
  const stage = async () => (await read()).current?.stage;
  for (const task of tasks) {
    // oxlint-disable no-await-in-loop -- one after the other, as people do
    if ((await stage())?.tasksDone.includes(task) === true) continue;
    await officer.press(speech.name("task", task));
    await officer.fillIn({ [speech.say("form.task.text")]: words[task] });
    await settle();
    // oxlint-enable no-await-in-loop
  }
  if ((await stage())?.stage !== "investigate") return;
  await officer.press(speech.name("outcome", "investigated"));
  await settle();
}

/** The director writes the brief, with names. */
export const writeAsecBrief = (scene: TourScene) =>
  writeBrief(scene, words.brief(scene.cast.member.name, scene.cast.respondent.name));

/** The motion for a measure of the board is put, and two vote for it. */
export function prepareAsecVote(scene: TourScene): Promise<void> {
  const { speech } = scene;
  return prepareVote(scene, {
    [speech.say("field.motion")]: speech.name("motion", "uphold"),
    [speech.say("field.findings")]: [speech.name("rule", "personal_conduct")],
    [speech.say("field.sanction")]: speech.name("sanction", "board_discipline"),
    [speech.say("form.motion.text")]: words.reasons,
  });
}

/** What is written in the name of those who write something, in the language of the council. */
const words = {
  inform_respondent: "Told by letter on Monday what the complaint says.",
  hear_respondent: "Heard on Thursday at ten. Does not deny it.",
  reasons: "Three people were there and say the same.",
  brief: (member: string, respondent: string) =>
    `${member} says that ${respondent} shouted at her before the whole office. Three people saw it.`,
};
