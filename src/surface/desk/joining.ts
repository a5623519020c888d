import { joinCard } from "../cards/joinCard.ts";
import { noteCard } from "../cards/noteCard.ts";
import { isRefused, isSeen, refused, requestOf, silence } from "./visit.ts";
import type { Act } from "./visit.ts";

/** Who says that somebody reports something together with them. */
const show: Act = async (visit, { ref }) => {
  const view = await visit.acts.joinView(visit.delivery.caller, { id: ref });
  if (isRefused(view)) return refused(visit, view);
  return { kind: "note", card: joinCard(view, visit.citation, visit.speech) };
};

const answer =
  (isJoining: boolean): Act =>
  async (visit, { case: ref }) => {
    const view = await visit.acts.answerJoining(requestOf(visit, ref), isJoining);
    if (isRefused(view)) return refused(visit, view);
    return { kind: "instead", card: joinCard(view, visit.citation, visit.speech) };
  };

/** An officer records what somebody said who was named. */
const record: Act = async (visit, { case: ref, values }) => {
  const [party = "", said] = (values[0] ?? "").split(".");
  const result = await visit.acts.recordJoining(requestOf(visit, ref), party, said === "yes");
  if (isRefused(result)) return refused(visit, result);
  if (isSeen(result)) return silence;
  const { say } = visit.speech;
  return { kind: "note", card: noteCard("good", say("done.title"), say("done.join.record")) };
};

export const joiningActs: Readonly<Record<string, Act>> = {
  "join.show": show,
  "join.yes": answer(true),
  "join.no": answer(false),
  "join.record": record,
};
