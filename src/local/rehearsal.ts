import type { House } from "../application/house.ts";
import { isRefusal } from "../domain/refusal.ts";
import { speechOf } from "../locale/speech.ts";
import type { Aim } from "../rehearsal/findRoute.ts";
import { rehearse } from "../rehearsal/rehearse.ts";
import { tell } from "../rehearsal/telling/tell.ts";
import { sentenceCase } from "../rehearsal/telling/words.ts";
import { outcomesOf, reportedProcedures } from "../rehearsal/ways.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Rehearse, RehearsalChoice } from "../sandbox/page/rehearsal.ts";
import { refusalText } from "../surface/cards/refusalCard.ts";
import { withNames } from "../surface/ownNames.ts";
import { told } from "./told.ts";

/**
 * Plays fictitious cases by the rules of a house and with its people, from the moment its clock shows; the house itself is left alone.
 * @param house the house of Redress, also while it is stopped
 */
export function openRehearsal(house: () => House, roster: readonly RosterPerson[]): Rehearse {
  return async ({ outcome, sanction, pace }) => {
    const { rulebook, clock } = house();
    const rehearsal = await rehearse({
      rulebook,
      roster,
      start: clock.now(),
      pace,
      aim: readAim(rulebook, outcome),
      sanction: sanction === "" ? undefined : sanction,
    });
    if (isRefusal(rehearsal)) return { refused: told(rulebook, (speech) => refusalText(rehearsal, speech)) };
    return {
      outcomes: choicesOf(rulebook),
      sanctions: Object.keys(rulebook.sanctions).map((id) => ({
        id,
        name: told(rulebook, ({ name }) => name("sanction", id)),
      })),
      told: {
        en: tell(rehearsal, withNames(rulebook.names, speechOf("en"))),
        sv: tell(rehearsal, withNames(rulebook.names, speechOf("sv"))),
      },
    };
  };
}

function readAim(rulebook: Rulebook, wanted: string): Aim {
  const found = outcomesOf(rulebook).find((way) => idOf(way) === wanted);
  if (found === undefined) return { kind: "furthest" };
  const { procedure, stage, outcome } = found;
  return { kind: "outcome", procedure, stage, outcome };
}

function choicesOf(rulebook: Rulebook): readonly RehearsalChoice[] {
  const ofMany = reportedProcedures(rulebook).length > 1;
  return outcomesOf(rulebook).map((way) => ({
    id: idOf(way),
    name: told(rulebook, ({ name }) => {
      const procedure = ofMany ? `${sentenceCase(name("procedure", way.procedure))} > ` : "";
      return `${procedure}${sentenceCase(name("stage", way.stage))}: ${name("outcome", way.outcome)}`;
    }),
  }));
}

const idOf = ({ procedure, stage, outcome }: ReturnType<typeof outcomesOf>[number]) =>
  [procedure, stage, outcome].join(".");
