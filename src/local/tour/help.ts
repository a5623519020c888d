import type { TourScene } from "./tourScene.ts";

/** What is chosen and written in a form, by the labels of its fields. */
type Answers = Readonly<Record<string, string | readonly string[]>>;

/** The officer writes the brief. */
export async function writeBrief({ actor, cast, speech, settle }: TourScene, text: string): Promise<void> {
  await actor(cast.officer).press(speech.say("act.case.brief"));
  await actor(cast.officer).fillIn({ [speech.say("form.brief.text")]: text });
  await settle();
}

/** The chair and those who vote first read the brief, the motion is put, and they vote; the chair's own ballot is left. */
export async function prepareVote(scene: TourScene, motion: Answers): Promise<void> {
  const { cast, speech, settle, actor } = scene;
  const facts = await scene.read();
  for (const person of [cast.chair, ...cast.voters]) {
    if (facts.cleared.includes(person.account)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
    await actor(person).press(speech.say("act.vote.brief"));
    // oxlint-disable-next-line no-await-in-loop
    await actor(person).press(speech.say("act.vote.clear"));
  }
  await settle();
  if (facts.vote?.isOpen !== true) {
    await actor(cast.chair).press(speech.say("act.vote.put"));
    await actor(cast.chair).fillIn(motion);
    await settle();
  }
  const voted = (await scene.read()).vote?.voted ?? [];
  for (const person of cast.voters) {
    if (voted.includes(person.account)) continue;
    // oxlint-disable-next-line no-await-in-loop
    await actor(person).press(speech.say("choice.in-favour"));
  }
  await settle();
}
