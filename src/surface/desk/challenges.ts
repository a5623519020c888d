import type { Done } from "../../application/actOnCase.ts";
import type { VerdictText } from "../../application/acts/challenges.ts";
import type { ChallengeView } from "../../application/views/challengeView.ts";
import type { Verdict } from "../../domain/challenges/entry.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { bundleLines } from "../bundleText.ts";
import { challengeCard, challengeListCard, challengePartCard, isChallengePart } from "../cards/challengeCards.ts";
import { button, inRows } from "../cards/controls.ts";
import { noteCard } from "../cards/noteCard.ts";
import { lodgeLabel, recipientsText } from "../challengeText.ts";
import type { Answer } from "../delivery.ts";
import { valueOf, valuesOf } from "../form.ts";
import type { FormValues } from "../form.ts";
import { parseLength } from "../length.ts";
import { parseChallengeChoice } from "./challengeForms.ts";
import { fileOf } from "./fileOf.ts";
import { openForm, submission } from "./submission.ts";
import type { Said } from "./submission.ts";
import { isRefused, nothingHere, refused, requestOf } from "./visit.ts";
import type { Act, Submission, Target, Visit } from "./visit.ts";

const list: Act = async ({ acts, delivery, citation, speech }) => {
  const [before, mine] = await Promise.all([acts.challengesBefore(delivery.caller), acts.myCases(delivery.caller)]);
  return { kind: "note", card: challengeListCard(before, mine, citation, speech) };
};

/** By a button the challenge that it names; by a command the one of the case that waits for whoever asks. */
const open = ({ acts, delivery }: Visit, { case: ref, choice }: Target): Promise<ChallengeView | Blocked> =>
  acts.openChallenge(delivery.caller, ref, choice === "" ? undefined : choice);

const show: Act = async (visit, target) => {
  const view = await open(visit, target);
  if (isRefused(view)) return refused(visit, view);
  return { kind: "note", card: challengeCard(view, visit.citation, visit.speech) };
};

const part: Act = async (visit, target) => {
  const [challenge = "", named = "", page = "1"] = target.choice.split(".");
  const view = await open(visit, { ...target, choice: challenge });
  if (isRefused(view)) return refused(visit, view);
  if (!isChallengePart(named)) return nothingHere(visit);
  return { kind: "instead", card: challengePartCard(view, named, Number.parseInt(page, 10), visit.speech) };
};

/** Everything that those read who hear it, as a file. */
const bundle: Act = async (visit, { case: ref, choice }) => {
  const { acts, delivery, citation, speech } = visit;
  const view = await acts.openBundle(delivery.caller, ref, choice);
  if (isRefused(view)) return refused(visit, view);
  const lines = bundleLines(view, citation, speech);
  const text = speech.say("appeal.bundle.text", { codeName: view.codeName });
  const file = fileOf(`appeal-${view.codeName}-${view.challenge}`, lines);
  return { kind: "file", card: noteCard("neutral", speech.say("appeal.bundle.title"), text), file };
};

/** Of several rules by which something could be challenged the one that is named; by command the only one, or a choice of them. */
const lodge: Act = async (visit, target) => {
  const { acts, delivery, speech } = visit;
  if (target.choice !== "" && "id" in target.case) return lodgeBy(visit, target);
  const ref = target.case;
  const mine = (await acts.myCases(delivery.caller)).find((each) =>
    "id" in ref ? each.case === ref.id : each.codeName === ref.codeName.trim().toLowerCase(),
  );
  if (mine === undefined) return nothingHere(visit);
  const here: Target = { ...target, ref: mine.case, case: { id: mine.case } };
  const wanted =
    target.choice === "" ? mine.challenges.can : mine.challenges.can.filter(({ what }) => what === target.choice);
  const [only, ...others] = wanted;
  if (only === undefined) {
    const last = mine.challenges.lodged.findLast(({ what }) => target.choice === "" || what === target.choice);
    const rule = last?.rule ?? ruleFor(visit, mine.role, target.choice);
    // These rules have no such challenge for anybody in this part of a case.
    if (rule === "")
      return refused(visit, {
        refused: "nothing-to-challenge",
        clause: mine.clause,
        unblock: [{ kind: "nothing", as: "by-rules" }],
      });
    return openForm(visit, here, "lodge", rule);
  }
  if (others.length === 0) return openForm(visit, here, "lodge", only.rule);
  const rows = inRows(
    wanted.map((each) => button("primary", lodgeLabel(each, speech), "appeal.lodge", mine.case, each.rule)),
  );
  return { kind: "note", card: noteCard("neutral", speech.say("appeal.list.title"), speech.say("appeal.which"), rows) };
};

/** Whoever presses again is shown what was lodged. */
async function lodgeBy(visit: Visit, target: Target): Promise<Answer> {
  const answer = await openForm(visit, target, "lodge", target.choice);
  if (answer.kind === "form") return answer;
  const view = await open(visit, { ...target, choice: "" });
  if (isRefused(view) || view.rule !== target.choice) return answer;
  return { kind: "note", card: challengeCard(view, visit.citation, visit.speech) };
}

/** Why nothing can be lodged is said by the first rule that would have served. */
const ruleFor = ({ rulebook }: Visit, role: string, what: string): string =>
  Object.entries(rulebook.challenges).find(
    ([, rule]) => rule.by.some((side) => side === role) && (what === "" || rule.kind === what),
  )?.[0] ?? "";

