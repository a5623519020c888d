import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PartyId } from "../identity.ts";
import type { Brief, Case } from "./case.ts";
import type { BodyQuestion } from "./questionEntries.ts";
import { readStage } from "./stages.ts";

/** The questions to which the body waits for an answer at the present stage: as long as there is one, its vote rests. */
export function openQuestions(current: Case): readonly BodyQuestion[] {
  return current.questions.filter(
    ({ returned, dropped, visit }) =>
      returned === undefined && dropped === undefined && visit === current.concluded.length,
  );
}

/** What the body has been answered at the present stage, the first first: it stands with the brief. */
export function answeredHere(current: Case): readonly BodyQuestion[] {
  return current.questions.filter(
    ({ returned, visit }) => returned !== undefined && visit === current.concluded.length,
  );
}

/** What a body was answered that decided from a brief: what another one asked is not for it. */
export function answeredWith(current: Case, brief: Pick<Brief, "stage">): readonly BodyQuestion[] {
  return current.questions.filter(({ returned, stage }) => returned !== undefined && stage === brief.stage);
}

/** Whether the body that decides now asks the parties through those who handle the case. */
export function asksParties(rulebook: Rulebook, current: Case): boolean {
  const stage = readStage(rulebook, current);
  return stage.kind === "vote" && stage.questions_via !== undefined;
}

/** What a party was asked and has not answered. */
export function questionTo(current: Case, party: PartyId): BodyQuestion | undefined {
  return openQuestions(current).findLast(
    ({ put, answers }) => put.some((each) => each.party === party) && !answers.some((each) => each.party === party),
  );
}
