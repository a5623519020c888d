import { globSync, readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { expect, inject, test } from "vitest";

import { factsOf } from "../../src/application/actOnCase.ts";
import { inNames } from "../../src/application/inNames.ts";
import type { Account, AccountRef } from "../../src/application/person.ts";
import { choiceOf } from "../../src/application/views/daysView.ts";
import type { Act } from "../../src/domain/acts/act.ts";
import { actKinds } from "../../src/domain/acts/decideAct.ts";
import { openVote } from "../../src/domain/case/case.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { askedAct } from "../../src/domain/why/askedActs.ts";
import { nothingHere } from "../../src/domain/why/unblock.ts";
import type { Blocked } from "../../src/domain/why/unblock.ts";
import { why } from "../../src/domain/why/why.ts";
import { openScene } from "../../src/rehearsal/openScene.ts";
import type { Scene } from "../../src/rehearsal/openScene.ts";
import { fileFictitious } from "../../src/rehearsal/report.ts";
import { rulebookOf } from "../fakes/kth.ts";

interface Tried {
  readonly person: string;
  readonly account: AccountRef;
  readonly act: Act;
  /** What is in the way, as somebody is told who asks; undefined when nothing is. */
  readonly blocked: Blocked | undefined;
}

/** What everybody could try now, with what they would be told who asked why. */
async function everythingNow(scene: Scene): Promise<readonly Tried[]> {
  const { house } = scene;
  const stored = await scene.readFile();
  const accounts = new Map<string, AccountRef>(
    [...house.people.values()].flatMap(({ id, accounts: [first] }) => (first === undefined ? [] : [[id, first]])),
  );
  const filer = { platform: "discord", id: "complainant" } as const;
  accounts.set((await house.store.personOf(filer)) ?? "", filer);
  return (
    await Promise.all(
      [...accounts].map(async ([person, account]) => {
        const facts = factsOf(house, stored, person);
        if (facts === undefined)
          return [{ person, account, act: { kind: "take" } as const, blocked: nothingHere } satisfies Tried];
        const vote = openVote(facts.current);
        const voters = vote === undefined ? [] : ((await house.store.vote(vote.vote))?.voters ?? []);
        return actKinds
          .flatMap((kind) => askedAct(facts, kind, voters))
          .map((act): Tried => {
            const answer = why(facts, act);
            const blocked = answer.kind === "blocked" ? inNames(house, answer.by) : undefined;
            return { person, account, act, blocked };
          });
      }),
    )
  ).flat();
}

/** The account by which a platform knows somebody in office. */
function accountOf({ house }: Scene, person: string): Account {
  const [account] = house.people.get(person)?.accounts ?? [];
  if (account === undefined) throw new Error(`${person} has no account.`);
  return account;
}

/** Does it, as somebody does who presses or types. */
async function doIt(scene: Scene, { account, act }: Tried): Promise<object> {
  const { acts, house } = scene;
  const { id } = await scene.readFile();
  const delivery = house.chance.id();
  const request = { caller: account, case: { id }, delivery };
  switch (act.kind) {
    case "take":
      return acts.take(request);
    case "acknowledge":
      return acts.acknowledge(request, "Thank you.");
    case "do-task":
      return acts.doTask(request, act.task, "Done.");
    case "note":
      return acts.note(request, "A note.");
    case "summon":
      return acts.summon(request, act.on, "Room 4.");
    case "conclude":
      return acts.conclude(request, { ...act, reasons: "Reasons." });
    case "write-brief":
      return acts.writeBrief(request, "Person A says that Person B went on.");
    case "approve-brief":
      return acts.approve(request);
    case "record-delivery":
      return acts.recordDelivery(request, act.notice, act.on);
    case "extend":
      return acts.extend(request, act.deadline, act.until, "Reasons.");
    case "take-offer":
      return acts.takeOffer(request, choiceOf(foldCase(await scene.readFile()), act.deadline));
    case "tell-longer":
      return acts.tellLonger(request, act.deadline, "It takes longer.");
    case "plan":
      return acts.plan(request, act.owner, act.on, "Call her.");
    case "finish-step":
      return acts.finishStep(request, act.step);
    case "note-answer":
    case "answer":
      return acts.answer(request, act.kind, "An answer.");
    case "recuse":
      return acts.recuse(request);
    case "clear":
      return acts.clear(request);
    case "put-motion":
      return acts.put(request, { ...act, reasons: "Reasons." });
    case "be-present":
      return acts.present(account, act.vote);
    case "cast":
      return acts.cast(account, act.vote, "in-favour", delivery);
    case "call-consensus":
      return acts.callConsensus(request);
    case "decide-tie":
      return acts.decideTie(request, act.casting);
    case "close-vote":
      return acts.closeVote(request);
    case "refer":
      return acts.refer(request);
    case "send-notices":
      return acts.sendNotices(request);
    case "support":
      return acts.support(request);
    case "choose-decider": {
      const { to } = act;
      return acts.chooseDecider(request, to.kind === "person" ? `person:${to.person}` : `body:${to.body}`, "");
    }
    case "delegate":
      return acts.delegate(request, accountOf(scene, act.to), act.until, "On leave.");
    case "end-delegation":
      return acts.endDelegation(request, act.to);
    case "ask-counter":
      return acts.askCounter(request, "They said so.");
    case "consider-needs":
      return acts.considerNeeds(request, act.found, "Asked.");
    case "check-conflicts":
      return acts.checkConflicts(request, act.out);
    case "choose-support":
      return acts.chooseSupport(request, act.officer);
    case "send-support":
      return acts.sendSupport(request);
    case "ask-author":
      return acts.askAuthor(request, "When was it?");
    case "end":
      return acts.endCase(request);
    case "confirm":
      return acts.confirmSanction(request, act.decision, act.isConfirmed, "In the meeting.");
    case "put-confirmation":
      return acts.putConfirmation(request, act.decision, act.lastDay, "Do you confirm it?");
    case "ask-disclosure":
      return acts.askDisclosure(request, {
        ...act,
        to: { ...account, id: "nobody-else", name: "Kim", locale: "en" },
        reasons: "Needed.",
      });
    case "judge-scope":
      return acts.judgeScope(request, act.situation, "As it says.");
    case "name-group":
      return acts.nameGroup(request, act.party, act.size, act.involved);
    case "name-class":
      return acts.nameClass(request, act.party, act.class);
    case "record-joining":
      return acts.recordJoining(request, act.party, act.isJoining);
    case "ask-witness":
      return acts.askWitness(request, { account: undefined, name: "Kim", question: "What did you see?" });
    case "promise":
    case "decline":
      return acts.answerAsWitness(request, act.kind);
    case "release-witness":
      return acts.releaseWitness(request, act.party);
    case "hand-in":
      return acts.handIn(request, { ...act, text: "It was so.", relevance: "It shows it." }, act.corrects);
    case "enter-item":
      return acts.enterItem(request, { ...act, text: "It was so.", relevance: "It shows it." });
    case "admit-anonymous":
      return acts.admitAnonymous(request, {
        ...act,
        text: "It was so.",
        relevance: "Why.",
        source: "Kim",
        how: "Seen.",
      });
    case "ask-parties":
      return acts.askParties(request, "Since when?");
    case "put-question":
      return acts.putQuestion(request, act.party, "Since when?");
    case "answer-question":
      return acts.answerBody(request, "Since May.");
    case "go-on":
      return acts.goOn(request);
    case "return-answer":
      return acts.returnAnswer(request, "Since May.");
    case "ask-agreement":
      return acts.askAgreement(request, "They meet with a mediator.");
    case "answer-agreement":
      return acts.answerAgreement(request, act.agreement, act.isAgreed);
    case "leave-agreement":
      return acts.leaveAgreement(request);
    case "keep-apart":
      return acts.keepApart(request, "They share a corridor.");
    case "end-apart":
      return acts.endApart(request, "Both asked for it.");
    case "note-contact":
      return acts.noteContact(request, act.party, "A message on Monday.");
    case "ask-across":
      return acts.askAcross(request, "Where were you?");
    case "answer-across":
      return acts.declineAcross(request, act.question);
    case "agree-wording":
      return acts.agreeWording(request, act.wording, act.isAgreed);
    case "enter-words":
      return acts.enterWords(request, act.party, act.as, "Where were you?");
    case "pass-on":
      return acts.passOn(request, act.words, act.to, "Where were you?");
    case "hold-back":
      return acts.holdBack(request, act.words, "It insults.");
    case "close-question":
      return acts.closeQuestion(request, act.words);
    case "choose-outcome":
      return acts.choose(request, act.outcome);
    case "find":
      return acts.find(request, act.rules, "Reasons.");
    case "call-hearing":
      return acts.callHearing(request, { on: act.on, time: act.time, text: "Room 4.", shorter: "" });
    case "hold-hearing":
      return acts.holdHearing(request, act.on);
    case "record-hearing":
      return acts.recordHearing(request, "Both were heard.", []);
    case "ask-record":
      return acts.askRecord(request);
    case "set-aside":
      return acts.setAside(request, act.item, "Hearsay.");
    case "return-submission":
      return acts.returnSubmission(request, act.item, "It is on the paper of a law firm.");
    case "name-companion":
      return acts.nameCompanion(request, undefined);
    case "open-items":
      return acts.openItems(request, act.party, act.items);
    case "impose-interim":
      return acts.imposeInterim(request, { ...act, reasons: "Reasons." });
    case "ask-interim":
      return acts.askInterim(request, { ...act, reasons: "Person A says that Person B is there every day." });
    case "put-interim":
      return acts.putInterim(request);
    case "review":
      return acts.reviewSanction(request, act, "It goes on.");
    case "confirm-task":
      return acts.confirmTask(request, act, "Done.");
    case "note-condition":
      return acts.noteCondition(request, act, act, "Done.");
    case "record-breach":
      return acts.recordBreach(request, act, act.consequence, "Seen.");
    case "prolong":
      return acts.prolongSanction(request, act, act.by, "Reasons.");
    case "lodge":
      return acts.lodge(request, { ...act, words: "I disagree.", evidence: "" });
    case "consult":
      return acts.consult(request, act.challenge, "Heard.");
    case "judge-challenge":
      return acts.judgeChallenge(request, act.challenge, act.isHeard, "Reasons.");
    case "tell-first":
      return acts.tellFirst(request, act.challenge, "You are asked about.");
    case "decide-challenge":
      return acts.decideChallenge(request, act.challenge, {
        ...act,
        sanction: act.sanction,
        lasts: act.lasts,
        findings: act.findings ?? [],
        reasons: "Reasons.",
      });
    case "ask-names":
      return acts.askNames(request, act.challenge, "Reasons.");
    case "judge-names":
      return acts.judgeNames(request, act.challenge, act.isAllowed, "Reasons.");
    case "hold-records":
      return acts.holdRecords(request, "A court case.");
    case "release-records":
      return acts.releaseRecords(request);
    case "write-precedent":
      return acts.writePrecedent(request, "Person A says that Person B went on.");
    case "approve-precedent":
      return acts.approveText(request, "precedent", act.precedent);
    case "write-publication":
      return acts.writePublication(request, {
        form: "summary",
        where: "The board",
        place: undefined,
        summary: "It was so.",
      });
    case "approve-publication":
      return acts.approvePublication(request, act.publication);
    case "decide-publication":
      return acts.decidePublication(request, act.publication, { ...act, others: "" });
    case "publish":
      return acts.publish(request, act.publication);
    case "write-bundle":
      return acts.writeBundle(request, "What happened.");
    case "approve-bundle":
      return acts.approveText(request, "bundle", act.bundle);
    case "escalate":
      return acts.escalate(request, undefined, "It grows.");
    case "hand-outside":
      return acts.handOutside(request, { ...act, text: "By post." });
    case "enter-outside":
      return acts.enterOutside(request, act.referral, { on: act.on, text: "They look at it." });
    case "lift":
      return acts.liftSanction(request, act.decision, act.party, "Reasons.");
  }
}

/** A walk of its own for each number: the same number goes the same way. */
function chooser(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** What brings a case on is chosen more often than what can always be done. */
const weightOf = ({ act }: Tried) => {
  if (act.kind === "recuse") return 1;
  return act.kind === "note" || act.kind === "be-present" ? 2 : 12;
};

const rulebooks = globSync("src/rulebooks/*.yaml").filter((file) => !file.endsWith(".roster.yaml"));
const seeds = inject("walks") === "sample" ? [3] : [14];
const walks = rulebooks.flatMap((file) => seeds.map((seed) => [file, seed] as const));

test.each(walks)(
  "[E-24] along a walk through a case by %s, walk %i, what somebody is told who asks is what they are answered who try",
  async (file, seed) => {
    const rulebook = rulebookOf(readFileSync(file, "utf8"));
    const start = Temporal.Instant.from("2026-03-02T09:00:00Z");
    const scene = await openScene({ rulebook, roster: undefined, start, pace: "prompt", sanction: undefined });
    await fileFictitious(scene, { about: "somebody", rules: [], answers: {} });
    const choose = chooser(seed);
    const met = new Set<string>();
    for (let step = 0; step < 35; step += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each step follows from the one before
      const all = await everythingNow(scene);
      for (const each of all.filter(({ blocked }) => blocked !== undefined)) {
        // oxlint-disable-next-line no-await-in-loop -- refused acts change nothing
        expect(await doIt(scene, each)).toEqual(each.blocked);
        met.add(each.blocked?.refused ?? "");
      }
      const possible = all.filter(({ blocked }) => blocked === undefined);
      const weighted = possible.flatMap((each) => Array.from({ length: weightOf(each) }, () => each));
      const chosen = weighted[choose(weighted.length)];
      if (chosen === undefined) break;
      // oxlint-disable-next-line no-await-in-loop
      const done = await doIt(scene, chosen);
      expect(isRefusal(done) ? [chosen.act.kind, done] : undefined).toBeUndefined();
      // oxlint-disable-next-line no-await-in-loop -- days go by
      if (choose(4) === 0) await scene.waitUntil(scene.now().add({ hours: 24 * (1 + choose(6)) }));
    }
    expect([...met]).toEqual(expect.arrayContaining(["nothing-here", "not-your-task", "not-at-this-stage"]));
  },
);
