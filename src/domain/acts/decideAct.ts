import type { Entry } from "../case/entry.ts";
import { readStage } from "../case/stages.ts";
import { withHeard } from "../challenges/heardAtStage.ts";
import { answerTogether } from "../intake/joining.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, ActKind, Standing } from "./act.ts";
import { decideAgreementAct } from "./agreementAct.ts";
import { decideApartAct } from "./apartAct.ts";
import { decideAskAuthor } from "./authorAct.ts";
import { decideBoardAct } from "./boardAct.ts";
import { decideBreach, decideProlong } from "./breachAct.ts";
import { decideChallengeAct } from "./challengeAct.ts";
import { decideChoice } from "./choiceAct.ts";
import { decideCondition } from "./conditionAct.ts";
import { decideConsentAct } from "./consentAct.ts";
import { decideEnd } from "./endAct.ts";
import { decideEvidenceAct } from "./evidenceAct.ts";
import { decideFinding } from "./findingAct.ts";
import { decideHandAct } from "./handAct.ts";
import { decideHearingAct } from "./hearingAct.ts";
import { decideImpose } from "./interimAct.ts";
import { decideAsk, decidePutInterim } from "./interimVote.ts";
import { decideLift } from "./liftAct.ts";
import { decideOfficerAct } from "./officerAct.ts";
import { decideOwnVoiceAct } from "./ownVoiceAct.ts";
import { decideQuestionAct } from "./questionAct.ts";
import { decideRecordAct, isRecordAct } from "./recordAct.ts";
import { decideRelayAct } from "./relayAct.ts";
import { decideReview } from "./reviewAct.ts";
import { decideScope } from "./scopeAct.ts";
import { decideSendSupport } from "./supportAct.ts";
import { chooseSupport, decideSupport } from "./supportContact.ts";
import { decideTaskDone } from "./taskAct.ts";
import { decideTie } from "./tieAct.ts";
import { decideTimeAct } from "./timeAct.ts";

/** As what one has to stand to a case for an act. */
export type Task = "handler" | "voter" | "either" | "party" | "witness" | "giver" | "challenge";

/**
 * Whose task an act is: of those who handle the case, of the members of the deciding body, of both, of a party, of a witness, of both of these, or of those
 * before whom a challenge is. */
export const taskOf: Readonly<Record<ActKind, Task>> = {
  take: "handler",
  acknowledge: "handler",
  "judge-scope": "handler",
  "do-task": "handler",
  note: "handler",
  summon: "handler",
  conclude: "handler",
  "choose-decider": "handler",
  delegate: "handler",
  "end-delegation": "handler",
  "ask-counter": "handler",
  "consider-needs": "handler",
  "write-brief": "handler",
  "check-conflicts": "handler",
  "approve-brief": "handler",
  "record-delivery": "handler",
  "send-support": "handler",
  "ask-author": "handler",
  support: "handler",
  "choose-support": "party",
  extend: "either",
  "take-offer": "either",
  "tell-longer": "handler",
  plan: "handler",
  "finish-step": "handler",
  "note-answer": "handler",
  answer: "party",
  recuse: "either",
  clear: "either",
  "put-motion": "voter",
  "be-present": "voter",
  cast: "voter",
  "call-consensus": "voter",
  "close-vote": "voter",
  "decide-tie": "voter",
  refer: "either",
  "send-notices": "either",
  "impose-interim": "handler",
  "ask-interim": "handler",
  "put-interim": "voter",
  review: "either",
  "confirm-task": "handler",
  "note-condition": "handler",
  "record-breach": "handler",
  prolong: "either",
  "name-class": "handler",
  "name-group": "handler",
  confirm: "handler",
  "put-confirmation": "handler",
  "ask-disclosure": "handler",
  lift: "either",
  escalate: "handler",
  "write-bundle": "handler",
  "approve-bundle": "handler",
  "hand-outside": "handler",
  "enter-outside": "handler",
  "write-precedent": "handler",
  "approve-precedent": "handler",
  "write-publication": "handler",
  "approve-publication": "handler",
  "decide-publication": "handler",
  publish: "handler",
  "hold-records": "handler",
  "release-records": "handler",
  "record-joining": "handler",
  "ask-witness": "handler",
  "release-witness": "handler",
  promise: "witness",
  decline: "witness",
  "hand-in": "giver",
  "return-submission": "handler",
  "name-companion": "party",
  "enter-item": "handler",
  "admit-anonymous": "handler",
  "ask-parties": "voter",
  "put-question": "handler",
  "answer-question": "party",
  "ask-agreement": "handler",
  "answer-agreement": "party",
  "leave-agreement": "party",
  "keep-apart": "handler",
  "end-apart": "handler",
  "note-contact": "handler",
  "ask-across": "party",
  "answer-across": "party",
  "agree-wording": "party",
  "enter-words": "handler",
  "pass-on": "handler",
  "hold-back": "handler",
  "close-question": "handler",
  "choose-outcome": "party",
  "return-answer": "handler",
  "go-on": "voter",
  find: "handler",
  "set-aside": "handler",
  "call-hearing": "handler",
  "hold-hearing": "handler",
  "record-hearing": "handler",
  "ask-record": "party",
  "open-items": "handler",
  end: "party",
  lodge: "party",
  consult: "challenge",
  "judge-challenge": "challenge",
  "tell-first": "challenge",
  "decide-challenge": "challenge",
  "ask-names": "challenge",
  "judge-names": "challenge",
};

/** Every kind of act, in the order in which they come in a case. */
export const actKinds: readonly ActKind[] = Object.keys(taskOf).filter((kind): kind is ActKind =>
  Object.hasOwn(taskOf, kind),
);

