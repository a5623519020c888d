import { nothingHere as nothing } from "../../domain/why/unblock.ts";
import { handsCard } from "../cards/handsCard.ts";
import { valueOf, valuesOf } from "../form.ts";
import { NEEDS } from "./handForms.ts";
import { openForm, press, submission } from "./submission.ts";
import { isRefused, refused, requestOf } from "./visit.ts";
import type { Act, Submission } from "./visit.ts";

/** In whose hands a case is. */
const show: Act = async (visit, { case: ref }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.openHands(delivery.caller, ref);
  if (isRefused(view)) return refused(visit, view);
  return { kind: "note", card: handsCard(view, citation, speech) };
};

/** By command what the only one does is ended of those whom one may end. */
const end: Act = async (visit, target) => {
  const { acts, delivery } = visit;
  const view = await acts.openHands(delivery.caller, target.case);
  if (isRefused(view)) return refused(visit, view);
  const [only, ...others] = view.acting.filter(({ canEnd }) => canEnd);
  if (target.choice === "" && others.length > 0) return show(visit, target);
  const person = target.choice === "" ? (only?.person ?? "") : target.choice;
  return ending(visit, { ...target, choice: person });
};

const ending = press(
  (visit, { case: ref, choice }) => visit.acts.endDelegation(requestOf(visit, ref), choice),
  "done.delegation.ended",
);

export const handActs: Readonly<Record<string, Act>> = {
  "hands.show": show,
  "hands.choose": (visit, target) => openForm(visit, target, "decider"),
  "hands.delegate": (visit, target) => openForm(visit, target, "deputise"),
  "hands.end": end,
  "hands.check": (visit, target) => openForm(visit, target, "precheck"),
  "hands.counter": (visit, target) => openForm(visit, target, "counter"),
};

const isNeed = (text: string): text is (typeof NEEDS)[number] => NEEDS.some((each) => each === text);

export const handForms: Readonly<Record<string, Submission>> = {
  decider: submission(
    "decider",
    (visit, ref, answers) =>
      visit.acts.chooseDecider(requestOf(visit, ref), valueOf(answers, "to"), valueOf(answers, "mitigation")),
    "done.decider",
  ),
  deputise: submission(
    "deputise",
    async (visit, ref, answers) => {
      const { delivery } = visit;
      const to = delivery.kind === "submit" ? delivery.people[valueOf(answers, "who")] : undefined;
      if (to === undefined) return nothing;
      const until = valueOf(answers, "until");
      return visit.acts.delegate(requestOf(visit, ref), to, until === "" ? undefined : until, valueOf(answers, "text"));
    },
    "done.deputise",
  ),
  precheck: submission(
    "precheck",
    (visit, ref, answers) => visit.acts.checkConflicts(requestOf(visit, ref), valuesOf(answers, "out")),
    "done.precheck",
  ),
  counter: submission(
    "counter",
    (visit, ref, answers) => visit.acts.askCounter(requestOf(visit, ref), valueOf(answers, "text")),
    "done.counter",
  ),
  needs: submission(
    "needs",
    (visit, ref, answers) => {
      const found = (visit.place?.hands?.needs ?? []).flatMap(({ party }, i) => {
        const how = valueOf(answers, `needs${i}`);
        return isNeed(how) ? [{ party, how }] : [];
      });
      return visit.acts.considerNeeds(requestOf(visit, ref), found, valueOf(answers, "text"));
    },
    "done.needs",
  ),
};
