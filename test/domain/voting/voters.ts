import type { Choice } from "../../../src/domain/voting/paper.ts";
import type { Voter } from "../../../src/domain/voting/result.ts";

/** One member of a board in one word: how they voted, or that they are absent, only present, or have stepped aside. */
export type Conduct = Choice | "absent" | "present" | "recused" | "recused-after-in-favour" | "recused-after-against";

/** A member who behaved so. */
export function voter(person: string, conduct: Conduct): Voter {
  switch (conduct) {
    case "absent":
      return { person, isPresent: false, isRecused: false, choice: undefined };
    case "present":
      return { person, isPresent: true, isRecused: false, choice: undefined };
    case "recused":
      return { person, isPresent: false, isRecused: true, choice: undefined };
    case "recused-after-in-favour":
      return { person, isPresent: true, isRecused: true, choice: "in-favour" };
    case "recused-after-against":
      return { person, isPresent: true, isRecused: true, choice: "against" };
    case "in-favour":
    case "against":
    case "abstain":
      return { person, isPresent: false, isRecused: false, choice: conduct };
  }
}

/** A board that behaved so, in the order of its members; whoever is not named is absent. */
export function boardOf(members: readonly string[], conduct: Readonly<Record<string, Conduct>>): readonly Voter[] {
  return members.map((member) => voter(member, conduct[member] ?? "absent"));
}
