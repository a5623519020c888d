import type { SessionDone, SessionRequest, SessionSeen } from "../../application/sessions/actOnSession.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { noteCard } from "../cards/noteCard.ts";
import { drawSessionCard, sessionListCard } from "../cards/sessionCards.ts";
import { parseForm, valueOf } from "../form.ts";
import { openVotesText } from "../openVotesText.ts";
import { formId } from "./forms.ts";
import { moveForm } from "./motionForms.ts";
import { ADJOURN, adjournForm, CONVENE, conveneForm } from "./sessionForms.ts";
import { isRefused, isSeen, refused, silence } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

const requestFor = ({ delivery }: Visit, { case: session }: Pick<Target, "case">): SessionRequest => ({
  caller: delivery.caller,
  session,
  delivery: delivery.key,
});

const list: Act = async (visit) => {
  const { acts, delivery, speech } = visit;
  const [lines, bodies] = await Promise.all([
    acts.listSessions(delivery.caller),
    acts.bodiesToConvene(delivery.caller),
  ]);
  return { kind: "note", card: sessionListCard(lines, bodies.length > 0, speech) };
};

const show: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openSessionCard(visit.delivery.caller, ref);
  return isRefused(card)
    ? refused(visit, card)
    : { kind: "note", card: drawSessionCard(card, visit.citation, visit.speech) };
};

/** Opens the form with which a chair convenes the body. */
const open: Act = async (visit) => {
  const { acts, delivery, speech } = visit;
  const bodies = await acts.bodiesToConvene(delivery.caller);
  if (bodies.length > 0) {
    const typed = await acts.readDraft(delivery.caller, await draftOf(visit));
    return { kind: "form", form: conveneForm(bodies, typed ?? {}, speech) };
  }
  return {
    kind: "note",
    card: noteCard("neutral", speech.say("form.convene.title"), speech.say("session.none-to-convene")),
  };
};

const draftOf = ({ acts, delivery }: Visit) =>
  acts.typedId(delivery.caller, formId({ name: CONVENE, choice: "", page: 1 }), "home");

const convene: Submission = async (visit, { values }) => {
  const { acts, delivery, speech } = visit;
  const form = conveneForm(await acts.bodiesToConvene(delivery.caller), values, speech);
  const parsed = parseForm(form.fields, values, speech.say);
  const draft = await draftOf(visit);
  if (parsed.kind === "errors") {
    await acts.keepDraft(delivery.caller, draft, CONVENE, values);
    return { kind: "errors", form, errors: parsed.errors };
  }
  const { answers } = parsed;
  const words = {
    body: valueOf(answers, "body"),
    purpose: valueOf(answers, "purpose"),
    isInCamera: valueOf(answers, "camera") === "yes",
  };
  const convened = await acts.convene(delivery.caller, words, delivery.key);
  await acts.discardDraft(delivery.caller, draft);
  return said(visit, convened, "session.done.convened");
};

/** Adjourned until a day that is asked for first. */
const adjourn: Act = async (visit, { case: ref }) => {
  const card = await visit.acts.openSessionCard(visit.delivery.caller, ref);
  if (isRefused(card)) return refused(visit, card);
  return { kind: "form", form: adjournForm(card.session, {}, visit.speech) };
};

const adjourned: Submission = async (visit, { ref, values }) => {
  const { acts, speech } = visit;
  const form = adjournForm(ref, values, speech);
  const parsed = parseForm(form.fields, values, speech.say);
  if (parsed.kind === "errors") return { kind: "errors", form, errors: parsed.errors };
  const until = valueOf(parsed.answers, "day") || undefined;
  const done = await acts.adjournSession(requestFor(visit, { case: { id: ref } }), until);
  if (isRefused(done) && done.refused === "day-is-over") {
    const day = speech.say("refusal.day-is-over", { day: speech.day(done.day) });
    return { kind: "errors", form, errors: { day } };
  }
  return said(visit, done, "session.done.adjourned");
};

type Said = `session.done.${"convened" | "adjourned" | "open" | "resume" | "end" | "present"}`;

function said(visit: Visit, result: SessionDone | SessionSeen | Blocked, key: Said) {
  const { say } = visit.speech;
  if (isRefused(result)) return refused(visit, result);
  if (isSeen(result)) return silence;
  const { codeName } = result.session;
  return { kind: "note" as const, card: noteCard("good", say("done.title"), say(key, { codeName })) };
}

/** Ends it, and says which votes stay open until their own end. */
const end: Act = async (visit, target) => {
  const { acts, delivery, speech } = visit;
  const ended = said(visit, await acts.leadSession(requestFor(visit, target), "end"), "session.done.end");
  const card = ended.kind === "note" ? await acts.openSessionCard(delivery.caller, target.case) : undefined;
  if (card === undefined || isRefused(card) || card.state !== "ended" || ended.kind !== "note") return ended;
  const left = openVotesText(card, speech);
  if (left === undefined) return ended;
  return { ...ended, card: { ...ended.card, blocks: [...ended.card.blocks, { kind: "paragraph", text: left }] } };
};

const lead =
  (kind: "open" | "resume"): Act =>
  async (visit, target) =>
    said(visit, await visit.acts.leadSession(requestFor(visit, target), kind), `session.done.${kind}`);

const present: Act = async (visit, target) =>
  said(visit, await visit.acts.presentInSession(requestFor(visit, target)), "session.done.present");

/** The form with which a motion is moved, for this session. */
const move: Act = async (visit, { case: ref }) => {
  const { acts, delivery, speech } = visit;
  const card = await acts.openSessionCard(delivery.caller, ref);
  if (isRefused(card)) return refused(visit, card);
  const rules = await acts.rulesToMoveBy(delivery.caller, card.body);
  return { kind: "form", form: moveForm(rules, {}, speech, card.session) };
};

export const sessionActs: Readonly<Record<string, Act>> = {
  "session.list": list,
  "session.show": show,
  "session.new": open,
  "session.open": lead("open"),
  "session.present": present,
  "session.move": move,
  "session.adjourn": adjourn,
  "session.resume": lead("resume"),
  "session.end": end,
};

export const sessionForms: Readonly<Record<string, Submission>> = { [CONVENE]: convene, [ADJOURN]: adjourned };

/** Opens a form of sessions again that was not accepted. */
export const reopenSessionForm: Act = (visit, target) =>
  target.choice.startsWith(`${ADJOURN}/`)
    ? adjourn(visit, { ...target, case: { id: target.ref } })
    : open(visit, target);
