import type { EndQuestion } from "../../application/acts/endCase.ts";
import type { MyCase } from "../../application/acts/myCases.ts";
import { fitted, limits } from "../card.ts";
import type { Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { ownChallengeControls } from "./challengeCards.ts";
import { button, inRows } from "./controls.ts";
import { CONFIRMED } from "./referralCard.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** As many officers as are offered. */
const OFFERED = 20;

/** What a party can do in a case of their own. */
export function ownControls(mine: MyCase, speech: Speech): readonly Control[] {
  const { say } = speech;
  const others = mine.support?.others ?? [];
  return [
    ...ownChallengeControls(mine, speech),
    ...(mine.canGive === true
      ? [
          button("secondary", say("act.mycase.state"), "mycase.state", mine.case),
          button("secondary", say("act.mycase.hand"), "mycase.hand", mine.case),
        ]
      : []),
    ...(mine.hasEvidence === true
      ? [button("secondary", say("act.mycase.evidence"), "mycase.evidence", mine.case)]
      : []),
    ...(mine.record === undefined
      ? []
      : [button("secondary", say("act.hearing.summary"), "hearing.summary", mine.case)]),
    ...(mine.companion?.canName === true
      ? [button("secondary", say("act.mycase.companion"), "mycase.companion", mine.case)]
      : []),
    ...(mine.canReply === true ? [button("primary", say("act.mycase.reply"), "mycase.reply", mine.case)] : []),
    ...(mine.agreement === undefined
      ? []
      : [
          button("secondary", say("act.agreement.agree"), "agreement.agree", mine.case, mine.agreement),
          button("secondary", say("act.agreement.refuse"), "agreement.refuse", mine.case, mine.agreement),
          button("secondary", say("act.agreement.leave"), "agreement.leave", mine.case),
        ]),
    ...acrossControls(mine, speech),
    ...(mine.choice === undefined ? [] : [button("primary", say("act.choice.show"), "choice.show", mine.case)]),
    ...(mine.canAnswer ? [button("primary", say("act.mycase.answer"), "mycase.answer", mine.case)] : []),
    ...(mine.isAuthor ? [button("secondary", say("act.receipt"), "receipt.show", mine.case)] : []),
    ...(others.length === 0 ? [] : [button("secondary", say("act.mycase.support"), "mycase.support", mine.case)]),
    ...(mine.help === undefined ? [] : [button("secondary", say("help.title"), "mycase.help", mine.case)]),
    ...(mine.canEnd ? [button("danger", say("act.mycase.end"), "mycase.end", mine.case)] : []),
  ];
}

/** What a party can say to the other side. */
function acrossControls({ case: ref, across }: MyCase, { say }: Speech): readonly Control[] {
  return [
    ...(across?.hasWording === true
      ? [
          button("primary", say("act.apart.agree"), "apart.agree", ref),
          button("secondary", say("act.apart.refuse"), "apart.refuse", ref),
        ]
      : []),
    ...(across?.canAnswer === true
      ? [
          button("primary", say("act.apart.answer"), "apart.answer", ref),
          button("secondary", say("act.apart.decline"), "apart.decline", ref),
        ]
      : []),
    ...(across?.canAsk === true ? [button("secondary", say("act.apart.ask"), "apart.ask", ref)] : []),
  ];
}

/** The officers among whom a party chooses to whom to turn. */
export function supportCard(mine: MyCase, speech: Speech): Card {
  const { say } = speech;
  const others = (mine.support?.others ?? []).slice(0, OFFERED);
  return {
    tone: "neutral",
    title: say("mycase.support.title"),
    blocks: [{ kind: "paragraph", text: say("mycase.support.question") }],
    rows: inRows(
      others.map(({ person, name }) =>
        button("secondary", fitted(name, limits.buttonLabel), "mycase.support", mine.case, person),
      ),
    ),
  };
}

/** What follows when a party ends a case, and the press that does it. */
export function endQuestionCard(
  { case: ref, codeName, clause }: EndQuestion,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  return {
    tone: "attention",
    title: say("mycase.end.title", { codeName }),
    blocks: [
      { kind: "paragraph", text: say("mycase.end.question") },
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, clause) }) },
    ],
    rows: [
      [
        button("danger", say("act.mycase.end"), "mycase.end", ref, CONFIRMED),
        button("secondary", say("act.mycase"), "mycase.list", ref),
      ],
      rulesRow([clause], citation, speech, ref),
    ],
  };
}
