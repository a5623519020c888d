import type { Act, Standing } from "../acts/act.ts";
import { choosableFor } from "../acts/handAct.ts";
import { openNeeds } from "../case/supportNeeds.ts";

/** Acts about in whose hands a case is. */
type HandKind = "choose-decider" | "delegate" | "end-delegation" | "ask-counter" | "consider-needs" | "check-conflicts";

/** Nothing that is entered has an id yet. */
const UNWRITTEN = "";

/** The acts of one kind: choosing the first who can be, having the first who is in office act, ending what somebody was asked for. */
export function askedHandAct(standing: Standing, kind: HandKind): readonly Act[] {
  const { rulebook, roster, current, caller } = standing;
  switch (kind) {
    case "choose-decider": {
      const [free] = choosableFor(standing).filter(({ conflict }) => conflict === undefined);
      return [{ kind, to: free?.to ?? { kind: "person", person: caller } }];
    }
    case "delegate": {
      const out = [...current.handlers, ...current.keptOut, ...current.recused, ...standing.parties];
      const to = Object.values(roster)
        .flat()
        .find((person) => !out.includes(person));
      return [{ kind, to: to ?? caller, until: undefined, statement: UNWRITTEN }];
    }
    case "end-delegation": {
      const own = current.hands.delegations.filter(({ from, to }) => from === caller || to === caller);
      return own.length === 0 ? [{ kind, to: caller }] : own.map(({ to }) => ({ kind, to }));
    }
    case "ask-counter":
      return [{ kind, statement: UNWRITTEN }];
    case "check-conflicts":
      return [{ kind, out: [] }];
    case "consider-needs": {
      const found = openNeeds(rulebook, current).map(({ party }) => ({ party, how: "none" }) as const);
      return [{ kind, found, statement: UNWRITTEN }];
    }
  }
}
