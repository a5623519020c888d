import type { OwnVoiceBody } from "../../application/views/ownVoiceBody.ts";
import { paragraph } from "../blocks.ts";
import type { Control } from "../card.ts";
import { selectorText } from "../selectorText.ts";
import { button } from "./controls.ts";
import { caseButton } from "./noticeTable.ts";
import type { NoticeTable } from "./noticeTable.ts";

/** What somebody is told of who speaks for a party. */
export const ownVoiceNotices: NoticeTable<OwnVoiceBody["kind"]> = {
  "submission-returned": ({ case: ref, codeName, to }, { what, item, reasons, companions }, speech) => {
    const { say, name } = speech;
    const isWitness = to === "witness";
    const sent = say(isWitness ? "notice.submission-returned.witness" : "notice.submission-returned", {
      codeName,
      what: name("item", what),
    });
    const may =
      companions === undefined
        ? []
        : [paragraph(say("notice.submission-returned.companion", { whom: selectorText(companions, speech) }))];
    return {
      tone: "attention",
      title: say("notice.submission-returned.title"),
      blocks: [
        paragraph(sent),
        { kind: "quote", text: reasons },
        paragraph(say("notice.submission-returned.kept")),
        ...(isWitness ? [] : may),
      ],
      rows: [sendAgain(ref, { what, item }, isWitness, say("act.mycase.again"), say("act.mycase.returned"))],
    };
  },
  "companion-named": (view, { role, isNamed }, speech) => ({
    tone: "attention",
    title: speech.say("notice.companion-named.title"),
    blocks: [
      paragraph(
        speech.say(isNamed ? "notice.companion-named" : "notice.companion-named.nobody", {
          codeName: view.codeName,
          whom: speech.name("whom", role),
        }),
      ),
    ],
    rows: [[caseButton(view, speech, "people")]],
  }),
};

/** Sending it again in one's own name, and reading what went back. */
function sendAgain(
  ref: string,
  { what, item }: Pick<Extract<OwnVoiceBody, { kind: "submission-returned" }>, "what" | "item">,
  isWitness: boolean,
  again: string,
  read: string,
): readonly Control[] {
  if (item === undefined)
    return [
      button("primary", again, "mycase.state", ref, "report"),
      button("secondary", read, "receipt.show", ref, "2"),
    ];
  const state = button("primary", again, "mycase.state", ref, isWitness ? `w${item}` : item);
  const hand = button("primary", again, "mycase.hand", ref, item);
  return [what === "evidence" ? hand : state, button("secondary", read, "mycase.evidence", ref)];
}
