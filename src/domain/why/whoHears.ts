import type { Owner, Selector } from "../../rulebook/schema/vocabulary.ts";
import type { Act, Standing } from "../acts/act.ts";
import { readChallengeRule, stateOf } from "../challenges/challenge.ts";
import type { Who } from "./unblock.ts";

type ChallengeAct = Extract<Act, { readonly challenge: string }>;

/** Those whose an act in a challenge is, as the rulebook names them; those who handle the case, where that is nobody of the organisation. */
export function whoHears({ rulebook, current }: Standing, act: ChallengeAct): Who {
  const challenge = current.challenges.find(({ id }) => id === act.challenge);
  if (challenge === undefined) return { kind: "officers" };
  const rule = readChallengeRule(rulebook, challenge);
  const { window, consults, admitted_by: admittedBy, unmask, addressed_to: addressees } = rule;
  const late = window !== "none" && "within" in window ? window.late?.to : undefined;
  const to = addressees[challenge.to] ?? addressees[0];
  const recipients = to !== undefined && "all_of" in to ? to.all_of : [to].flatMap((each) => each ?? []);
  switch (act.kind) {
    case "consult":
      return named(ownersOf(consults));
    case "judge-challenge":
      if (stateOf(rulebook, challenge) === "lateness") return named(ownersOf(late));
      return named(admittedBy === "automatic" ? [] : ownersOf(admittedBy));
    case "judge-names":
      return named(ownersOf(unmask?.approved_by));
    case "tell-first":
    case "decide-challenge":
    case "ask-names":
      return named(recipients);
  }
}

function ownersOf(owner: Owner | undefined): readonly Selector[] {
  if (owner === undefined) return [];
  if ("first_of" in owner) return owner.first_of;
  return "chosen_by" in owner ? [owner.chosen_by] : [owner];
}

function named(selectors: readonly Selector[]): Who {
  const [first] = selectors;
  if (first?.kind === "body") return { kind: "body", body: first.id };
  const offices = selectors.flatMap((each) => (each.kind === "office" ? [each.id] : []));
  return offices.length > 0 ? { kind: "offices", offices } : { kind: "officers" };
}
