import { enter, holdHearing, tick, today, words } from "./decisions.ts";
import type { Stage } from "./stage.ts";

/** Whoever handles a case of discipline at its hearing stage enters everything that is to be done there, but for the hearing. */
export async function comeToHearing(stage: Stage, name: string): Promise<void> {
  await tick(
    stage,
    name,
    "Tell the respondent what the report says",
    "Hear the complainant",
    "Hear the respondent",
    "Hear the witnesses",
  );
  await enter(stage, name, "Tell the university: Falmouth University or University of Exeter", {
    "To whom?": "University of Exeter",
    "On which day?": today(stage),
    "What was handed over": words.note,
  });
}

/** The same with the hearing: everything that comes before how it ends. */
export async function comeToProof(stage: Stage, name: string, code: string): Promise<void> {
  await comeToHearing(stage, name);
  await holdHearing(stage, name, code);
}
