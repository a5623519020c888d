import type { SanctionView } from "../../application/acts/sanctions.ts";
import { shareOf } from "../../domain/sanctions/groups.ts";
import { nothingHere as nothing } from "../../domain/why/unblock.ts";
import { noteCard } from "../cards/noteCard.ts";
import { sanctionsCard } from "../cards/sanctionCards.ts";
import { valueOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { liftChoice } from "../upkeepText.ts";
import { openForm, submission } from "./submission.ts";
import { isRefused, isSeen, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** Opens a form about one sanction: the one that a button names; by command the only one of its kind, or the list of them. */
const about =
  (form: "confirm" | "ballot" | "disclose", may: (sanction: SanctionView) => boolean): Act =>
  async (visit, target) => {
    const view = await visit.acts.openSanctions(visit.delivery.caller, target.case);
    if (isRefused(view)) return refused(visit, view);
    const [only, ...others] = view.sanctions.filter(may);
    if (target.choice === "" && others.length > 0)
      return { kind: "note", card: sanctionsCard(view, visit.citation, visit.speech) };
    const choice = target.choice === "" && only !== undefined ? liftChoice(only) : target.choice;
    return openForm(visit, target, form, choice);
  };

/** The only person whom a case is about, where nobody was asked which. */
const whomOf = ({ place }: Visit, answers: FormValues) =>
  valueOf(answers, "whom") || (place?.respondents[0]?.party ?? "");

/** Somebody who may approve it says yes or no. */
const answering =
  (isApproved: boolean): Act =>
  async (visit, target) => {
    const { acts, speech } = visit;
    const answer = await acts.answerDisclosure(requestOf(visit, target.case), target.choice, isApproved);
    if (isRefused(answer)) return refused(visit, answer);
    if (isSeen(answer)) return silence;
    const said = speech.say(isApproved ? "done.disclosure.approved" : "done.disclosure.refused");
    return { kind: "instead", card: noteCard("good", speech.say("done.title"), said) };
  };

export const consentActs: Readonly<Record<string, Act>> = {
  "sanction.ballot": about("ballot", ({ mayPutToVote }) => mayPutToVote === true),
  "sanction.confirm": about("confirm", ({ mayConfirm }) => mayConfirm === true),
  "case.disclose": about("disclose", ({ mayDisclose }) => mayDisclose === true),
  "sanction.approve": answering(true),
  "sanction.decline": answering(false),
  "sanction.group": (visit, target) => openForm(visit, target, "group"),
  "sanction.class": (visit, target) => openForm(visit, target, "class"),
};

/** The sanction that a form was opened for; undefined for whoever may not know of it. */
async function sanctionOf(visit: Visit, ref: Parameters<Visit["acts"]["openSanctions"]>[1], choice: string) {
  const view = await visit.acts.openSanctions(visit.delivery.caller, ref);
  return isRefused(view) ? undefined : view.sanctions.find((each) => liftChoice(each) === choice);
}

/** 12, of "12"; 0 of anything that is no number. */
export const numberOf = (text: string) => (/^\d{1,6}$/u.test(text.trim()) ? Number.parseInt(text.trim(), 10) : 0);

export const consentForms: Readonly<Record<string, Submission>> = {
  confirm: submission(
    "confirm",
    async (visit, ref, answers, choice) => {
      const sanction = await sanctionOf(visit, ref, choice);
      if (sanction === undefined) return nothing;
      const isConfirmed = valueOf(answers, "answer") === "yes";
      const request = requestOf(visit, ref);
      return visit.acts.confirmSanction(request, sanction.decision, isConfirmed, valueOf(answers, "text"));
    },
    "done.confirm",
  ),
  ballot: submission(
    "ballot",
    async (visit, ref, answers, choice) => {
      const sanction = await sanctionOf(visit, ref, choice);
      if (sanction === undefined) return nothing;
      const [day, text] = [valueOf(answers, "day"), valueOf(answers, "text")];
      return visit.acts.putConfirmation(requestOf(visit, ref), sanction.decision, day, text);
    },
    ({ speech }, answers) => ({ text: speech.say("done.ballot", { day: speech.day(valueOf(answers, "day")) }) }),
  ),
  disclose: submission(
    "disclose",
    async (visit, ref, answers, choice) => {
      const { delivery } = visit;
      const sanction = await sanctionOf(visit, ref, choice);
      const to = delivery.kind === "submit" ? delivery.people[valueOf(answers, "who")] : undefined;
      if (sanction === undefined || to === undefined) return nothing;
      const { decision, party } = sanction;
      const reasons = valueOf(answers, "text");
      return visit.acts.askDisclosure(requestOf(visit, ref), { decision, party, to, reasons });
    },
    "done.disclose",
  ),
  group: submission(
    "group",
    (visit, ref, answers) => {
      const [size, involved] = [numberOf(valueOf(answers, "size")), numberOf(valueOf(answers, "involved"))];
      return visit.acts.nameGroup(requestOf(visit, ref), whomOf(visit, answers), size, involved);
    },
    ({ speech, rulebook, place }, answers) => {
      const [size, involved] = [numberOf(valueOf(answers, "size")), numberOf(valueOf(answers, "involved"))];
      const share = rulebook.procedures[place?.procedure ?? ""]?.groups?.share ?? { numerator: 1, denominator: 1 };
      const { needed } = shareOf(share, size, involved);
      const said = { size, involved, needed, share: `${share.numerator}/${share.denominator}` };
      return { text: speech.say("done.group", said) };
    },
  ),
  class: submission(
    "class",
    (visit, ref, answers) =>
      visit.acts.nameClass(requestOf(visit, ref), whomOf(visit, answers), valueOf(answers, "class")),
    "done.class",
  ),
};
