import { enter, holdHearing, tick, words } from "./decisions.ts";
import type { Stage } from "./stage.ts";

/** Whoever handles a case of discipline at its hearing stage enters everything that comes before how it ends, on 15 October 2026. */
export async function comeToProof(stage: Stage, name: string, code: string): Promise<void> {
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
    "On which day?": "2026-10-15",
    "What was handed over": words.note,
  });
  await holdHearing(stage, name, code);
}
