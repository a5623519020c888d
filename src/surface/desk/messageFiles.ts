import type { ReportAnswers } from "../../application/intake/reportAnswers.ts";
import type { FormValues } from "../form.ts";
import { untakenTexts } from "../messageFileText.ts";
import { readMessage } from "./reportDraft.ts";
import type { Visit } from "./visit.ts";

/** The answers with what the files of a reported message are handed in with: where they are from, and which are missing. */
export async function withMessageFiles(
  { acts, delivery, speech }: Visit,
  draft: string,
  values: FormValues,
  answers: ReportAnswers,
): Promise<ReportAnswers> {
  const message = readMessage(values);
  if (message === undefined || message.files.length === 0) return answers;
  const files = await acts.messageFiles(delivery.caller, draft, message.files);
  const { by, at, link } = message;
  const untaken = untakenTexts(files, speech).join("\n");
  return {
    ...answers,
    texts: { ...answers.texts, ...(untaken === "" ? {} : { reported_message_untaken: untaken }) },
    ofMessage: {
      text: `${speech.say("report.message.files", { by, at })}\n${link}`,
      relevance: speech.say("report.message.files.why"),
    },
  };
}
