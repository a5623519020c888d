import type { Card, Control } from "./card.ts";
import type { Answer } from "./delivery.ts";

/** What a complainant does in their own case, and can do by the code of a report without a name. */
const acts = new Set([
  "mycase.timeline",
  "mycase.answer",
  "mycase.state",
  "mycase.hand",
  "mycase.evidence",
  "mycase.reply",
  "mycase.help",
  "mycase.end",
  "mycase.support",
  "mycase.companion",
  "apart.agree",
  "apart.refuse",
  "apart.answer",
  "apart.decline",
  "apart.ask",
  "agreement.agree",
  "agreement.refuse",
  "agreement.leave",
  "choice.show",
  "choice.pick",
  "choice.make",
  "appeal.lodge",
  "appeal.show",
  "appeal.part",
  "evidence.file",
  "receipt.show",
  "code.read",
  "form.open",
  "form.anyway",
]);

export const isByCode = (act: string) => acts.has(act);

/** The way back to what lies in the channel. */
const BACK = "mycase.list";

/**
 * A card of a case as whoever holds the code of its report gets it: its buttons carry the code in the place of the case, and those are left
 * out that are for somebody with a name.
 */
export function withCode(card: Card, id: string, code: string): Card {
  const rows = card.rows.map((row) => row.flatMap((control) => controlWithCode(control, id, code)));
  return { ...card, rows: rows.filter((row) => row.length > 0) };
}

function controlWithCode(control: Control, id: string, code: string): readonly Control[] {
  if (control.kind === "link") return [control];
  if (control.act === BACK) return [{ ...control, act: "anonymous.look", choice: code, ref: "home" }];
  if (control.ref !== id) return [control];
  return isByCode(control.act) ? [{ ...control, ref: code }] : [];
}

/** The same of whatever somebody is answered. */
export function answerWithCode(answer: Answer, id: string, code: string): Answer {
  switch (answer.kind) {
    case "form":
    case "errors":
      return answer.form.ref === id ? { ...answer, form: { ...answer.form, ref: code } } : answer;
    case "note":
    case "aside":
    case "instead":
    case "home":
    case "file":
      return { ...answer, card: withCode(answer.card, id, code) };
    case "suggestions":
    case "unsent":
    case "silence":
      return answer;
  }
}
