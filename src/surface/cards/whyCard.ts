import type { ActAnswer, WhyView } from "../../application/acts/askWhy.ts";
import type { ActKind } from "../../domain/acts/act.ts";
import type { Unblock } from "../../domain/why/unblock.ts";
import type { TextKey } from "../../locale/speech.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { unblockText } from "../unblockText.ts";
import { button } from "./controls.ts";
import { cited, refusalText, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What the acts are called, as their buttons say it. */
const labels: Readonly<Record<Exclude<ActKind, "acknowledge" | "conclude" | "refer">, TextKey>> = {
  take: "act.case.take",
  "send-support": "act.case.support",
  support: "act.case.contact",
  "ask-author": "act.anonymous.ask",
  "choose-support": "act.mycase.support",
  end: "act.mycase.end",
  "judge-scope": "act.case.scope",
  "do-task": "act.case.task",
  note: "act.case.note",
  summon: "act.case.summon",
  "write-brief": "act.case.brief",
  "approve-brief": "act.case.approve",
  "record-delivery": "act.case.delivered",
  extend: "act.case.extend",
  "take-offer": "act.case.offer.any",
  "tell-longer": "act.case.longer",
  plan: "act.case.next",
  "choose-decider": "act.hands.choose",
  delegate: "act.hands.delegate",
  "end-delegation": "act.hands.end.any",
  "ask-counter": "act.hands.counter",
  "consider-needs": "form.needs.title",
  "check-conflicts": "act.hands.check",
  "finish-step": "act.case.done.any",
  "note-answer": "act.case.answered",
  answer: "act.mycase.answer",
  recuse: "act.recuse",
  clear: "why.act.clear",
  "put-motion": "act.vote.put",
  "be-present": "act.vote.present",
  cast: "why.act.cast",
  "call-consensus": "act.vote.call",
  "decide-tie": "act.vote.tie",
  "close-vote": "act.vote.close",
  "send-notices": "act.vote.send",
  "impose-interim": "act.sanction.impose",
  "ask-interim": "act.sanction.ask",
  "put-interim": "act.vote.impose",
  review: "act.sanction.review",
  "confirm-task": "act.sanction.tick",
  "note-condition": "act.sanction.condition",
  "record-breach": "act.sanction.breach",
  prolong: "act.sanction.prolong",
  "put-confirmation": "act.sanction.ballot",
  confirm: "act.sanction.confirm",
  "ask-disclosure": "act.case.disclose",
  "name-group": "act.sanction.group",
  "name-class": "act.sanction.class",
  "record-joining": "act.join.record",
  "ask-witness": "act.evidence.ask",
  "release-witness": "act.evidence.release",
  promise: "act.witness.promise",
  decline: "act.witness.decline",
  "hand-in": "act.mycase.state",
  "enter-item": "act.evidence.enter",
  "admit-anonymous": "act.evidence.admit",
  "ask-parties": "act.vote.ask",
  "put-question": "act.evidence.put",
  "answer-question": "act.mycase.reply",
  "ask-agreement": "act.agreement.ask",
  "answer-agreement": "act.agreement.answer",
  "leave-agreement": "act.agreement.leave",
  "choose-outcome": "act.choice.show",
  "keep-apart": "act.apart.begin",
  "end-apart": "act.apart.end",
  "note-contact": "act.apart.contact",
  "ask-across": "act.apart.ask",
  "answer-across": "act.apart.answer",
  "agree-wording": "act.apart.agree",
  "enter-words": "act.apart.enter",
  "pass-on": "act.apart.pass",
  "hold-back": "act.apart.hold",
  "close-question": "act.apart.close",
  "call-hearing": "act.hearing.call",
  "hold-hearing": "act.hearing.held",
  "record-hearing": "act.hearing.record",
  "ask-record": "act.hearing.summary",
  "return-answer": "act.evidence.reply",
  "go-on": "act.vote.resume",
  find: "act.case.find",
  "set-aside": "act.evidence.aside",
  "return-submission": "act.evidence.return",
  "name-companion": "act.mycase.companion",
  "open-items": "act.evidence.open",
  lift: "act.sanction.lift",
  escalate: "act.outside.escalate",
  "write-bundle": "act.outside.bundle",
  "approve-bundle": "act.outside.approve",
  "hand-outside": "act.outside.hand",
  "enter-outside": "act.outside.answer",
  "write-precedent": "act.records.precedent",
  "approve-precedent": "act.records.approve",
  "write-publication": "act.publish.write",
  "approve-publication": "act.publish.approve",
  "decide-publication": "act.publish.decided",
  publish: "act.publish.post",
  "hold-records": "act.records.hold",
  "release-records": "act.records.release",
  lodge: "command.appeal.what.appeal",
  consult: "act.appeal.consult",
  "judge-challenge": "appeal.task.admission",
  "tell-first": "act.appeal.inform",
  "decide-challenge": "act.appeal.end.appeal",
  "ask-names": "act.appeal.names",
  "judge-names": "act.appeal.allow",
};

/** How many characters the lines of each kind take together, and the acts of one stage, at the most. */
const room = { possible: 900, blocked: 1500, later: 450, acts: 200, rest: 250 } as const;

/** What somebody can do in a case now, what not, by which clause, and what would unblock it; each in a line. */
export function whyCard(view: WhyView, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const { possible, blocked, later, done, over } = sorted(view.answers);
  const lines = {
    possible: fit(
      possible.map((each) => possibleLine(each, citation, speech)),
      room.possible,
      speech,
    ),
    blocked: fit(blockedLines(blocked, citation, speech), room.blocked, speech),
    later: fit(laterLines(later, view.stages, speech), room.later, speech),
  };
  const stage = say("why.stage", { stage: name("stage", view.stage), clause: cited(citation, view.clause) });
  const rest = [
    ...(possible.length === 0 ? [say("why.possible.none")] : []),
    ...(done.length === 0 ? [] : [say("why.done", { acts: labelsOf(done, speech) })]),
    ...(over.length === 0 ? [] : [say("why.over", { acts: labelsOf(over, speech) })]),
    say("why.small"),
  ];
  return {
    tone: "neutral",
    title: say("why.title", { codeName: view.codeName }),
    blocks: [
      { kind: "paragraph", text: stage },
      ...listed(say("why.possible"), lines.possible),
      ...listed(say("why.blocked"), lines.blocked),
      ...listed(say("why.later"), lines.later),
      ...rest.map((text): Block => ({ kind: "small", text })),
    ],
    rows: [
      [
        button("secondary", say("act.vote.show"), view.as === "handler" ? "case.show" : "vote.show", view.case),
        rulesLink(citation, speech),
      ],
    ],
  };
}

/** As many different lines as there is room for, one at least, and how many there are besides. */
function fit(all: readonly string[], characters: number, { say }: Speech): readonly string[] {
  const lines = [...new Set(all)];
  let left = characters;
  const fits = lines.filter((line, i) => (left -= line.length) >= 0 || i === 0);
  return fits.length === lines.length ? fits : [...fits, say("list.more", { count: lines.length - fits.length })];
}

type Answered<Kind extends ActAnswer["answer"]["kind"]> = ActAnswer & {
  readonly answer: Extract<ActAnswer["answer"], { kind: Kind }>;
};
type Blocked = Answered<"blocked">;

const isBlocked = (each: ActAnswer): each is Blocked => each.answer.kind === "blocked";
const isPossible = (each: ActAnswer): each is Answered<"possible"> => each.answer.kind === "possible";
const helpsWith = ({ answer }: Blocked, test: (unblock: Unblock) => boolean) => answer.by.unblock.some(test);

/** What is only for another stage, is done or over, is not in the way of anything now. */
function sorted(answers: readonly ActAnswer[]) {
  const all = answers.filter(isBlocked);
  const done = all.filter((each) => each.answer.by.refused === "already-done");
  const elsewhere = all.filter((each) => each.answer.by.refused === "not-at-this-stage");
  const later = elsewhere.filter((each) => helpsWith(each, ({ kind }) => kind === "reach"));
  const over = elsewhere.filter((each) => !later.includes(each));
  const blocked = all.filter((each) => !done.includes(each) && !elsewhere.includes(each));
  return { possible: answers.filter(isPossible), blocked, later, done, over };
}

const listed = (heading: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];

function possibleLine(each: Answered<"possible">, citation: Citation, speech: Speech): string {
  const act = labelOf(each, speech);
  const { clause } = each.answer;
  return clause === undefined ? act : speech.say("why.line", { act, clause: cited(citation, clause) });
}

/** Acts that the same stands in the way of are one line. */
function blockedLines(blocked: readonly Blocked[], citation: Citation, speech: Speech): readonly string[] {
  const reasons = Map.groupBy(blocked, ({ answer: { by } }) => {
    const clause = "clause" in by && by.clause !== undefined ? ` (${cited(citation, by.clause)})` : "";
    return `${refusalText(by, speech)}${clause} ${unblockText(by.unblock, speech)}`;
  });
  return [...reasons].map(([reason, acts]) =>
    speech.say("why.blocked.line", { acts: blockedActs(acts, speech), reason }),
  );
}

/** Several motions are just "Put a motion". */
function blockedActs(blocked: readonly Blocked[], speech: Speech): string {
  const motions = blocked.filter(({ act }) => act === "put-motion");
  const labelled = blocked.map((each) =>
    labelOf(motions.length > 1 && each.act === "put-motion" ? { ...each, about: undefined } : each, speech),
  );
  return fit(labelled, room.acts, speech).join(", ");
}

/** What is possible at other stages, the next of them that comes: "hearing the respondent: Call to a meeting, Respondent heard". */
function laterLines(later: readonly Blocked[], stages: readonly string[], speech: Speech): readonly string[] {
  const { say, name } = speech;
  const places = later.map((each) => ({
    act: labelOf(each, speech),
    stage: each.answer.by.unblock.flatMap((unblock) => (unblock.kind === "reach" ? unblock.stages : []))[0] ?? "",
  }));
  return stages.flatMap((stage) => {
    const acts = places.filter((each) => each.stage === stage).map(({ act }) => act);
    if (acts.length === 0) return [];
    return say("why.later.line", { stage: name("stage", stage), acts: fit(acts, room.acts, speech).join(", ") });
  });
}

function labelsOf(answers: readonly ActAnswer[], speech: Speech): string {
  const all = [...new Set(answers.map((each) => labelOf(each, speech)))];
  const shown = fit(all, room.rest, speech);
  return shown.length === all.length && shown.at(-1) === all.at(-1) ? speech.list(shown) : cutShort(shown);
}

/** "a, b and 2 more". */
const cutShort = (shown: readonly string[]) => `${shown.slice(0, -1).join(", ")} ${shown.at(-1) ?? ""}`;

/** As its button says it: "Put a motion: dismiss the complaint"; the outcome alone where a stage is ended with it. */
function labelOf({ act, about }: ActAnswer, speech: Speech): string {
  const { say, name } = speech;
  if (act === "refer") return say("act.refer", { stage: name("stage", about ?? "") });
  if (act === "acknowledge") return name("task", act);
  if (act === "conclude") return name("outcome", about ?? "");
  if (act === "record-delivery") return say("act.case.delivered", { whom: name("party", about ?? "person") });
  const label = say(labels[act]);
  if (about === undefined) return label;
  return say("why.act", { act: label, about: name(act === "do-task" ? "task" : "motion", about) });
}
