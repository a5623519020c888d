import { myRecordCard } from "../cards/hearingCards.ts";
import { valueOf } from "../form.ts";
import { copied } from "./evidence.ts";
import { openForm, submission } from "./submission.ts";
import { isRefused, isSeen, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

/** A party asks for the record, or reads it where they asked for it before; those of earlier hearings are turned to. */
const summary: Act = async (visit, target) => {
  const { acts, delivery, citation, speech } = visit;
  const isTurning = target.choice !== "";
  const asked = isTurning ? undefined : await acts.askRecord(requestOf(visit, target.case));
  if (asked !== undefined && isSeen(asked)) return silence;
  if (asked !== undefined && isRefused(asked) && asked.refused !== "already-done") return refused(visit, asked);
  const number = Math.max(1, Number.parseInt(target.choice, 10) || 1);
  const view = await acts.readHearingRecord(delivery.caller, target.case, number);
  if (isRefused(view)) return refused(visit, view);
  return { kind: isTurning ? "instead" : "note", card: myRecordCard(view, citation, speech) };
};

export const hearingActs: Readonly<Record<string, Act>> = {
  "hearing.call": (visit, target) => openForm(visit, target, "hearing"),
  "hearing.held": (visit, target) => openForm(visit, target, "heard"),
  "hearing.record": (visit, target) => openForm(visit, target, "hearingrecord"),
  "hearing.summary": summary,
};

export const hearingForms: Readonly<Record<string, Submission>> = {
  hearing: submission(
    "hearing",
    (visit, ref, answers) =>
      visit.acts.callHearing(requestOf(visit, ref), {
        on: valueOf(answers, "on"),
        time: valueOf(answers, "time"),
        text: valueOf(answers, "text"),
        shorter: valueOf(answers, "shorter"),
      }),
    "done.hearing.call",
  ),
  heard: submission(
    "heard",
    (visit, ref, answers) => visit.acts.holdHearing(requestOf(visit, ref), valueOf(answers, "on")),
    "done.hearing.held",
  ),
  hearingrecord: submission(
    "hearingrecord",
    async (visit, ref, answers) => {
      const files = await copied(visit, answers);
      if ("refused" in files) return files;
      return visit.acts.recordHearing(requestOf(visit, ref), valueOf(answers, "text"), files);
    },
    "done.hearing.record",
  ),
};
