import { button } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import { publicationCard } from "../cards/publicationCards.ts";
import { valueOf, valuesOf } from "../form.ts";
import { numberOf } from "./consents.ts";
import { isPublicationForm } from "./publicationForms.ts";
import { parsePlace } from "./publicPlace.ts";
import { openForm, press, submission } from "./submission.ts";
import type { Said } from "./submission.ts";
import { isRefused, isSeen, refused, requestOf, silence } from "./visit.ts";
import type { Act, Submission, Visit } from "./visit.ts";

const check: Act = async (visit, { case: ref }) => {
  const view = await visit.acts.readPublication(visit.delivery.caller, ref);
  return isRefused(view)
    ? refused(visit, view)
    : { kind: "note", card: publicationCard(view, visit.citation, visit.speech) };
};

const post: Act = async (visit, { case: ref, choice }) => {
  const done = await visit.acts.publish(requestOf(visit, ref), choice);
  if (isRefused(done)) return refused(visit, done);
  if (isSeen(done)) return silence;
  const { say } = visit.speech;
  const isPosted = done.current.records.publications.at(-1)?.place !== undefined;
  return {
    kind: "instead",
    card: noteCard("good", say("done.title"), say(isPosted ? "done.publish" : "done.publish.by-hand")),
  };
};

/** What is said once it was written or decided: with the way to what will be read. */
const preview =
  (text: "done.publication" | "done.paneldecision") =>
  ({ speech }: Visit, _: unknown, { current }: { readonly current: { readonly id: string } }): Said => ({
    text: speech.say(text),
    rows: [[button("primary", speech.say("act.publish.check"), "publish.check", current.id)]],
  });

/** Publishing what a panel decided. */
export const publishingActs: Readonly<Record<string, Act>> = {
  "publish.write": (visit, target) => openForm(visit, target, "publication"),
  "publish.check": check,
  "publish.approve": press(
    (visit, { case: ref, choice }) => visit.acts.approvePublication(requestOf(visit, ref), choice),
    "done.approved.publication",
    "instead",
  ),
  "publish.decided": (visit, target) => openForm(visit, target, "paneldecision", target.choice),
  "publish.post": post,
};

export const publishingForms: Readonly<Record<string, Submission>> = {
  publication: submission(
    "publication",
    (visit, ref, answers) => {
      const [form, where] = [valueOf(answers, "form"), valueOf(answers, "where")];
      return visit.acts.writePublication(requestOf(visit, ref), {
        form: isPublicationForm(form) ? form : "anonymised",
        where,
        place: parsePlace(where),
        summary: valueOf(answers, "text"),
      });
    },
    preview("done.publication"),
  ),
  paneldecision: submission(
    "paneldecision",
    (visit, ref, answers, choice) =>
      visit.acts.decidePublication(requestOf(visit, ref), choice, {
        on: valueOf(answers, "on"),
        present: valuesOf(answers, "present"),
        others: valueOf(answers, "text"),
        inFavour: numberOf(valueOf(answers, "infavour")),
        against: numberOf(valueOf(answers, "against")),
      }),
    preview("done.paneldecision"),
  ),
};
