import type { ReturnedView, VoiceView } from "../../application/acts/ownVoice.ts";
import type { CaseFileView } from "../../application/acts/readCaseFile.ts";
import type { MyEvidence } from "../../application/acts/readEvidence.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

/** That something went back to its party because somebody from outside wrote it, with how one can tell. */
export function returnedBlocks({ on, reasons, isSentAgain }: ReturnedView, { say, day }: Speech): readonly Block[] {
  return [
    paragraph(say(isSentAgain ? "item.returned.again" : "item.returned", { day: day(on) })),
    { kind: "quote", text: reasons },
  ];
}

/** Of a party: that they speak for themselves, and who goes with them. */
export function voiceTexts({ voice }: { readonly voice?: VoiceView | undefined }, { say }: Speech): readonly string[] {
  if (voice === undefined) return [];
  const { companion, hasOtherPart } = voice;
  if (companion === undefined) return [say("case.file.own-voice")];
  const accompanied = say("case.file.companion", { name: companion });
  return [say("case.file.own-voice"), hasOtherPart ? `${accompanied} ${say("case.file.companion.part")}` : accompanied];
}

/** Giving something back to its party: the report, or what was handed in. */
export function returnControls({ case: ref, body }: CaseFileView, { say }: Speech): readonly Control[] {
  const what = body.part === "evidence" ? body.item?.item : "report";
  const canReturn = (body.part === "evidence" || body.part === "report") && body.canReturn === true;
  return canReturn && what !== undefined
    ? [button("secondary", say("act.evidence.return"), "evidence.return", ref, what)]
    : [];
}

/** Of something that went back to whoever reads it: sending it again in their own name. Undefined for anything else. */
export function sendAgainControls(
  { case: ref, item, codeName, canGive }: MyEvidence,
  { say }: Speech,
): readonly Control[] | undefined {
  if (item?.returned === undefined || !item.isOwn || !canGive || item.isEarlier) return undefined;
  const again = say("act.mycase.again");
  if (item.of === "evidence") return [button("primary", again, "mycase.hand", ref, item.item)];
  return [button("primary", again, "mycase.state", ref, codeName === "" ? `w${item.item}` : item.item)];
}
