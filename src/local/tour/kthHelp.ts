import { prepareVote, writeBrief } from "./help.ts";
import type { TourScene } from "./tourScene.ts";

const stagesOfHearing = ["contact", "assess", "witnesses", "hear_respondent"];

/** The officer goes through everything from the first contact to the hearing of the respondent, or through what is left of it. */
export async function hearBothSides(scene: TourScene): Promise<void> {
  const stage = (await scene.read()).current?.stage.stage;
  if (stage === undefined || !stagesOfHearing.includes(stage)) return;
  await concludeStage(scene, stage);
  const next = (await scene.read()).current?.stage.stage;
  if (next === stage) throw new Error(`The stage ${stage} could not be concluded: ${officerOf(scene).note()}`);
  await hearBothSides(scene);
}

const officerOf = ({ actor, cast }: TourScene) => actor(cast.officer);

async function concludeStage(scene: TourScene, stage: string): Promise<void> {
  const { speech, settle } = scene;
  const officer = officerOf(scene);
  const press = async (label: string, answers?: Readonly<Record<string, string | readonly string[]>>) => {
    await officer.press(label);
    if (answers !== undefined) await officer.fillIn(answers);
    await settle();
  };
  const outcome = (id: string) => speech.name("outcome", id);
  switch (stage) {
    case "contact": {
      const current = (await scene.read()).current;
      if (current?.lead === undefined) await press(speech.say("act.case.take"));
      if (current?.stage.tasksDone.includes("acknowledge") !== true)
        await press(speech.name("task", "acknowledge"), {});
      return press(outcome("in_contact"));
    }
    case "assess":
      return press(outcome("violation"), {
        [speech.say("field.rules")]: [speech.name("rule", "boundaries")],
        [speech.say("form.conclude.text")]: words(scene).reasons,
      });
    case "witnesses":
      return press(outcome("done"));
    case "hear_respondent":
      if ((await scene.read()).current?.summons.length === 0)
        await press(speech.say("act.case.summon"), {
          [speech.say("field.on")]: scene.today().add({ days: 6 }).toString(),
          [speech.say("form.summon.text")]: words(scene).summons,
        });
      return press(outcome("heard"));
  }
}

/** The officer writes the brief. */
export const writeKthBrief = (scene: TourScene) => writeBrief(scene, words(scene).brief);

/** The motion for a warning is put, and three vote for it. */
export function prepareKthVote(scene: TourScene): Promise<void> {
  const { speech } = scene;
  return prepareVote(scene, {
    [speech.say("field.motion")]: speech.name("motion", "uphold"),
    [speech.say("field.findings")]: [speech.name("rule", "boundaries")],
    [speech.say("field.severity")]: speech.name("severity", "ordinary"),
    [speech.say("field.sanction")]: speech.name("sanction", "warning"),
    [speech.say("form.motion.text")]: words(scene).reasons,
  });
}

/** What is written in the name of those who write something. */
function words({ speech }: TourScene) {
  return speech.locale === "sv" ? swedish : english;
}
const english = {
  reasons: "A clear no was given, twice, and it went on.",
  summons: "16:00 in room 4. You may bring somebody with you.",
  brief: "Person A says that Person B went on after a clear no. Person B does not deny it.",
};
const swedish: typeof english = {
  reasons: "Ett tydligt nej gavs två gånger, och det fortsatte ändå.",
  summons: "Kl. 16 i rum 4. Du får ta med dig någon.",
  brief: "Person A säger att Person B fortsatte efter ett tydligt nej. Person B förnekar det inte.",
};