/** A form for a challenge, which is found first: a command names the case alone. */
const onChallenge =
  (
    form: "consult" | "judge" | "tellfirst" | "verdict" | "asknames" | "judgenames",
    choiceOf: (view: ChallengeView) => string,
  ): Act =>
  async (visit, target): Promise<Answer> => {
    const view = await open(visit, target);
    if (isRefused(view)) return refused(visit, view);
    const here: Target = { ...target, ref: view.case, case: { id: view.case } };
    return openForm(visit, here, form, choiceOf(view), view.challenge);
  };

export const challengeActs: Readonly<Record<string, Act>> = {
  "appeal.list": list,
  "appeal.show": show,
  "appeal.part": part,
  "appeal.bundle": bundle,
  "appeal.lodge": lodge,
  "appeal.consult": onChallenge("consult", ({ challenge }) => challenge),
  "appeal.admit": onChallenge("judge", ({ challenge }) => `${challenge}-yes`),
  "appeal.refuse": onChallenge("judge", ({ challenge }) => `${challenge}-no`),
  "appeal.inform": onChallenge("tellfirst", ({ challenge }) => challenge),
  "appeal.decide": onChallenge("verdict", ({ rule, challenge }) => `${rule}.${challenge}`),
  "appeal.names": onChallenge("asknames", ({ challenge }) => challenge),
  "appeal.allow": onChallenge("judgenames", ({ challenge }) => `${challenge}-yes`),
  "appeal.deny": onChallenge("judgenames", ({ challenge }) => `${challenge}-no`),
};

/** The receipt: what was lodged, when, and to whom. */
function receipt({ speech }: Visit, _: FormValues, { current, rulebook }: Done): Said {
  const { say, name, day } = speech;
  const lodged = current.challenges.at(-1);
  if (lodged === undefined) return { text: say("done.lodge.sent") };
  const at = localTime(rulebook, lodged.lodged);
  const rests = rulebook.challenges[lodged.rule]?.suspends_sanction === true;
  const text = say("done.lodge", {
    what: name("challenge", lodged.rule),
    codeName: current.codeName,
    day: day(at.toPlainDate().toString()),
    time: at.toPlainTime().toString({ smallestUnit: "minute" }),
    to: recipientsText(rulebook, lodged.rule, lodged.to, speech),
  });
  return {
    text: [
      text,
      ...(lodged.isLate ? [say("done.lodge.late")] : []),
      ...(rests && lodged.against.decision !== undefined ? [say("done.lodge.rests")] : []),
    ].join(" "),
    rows: [[button("secondary", say("act.appeal.show"), "appeal.show", current.id, lodged.id)]],
  };
}

const isVerdict = (text: string): text is Verdict =>
  ["confirm", "change_sanction", "annul", "no_agreement", "told", "not_told", "opinion"].includes(text);

/** Where only one is possible it is not asked. */
function verdictOf({ rulebook }: Visit, choice: string, answers: FormValues): Verdict {
  const given = valueOf(answers, "how");
  if (isVerdict(given)) return given;
  const rule = rulebook.challenges[parseChallengeChoice(choice).rule];
  if (rule?.kind === "review") return "opinion";
  if (rule?.kind === "information") return rule.answer === "never" ? "not_told" : "told";
  return "confirm";
}

const yesNo = (choice: string) => {
  const [challenge = "", answer = ""] = choice.split("-");
  return { challenge, isYes: answer === "yes" };
};

export const challengeForms: Readonly<Record<string, Submission>> = {
  lodge: submission(
    "lodge",
    (visit, ref, answers, rule) =>
      visit.acts.lodge(requestOf(visit, ref), {
        rule,
        to: Number.parseInt(valueOf(answers, "to") || "0", 10),
        ground: valueOf(answers, "ground") || undefined,
        words: valueOf(answers, "words"),
        evidence: valueOf(answers, "evidence"),
      }),
    receipt,
  ),
  consult: submission(
    "consult",
    (visit, ref, answers, challenge) => visit.acts.consult(requestOf(visit, ref), challenge, valueOf(answers, "text")),
    "done.consult",
  ),
  judge: submission(
    "judge",
    (visit, ref, answers, choice) => {
      const { challenge, isYes } = yesNo(choice);
      return visit.acts.judgeChallenge(requestOf(visit, ref), challenge, isYes, valueOf(answers, "text"));
    },
    "done.judge",
  ),
  tellfirst: submission(
    "tellfirst",
    (visit, ref, answers, challenge) =>
      visit.acts.tellFirst(requestOf(visit, ref), challenge, valueOf(answers, "text")),
    "done.tellfirst",
  ),
  verdict: submission(
    "verdict",
    (visit, ref, answers, choice) => {
      const how = verdictOf(visit, choice, answers);
      const verdict: VerdictText = {
        how,
        sanction: how === "change_sanction" ? valueOf(answers, "sanction") || undefined : undefined,
        lasts: how === "change_sanction" ? parseLength(valueOf(answers, "lasts")) : undefined,
        findings: valuesOf(answers, "findings"),
        members: valuesOf(answers, "members"),
        reasons: valueOf(answers, "text"),
        letter: valueOf(answers, "letter"),
      };
      return visit.acts.decideChallenge(requestOf(visit, ref), parseChallengeChoice(choice).challenge, verdict);
    },
    "done.verdict",
  ),
  asknames: submission(
    "asknames",
    (visit, ref, answers, challenge) => visit.acts.askNames(requestOf(visit, ref), challenge, valueOf(answers, "text")),
    "done.asknames",
  ),
  judgenames: submission(
    "judgenames",
    (visit, ref, answers, choice) => {
      const { challenge, isYes } = yesNo(choice);
      return visit.acts.judgeNames(requestOf(visit, ref), challenge, isYes, valueOf(answers, "text"));
    },
    "done.judgenames",
  ),
};
