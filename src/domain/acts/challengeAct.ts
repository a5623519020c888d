import type { Entry } from "../case/entry.ts";
import { decideVerdict } from "../challenges/hear.ts";
import { decideConsult, decideJudge } from "../challenges/judge.ts";
import { decideLodge } from "../challenges/lodge.ts";
import { decideAskNames, decideJudgeNames } from "../challenges/realNames.ts";
import { decideTellFirst } from "../challenges/tellFirst.ts";
import { isBefore } from "../challenges/whoHears.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type ChallengeAct = Extract<
  Act,
  { kind: "lodge" | "consult" | "judge-challenge" | "tell-first" | "decide-challenge" | "ask-names" | "judge-names" }
>;

/** What is done with challenges. Of one that is not before somebody, they are told what is told where there is none. */
export function decideChallengeAct(
  standing: Standing,
  act: ChallengeAct,
  newId: () => string,
): readonly Entry[] | Refusal {
  if (act.kind === "lodge") return decideLodge(standing, act, newId);
  const { current, caller, viewer } = standing;
  const challenge = current.challenges.find(({ id }) => id === act.challenge);
  if (challenge === undefined || viewer.kind === "party" || !isBefore(standing, challenge, caller))
    return { refused: "nothing-here" };
  switch (act.kind) {
    case "consult":
      return decideConsult(standing, challenge, act, newId);
    case "judge-challenge":
      return decideJudge(standing, challenge, act, newId);
    case "tell-first":
      return decideTellFirst(standing, challenge, act, newId);
    case "decide-challenge":
      return decideVerdict(standing, challenge, act, newId);
    case "ask-names":
      return decideAskNames(standing, challenge, act, newId);
    case "judge-names":
      return decideJudgeNames(standing, challenge, act, newId);
  }
}
