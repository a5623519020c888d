import type { Act, Standing } from "../acts/act.ts";
import { partiesOf } from "../case/case.ts";
import { readProcedure } from "../case/stages.ts";
import { localDay } from "../deadlines/calendar.ts";
import { asksForClass } from "../sanctions/classes.ts";
import { enteredIn, pendingIn } from "../sanctions/confirmation.ts";
import { imposedIn } from "../sanctions/record.ts";

type ConsentKind = "confirm" | "put-confirmation" | "ask-disclosure" | "name-group" | "name-class";

/** A text that has not been written yet. */
const UNWRITTEN = "";

/** What those who handle a case can enter of what others said; nothing in particular where there is nothing of the kind. */
export function askedConsent({ rulebook, current, at }: Standing, kind: ConsentKind): readonly Act[] {
  switch (kind) {
    case "confirm":
      return some(
        enteredIn(rulebook, current).map(({ id }) => id),
        "",
      ).map((decision) => ({ kind, decision, isConfirmed: true, statement: UNWRITTEN }));
    case "put-confirmation": {
      const today = localDay(rulebook, at).toString();
      return some(
        pendingIn(rulebook, current).map(({ id }) => id),
        "",
      ).map((decision) => ({ kind, decision, motion: "", lastDay: today, text: "", statement: UNWRITTEN }));
    }
    case "ask-disclosure": {
      const imposed = rulebook.wider_disclosure === undefined ? [] : imposedIn(rulebook, current);
      const whose = imposed.map(({ decision, party: { party } }) => ({ decision: decision.id, party }));
      const rest = { disclosure: UNWRITTEN, to: UNWRITTEN, reasons: UNWRITTEN };
      return some(whose, { decision: "", party: "" }).map((of) => ({ kind, ...of, ...rest }));
    }
    case "name-group": {
      const isKnown = readProcedure(rulebook, current).groups !== undefined;
      return some(isKnown ? respondents(current) : [], "").map((party) => ({ kind, party, size: 1, involved: 1 }));
    }
    case "name-class": {
      const [name = ""] = Object.keys(rulebook.people.classes);
      const asked = asksForClass(rulebook, current) ? respondents(current) : [];
      return some(asked, "").map((party) => ({ kind, party, class: name }));
    }
  }
}

const respondents = (current: Standing["current"]) => partiesOf(current, "respondent").map(({ party }) => party);

const some = <Of>(found: readonly Of[], nothing: Of): readonly Of[] => (found.length > 0 ? found : [nothing]);
