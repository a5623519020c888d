import type { ChoiceQuestion } from "../../application/acts/choices.ts";
import type { Block, Card } from "../card.ts";
import { choiceButtons, namedOutcomes } from "../choiceText.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** Between what a party chooses, until when, and what they have chosen. */
export function choiceCard(question: ChoiceQuestion, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const open = question.outcomes.filter((outcome) => outcome !== question.chosen);
  return {
    tone: "attention",
    title: say("choice.title", { codeName: question.codeName }),
    blocks: [
      { kind: "paragraph", text: say("choice.question", { outcomes: namedOutcomes(question.outcomes, speech) }) },
      ...whenBlocks(question, speech),
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, question.clause) }) },
    ],
    rows: [
      ...inRows(choiceButtons(open, question.case, speech)),
      rulesRow([question.clause], citation, speech, question.case),
    ],
  };
}

/** What follows when a party chooses something, and the press that does it. */
export function choiceConfirmCard(question: ChoiceQuestion, outcome: string, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  return {
    tone: "attention",
    title: say("choice.title", { codeName: question.codeName }),
    blocks: [
      { kind: "paragraph", text: say("choice.confirm", { outcome: name("outcome", outcome) }) },
      { kind: "paragraph", text: say(question.isShared ? "choice.confirm.shared" : "choice.confirm.final") },
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, question.clause) }) },
    ],
    rows: [
      [
        button("primary", say("act.choice.make"), "choice.make", question.case, outcome),
        button("secondary", say("act.choice.other"), "choice.show", question.case),
      ],
      rulesRow([question.clause], citation, speech, question.case),
    ],
  };
}

function whenBlocks({ until, silence, chosen }: ChoiceQuestion, { say, name, day }: Speech): readonly Block[] {
  const text =
    until === undefined
      ? say("choice.until.later", { silence: name("outcome", silence) })
      : say("choice.until", { day: day(until), silence: name("outcome", silence) });
  const mine = chosen === undefined ? [] : [say("choice.chosen", { outcome: name("outcome", chosen) })];
  return [text, ...mine].map((each) => ({ kind: "paragraph", text: each }));
}
