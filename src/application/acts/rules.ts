import type { NameOf } from "../../domain/versions/subject.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account } from "../person.ts";
import { differenceView, rulesView, statingView } from "../views/rulesView.ts";
import { stateVote } from "./amendRules.ts";
import type { StatedVote } from "./amendRules.ts";

/** What an administrator can do about the versions of the rulebook. */
export function rulesActs(house: House) {
  return {
    openRules: () => rulesView(house),
    openDifference: (number: number | undefined, called: NameOf) => differenceView(house, number, called),
    openStating: (vote: string) => statingView(house, vote),
    stateVote: async (caller: Account, stated: StatedVote) =>
      stateVote(house, await ensurePerson(house, caller), stated),
  };
}