/**
 * What an act brings about, or why it is not allowed. Whoever is nobody to the case is told exactly what is told when there is no such case.
 * @param newId gives an id for each notice that is sent
 * @returns the entries; none for what is kept outside the case file (a ballot, that a member is present)
 */
export function decideAct(standing: Standing, act: Act, newId: () => string): readonly Entry[] | Refusal {
  const { viewer } = standing;
  if (viewer.kind === "nobody") return { refused: "nothing-here" };
  const notTheirs = findNotTheirTask(standing, act);
  if (notTheirs !== undefined) return notTheirs;
  const decided = decideTheirs(standing, act, newId);
  return isRefusal(decided) ? decided : withHeard(standing.rulebook, standing.current, decided);
}

function decideTheirs(standing: Standing, act: Act, newId: () => string): readonly Entry[] | Refusal {
  if (isRecordAct(act)) return decideRecordAct(standing, act, newId);
  switch (act.kind) {
    case "take":
    case "acknowledge":
    case "do-task":
    case "note":
    case "summon":
    case "conclude":
    case "write-brief":
    case "approve-brief":
    case "record-delivery":
      return decideOfficerAct(standing, act, newId);
    case "recuse":
    case "clear":
    case "put-motion":
    case "be-present":
    case "cast":
    case "call-consensus":
    case "close-vote":
    case "refer":
    case "send-notices":
      return decideBoardAct(standing, act, newId);
    case "decide-tie":
      return decideTie(standing, act, newId);
    case "impose-interim":
      return decideImpose(standing, act, newId);
    case "ask-interim":
      return decideAsk(standing, act, newId);
    case "put-interim":
      return decidePutInterim(standing, act);
    case "review":
      return decideReview(standing, act);
    case "confirm-task":
      return decideTaskDone(standing, act, newId);
    case "note-condition":
      return decideCondition(standing, act, newId);
    case "record-breach":
      return decideBreach(standing, act, newId);
    case "prolong":
      return decideProlong(standing, act);
    case "confirm":
    case "put-confirmation":
    case "ask-disclosure":
    case "name-group":
    case "name-class":
      return decideConsentAct(standing, act, newId);
    case "lift":
      return decideLift(standing, act, newId);
    case "extend":
    case "take-offer":
    case "tell-longer":
    case "plan":
    case "finish-step":
    case "note-answer":
    case "answer":
      return decideTimeAct(standing, act, newId);
    case "support":
      return decideSupport(standing);
    case "choose-support":
      return chooseSupport(standing, act.officer, newId);
    case "ask-author":
      return decideAskAuthor(standing, act, newId);
    case "choose-decider":
    case "delegate":
    case "end-delegation":
    case "ask-counter":
    case "consider-needs":
    case "check-conflicts":
      return decideHandAct(standing, act);
    case "send-support":
      return decideSendSupport(standing, newId);
    case "record-joining":
      return answerTogether(standing.rulebook, standing.current, act.party, act.isJoining);
    case "ask-witness":
    case "release-witness":
    case "promise":
    case "decline":
    case "hand-in":
    case "enter-item":
    case "admit-anonymous":
    case "set-aside":
    case "open-items":
      return decideEvidenceAct(standing, act, newId);
    case "call-hearing":
    case "hold-hearing":
    case "record-hearing":
    case "ask-record":
      return decideHearingAct(standing, act, newId);
    case "return-submission":
    case "name-companion":
      return decideOwnVoiceAct(standing, act, newId);
    case "ask-parties":
    case "put-question":
    case "answer-question":
    case "return-answer":
    case "go-on":
      return decideQuestionAct(standing, act, newId);
    case "ask-agreement":
    case "answer-agreement":
    case "leave-agreement":
      return decideAgreementAct(standing, act, newId);
    case "keep-apart":
    case "end-apart":
    case "note-contact":
      return decideApartAct(standing, act, newId);
    case "ask-across":
    case "answer-across":
    case "agree-wording":
    case "enter-words":
    case "pass-on":
    case "hold-back":
    case "close-question":
      return decideRelayAct(standing, act, newId);
    case "choose-outcome":
      return decideChoice(standing, act, newId);
    case "judge-scope":
      return decideScope(standing, act);
    case "find":
      return decideFinding(standing, act);
    case "end":
      return decideEnd(standing, newId);
    case "lodge":
    case "consult":
    case "judge-challenge":
    case "tell-first":
    case "decide-challenge":
    case "ask-names":
    case "judge-names":
      return decideChallengeAct(standing, act, newId);
  }
}

/**
 * An officer who sits in is told that observers do not vote: that is decided with the vote itself. Whoever knows of the case by a challenge
 * alone can step aside; of everything else in it they are told what is told where there is none.
 */
function findNotTheirTask({ rulebook, current, viewer }: Standing, act: Act): Refusal | undefined {
  const task = taskOf[act.kind];
  // Before whom a challenge is, is seen with it: of one that is not before them nobody is told.
  if (task === "challenge") return undefined;
  // A witness knows what they are asked, and of the case nothing.
  if (viewer.kind === "witness")
    return task === "witness" || task === "giver" ? undefined : { refused: "nothing-here" };
  if (task === "giver" && viewer.kind === "party") return undefined;
  if (viewer.kind === "addressee" || viewer.kind === "reader")
    return act.kind === "recuse" ? undefined : { refused: "nothing-here" };
  if (viewer.kind === task || (task === "either" && viewer.kind !== "party")) return undefined;
  if (viewer.kind === "handler" && (act.kind === "cast" || act.kind === "be-present")) return undefined;
  const isOfConflicts = act.kind === "recuse" || act.kind === "clear";
  return {
    refused: "not-your-task",
    clause: isOfConflicts ? rulebook.conflicts.clause : readStage(rulebook, current).clause,
  };
}
