import { Temporal } from "temporal-polyfill";

import type { ActKind } from "../domain/acts/act.ts";
import type { Needs } from "../domain/case/handEntries.ts";
import type { BreachConsequence } from "../domain/case/sanctionEntries.ts";
import { localDay, timeOnDay } from "../domain/deadlines/calendar.ts";
import { latenessOf } from "../domain/deadlines/timeBar.ts";
import type { NameOf } from "../domain/versions/subject.ts";
import type { CaseChoice } from "../domain/voting/result.ts";
import type { Blocked } from "../domain/why/unblock.ts";
import { explainFiling } from "../domain/why/why.ts";
import type { Span } from "../rulebook/schema/vocabulary.ts";
import { readAccess } from "./access/readAccess.ts";
import type { CaseRef, Request } from "./actOnCase.ts";
import * as agreeing from "./acts/agreements.ts";
import { anonymousActs } from "./acts/anonymous.ts";
import { apartActs } from "./acts/apart.ts";
import * as asking from "./acts/askWhy.ts";
import { leaveOffice, officesToLeave } from "./acts/away.ts";
import type { Leaving } from "./acts/away.ts";
import * as asked from "./acts/bodyQuestions.ts";
import * as challenging from "./acts/challenges.ts";
import { channelActs } from "./acts/channel.ts";
import * as door from "./acts/checkDoor.ts";
import { askChoice, choose } from "./acts/choices.ts";
import * as consents from "./acts/consents.ts";
import { countedActs } from "./acts/counted.ts";
import * as deciding from "./acts/decideCase.ts";
import * as register from "./acts/decisions.ts";
import { draftActs } from "./acts/drafts.ts";
import { askEnd, endCase } from "./acts/endCase.ts";
import { enterUnsigned } from "./acts/enterUnsigned.ts";
import * as giving from "./acts/evidence.ts";
import { alreadyFiled, fileReport } from "./acts/fileReport.ts";
import * as handling from "./acts/handleCase.ts";
import * as hands from "./acts/hands.ts";
import { hearingActs } from "./acts/hearings.ts";
import * as rolls from "./acts/importRoll.ts";
import * as joining from "./acts/joinAccounts.ts";
import * as keeping from "./acts/keepSanctions.ts";
import { messageFileActs } from "./acts/messageFiles.ts";
import * as ownCases from "./acts/myCases.ts";
import { nameToOffice, officesToName } from "./acts/nameToOffice.ts";
import type { Naming } from "./acts/nameToOffice.ts";
import { openObligations, recordObligation } from "./acts/obligations.ts";
import type { ObligationRecord } from "./acts/obligations.ts";
import * as offices from "./acts/offices.ts";
import { openable, openUnreported } from "./acts/openCases.ts";
import type { UnreportedText } from "./acts/openCases.ts";
import * as outside from "./acts/outside.ts";
import { ownVoiceActs } from "./acts/ownVoice.ts";
import { possibleReaders, previewReport } from "./acts/previewReport.ts";
import { publicationActs } from "./acts/publications.ts";
import { questionActs } from "./acts/questions.ts";
import { readBrief } from "./acts/readBrief.ts";
import * as caseFiles from "./acts/readCaseFile.ts";
import * as reading from "./acts/readCases.ts";
import { askedAsWitness, myEvidence, openEvidence, openFile } from "./acts/readEvidence.ts";
import * as timelines from "./acts/readTimeline.ts";
import { receiptActs } from "./acts/receipts.ts";
import * as records from "./acts/records.ts";
import { askReferral, referCase } from "./acts/referCase.ts";
import { cannotBegin } from "./acts/reportAuthor.ts";
import { placeFor, rulebookFor, rulebooksOf } from "./acts/rulebooks.ts";
import { rulesActs } from "./acts/rules.ts";
import * as sanctions from "./acts/sanctions.ts";
import { judgeScope } from "./acts/scope.ts";
import { seeNotice } from "./acts/seeNotice.ts";
import { answerQuestion, readRoomReaders, readSetup } from "./acts/setUp.ts";
import * as statistics from "./acts/statistics.ts";
import { openStepLog } from "./acts/stepLog.ts";
import * as succession from "./acts/succeed.ts";
import * as time from "./acts/time.ts";
import { answerJoining, askedToJoin, joinView, recordJoining } from "./acts/together.ts";
import * as weighing from "./acts/weighSanction.ts";
import { whatIsDue } from "./acts/whatIsDue.ts";
import { readReadiness } from "./goLive.ts";
import { ensurePerson, findPerson } from "./house.ts";
import type { House } from "./house.ts";
import type { ReportAnswers } from "./intake/reportAnswers.ts";
import { cannotGoWith } from "./intake/reportVoice.ts";
import { motionActs } from "./motions/motionActs.ts";
import type { Account, AccountRef } from "./person.ts";
import type { GivenAnswer } from "./ports.ts";
import { sessionActs } from "./sessions/sessionActs.ts";

/** Everything a person can do, as the surface calls it. */
export type Acts = ReturnType<typeof openActs>;

type Values = Readonly<Record<string, string | readonly string[]>>;

/** The acts of a house. */
export function openActs(house: House) {
  return {
    newId: () => house.chance.id(),

    readReadiness: () => readReadiness(house),
    readSetup: (called: NameOf) => readSetup(house, called),
    readRoomReaders: () => readRoomReaders(house),
    readAccess: () => readAccess(house),
    answerQuestion: (caller: Account, ref: string, answer: GivenAnswer["answer"]) =>
      answerQuestion(house, caller, ref, answer),

    possibleReaders: () => possibleReaders(house),
    previewReport: (caller: Account, answers: ReportAnswers, chosen: string | undefined) =>
      previewReport(house, caller, answers, chosen),
    fileReport: (
      caller: Account,
      draft: string,
      answers: ReportAnswers,
      chosen: string | undefined,
      delivery: string,
    ) => fileReport(house, caller, draft, answers, chosen, delivery),

    enterUnsigned: (
      caller: Account,
      draft: string,
      answers: ReportAnswers,
      chosen: string | undefined,
      delivery: string,
    ) => enterUnsigned(house, caller, draft, answers, chosen, delivery),

    /** Keeps what somebody has typed, so that nothing has to be typed twice; never in the place of what somebody else has. */
    async keepDraft(caller: Account, id: string, form: string, values: Values): Promise<void> {
      const person = await ensurePerson(house, caller);
      const before = await house.store.draft(id);
      if (before !== undefined && before.person !== person) return;
      await house.store.saveDraft({ id, person, form, values, at: house.clock.now() });
    },
    /** What this person typed under this id; nothing for anybody else. */
    async readDraft(caller: AccountRef, id: string): Promise<Values | undefined> {
      const person = await findPerson(house, caller);
      const draft = await house.store.draft(id);
      return draft !== undefined && draft.person === person ? draft.values : undefined;
    },
    async discardDraft(caller: AccountRef, id: string): Promise<void> {
      const person = await findPerson(house, caller);
      const draft = await house.store.draft(id);
      if (draft !== undefined && draft.person === person) await house.store.deleteDraft(id);
    },
    /** What is told of a draft that is gone: the case of this person that it became, or that there is nothing. */
    alreadySent: (caller: AccountRef, draft: string): Promise<Blocked> => alreadyFiled(house, caller, draft),
    /** Why this person cannot begin a report in this way; undefined where they can. */
    async cannotBegin(caller: Account, way: "command" | "message_action" | "officer_entry") {
      const refusal = await cannotBegin(house, caller, way);
      return refusal === undefined ? undefined : explainFiling(house.rulebook, refusal);
    },
    /** The day it is where the organisation is, as 2026-03-15. */
    today: () => localDay(house.rulebook, house.clock.now()).toString(),
    /** The id under which somebody's words for a form of a case are kept. */
    async typedId(caller: Account, form: string, ref: string): Promise<string> {
      return `${form}:${ref}:${await ensurePerson(house, caller)}`;
    },

    rulebookFor: (caller: AccountRef, ref: CaseRef) => rulebookFor(house, caller, ref),
    placeFor: (caller: AccountRef, ref: CaseRef) => placeFor(house, caller, ref),
    rulebooks: () => rulebooksOf(house),
    ...anonymousActs(house),
    ...channelActs(house),
    ...countedActs(house),
    ...draftActs(house),
    ...messageFileActs(house),
    ...questionActs(house),
    ...receiptActs(house),
    ...rulesActs(house),
    ...motionActs(house),
    ...sessionActs(house),

    previewRoll: (given: rolls.RollGiven) => rolls.previewRoll(house, given),
    enterRoll: (caller: Account, given: rolls.RollGiven, delivery: string) =>
      rolls.enterRoll(house, caller, given, delivery),
    readOwn: (caller: AccountRef) => joining.readOwn(house, caller),
    makeJoinCode: (caller: Account) => joining.makeJoinCode(house, caller),
    lookAtCode: (caller: Account, code: string) => joining.lookAtCode(house, caller, code),
    joinAccounts: (caller: Account, code: string, delivery: string) =>
      joining.joinAccounts(house, caller, code, delivery),
    readBodies: () => offices.readBodies(house),
    seatPerson: (caller: Account, seating: offices.Seating, delivery: string, most: number) =>
      offices.seatPerson(house, caller, seating, delivery, most),
    unseatPerson: (caller: Account, ending: offices.Ending, delivery: string) =>
      offices.unseatPerson(house, caller, ending, delivery),

    seeNotice: (request: Request, notice: string) => seeNotice(house, request, notice),
    doorFor: (caller: AccountRef) => door.doorFor(house, caller),
    checkDoor: (caller: AccountRef, question: door.AskedAtDoor) => door.checkDoor(house, caller, question),
    delegateDoor: (caller: AccountRef, to: Account) => door.delegateDoor(house, caller, to),
    doorLog: (caller: AccountRef) => door.doorLog(house, caller),

    openObligations: (caller: AccountRef) => openObligations(house, caller),
    recordObligation: (caller: AccountRef, delivery: string, record: ObligationRecord) =>
      recordObligation(house, caller, delivery, record),
    whatIsDue: (caller: AccountRef) => whatIsDue(house, caller),
    myCases: (caller: AccountRef) => ownCases.myCases(house, caller),
    handledCases: (caller: AccountRef) => reading.handledCases(house, caller),
    openCaseFile: (caller: Account, ref: CaseRef, part: caseFiles.FilePart, number: number) =>
      caseFiles.openCaseFile(house, caller, ref, part, number),
    openTimeline: (caller: Account, ref: CaseRef, as: "voter" | "party") =>
      timelines.openTimeline(house, caller, ref, as),
    openOfficersCard: (caller: Account, ref: CaseRef) => reading.openOfficersCard(house, caller, ref),
    casesToDecide: (caller: AccountRef) => reading.casesToDecide(house, caller),
    openBoardCard: (caller: AccountRef, ref: CaseRef) => reading.openBoardCard(house, caller, ref),
    readBrief: (caller: Account, ref: CaseRef) => readBrief(house, caller, ref),
    findOpenVote: (caller: AccountRef, ref: CaseRef) => reading.findOpenVote(house, caller, ref),
    suggestCases: (caller: AccountRef, as: "handler" | "voter" | "party" | "challenge", typed: string) =>
      as === "challenge"
        ? challenging.suggestChallenged(house, caller, typed)
        : reading.suggestCases(house, caller, as, typed),
    askWhy: (caller: AccountRef, ref: CaseRef, as: "handler" | "voter") => asking.askWhy(house, caller, ref, as),
    mayTry: (caller: AccountRef, ref: CaseRef, kind: ActKind, about: string) =>
      asking.mayTry(house, caller, ref, kind, about),

    ...apartActs(house),
    ...hearingActs(house),
    askAgreement: (request: Request, text: string) => agreeing.askAgreement(house, request, text),
    answerAgreement: (request: Request, agreement: string | undefined, isAgreed: boolean) =>
      agreeing.answerAgreement(house, request, agreement, isAgreed),
    leaveAgreement: (request: Request) => agreeing.leaveAgreement(house, request),
    findOrphan: (caller: AccountRef, ref: CaseRef) => succession.findOrphan(house, caller, ref),
    succeed: (request: Request, isClear: boolean) => succession.succeed(house, request, isClear),
    take: (request: Request) => handling.take(house, request),
    acknowledge: (request: Request, text: string) => handling.acknowledge(house, request, text),
    doTask: (request: Request, task: string, text: string) => handling.doTask(house, request, task, text),
    conclude: (request: Request, text: handling.ConclusionText) => handling.conclude(house, request, text),
    summon: (request: Request, on: string, text: string) => handling.summon(house, request, on, text),
    officesToName: (caller: AccountRef) => officesToName(house, caller),
    officesToLeave: (caller: AccountRef) => officesToLeave(house, caller),
    leaveOffice: (caller: Account, leaving: Leaving, delivery: string) => leaveOffice(house, caller, leaving, delivery),
    nameToOffice: (caller: Account, naming: Naming, delivery: string, most: number) =>
      nameToOffice(house, caller, naming, delivery, most),
    openable: (caller: AccountRef) => openable(house, caller),
    openUnreported: (caller: Account, draft: string, text: UnreportedText, delivery: string) =>
      openUnreported(house, caller, draft, text, delivery),
    askCounter: (request: Request, text: string) => hands.askCounter(house, request, text),
    openHands: (caller: AccountRef, ref: CaseRef) => hands.openHands(house, caller, ref),
    chooseDecider: (request: Request, to: string, mitigation: string) =>
      hands.chooseDecider(house, request, to, mitigation),
    delegate: (request: Request, to: Account, until: string | undefined, text: string) =>
      hands.delegate(house, request, to, until, text),
    endDelegation: (request: Request, to: string) => hands.endDelegation(house, request, to),
    checkConflicts: (request: Request, out: readonly string[]) => hands.checkConflicts(house, request, out),
    considerNeeds: (
      request: Request,
      found: readonly { readonly party: string; readonly how: Needs }[],
      text: string,
    ) => hands.considerNeeds(house, request, found, text),
    support: (request: Request) => handling.support(house, request),
    askAuthor: (request: Request, text: string) => handling.askAuthor(house, request, text),
    chooseSupport: (request: Request, officer: string) => handling.chooseSupport(house, request, officer),
    sendSupport: (request: Request) => handling.sendSupport(house, request),
    note: (request: Request, text: string) => handling.note(house, request, text),
    /**
     * The last day on which a matter could be reported, where that is over and it can be asked to be taken all the same.
     * @param received the day on which it came, as 2026-03-15; today when left out
     */
    lastDayFor: (answers: Readonly<Record<string, string>>, received?: string) => {
      const day = received === undefined ? undefined : Temporal.PlainDate.from(received);
      const at = day === undefined ? house.clock.now() : timeOnDay(house.rulebook, day, "12:00");
      const found = latenessOf(house.rulebook, answers, at);
      return found?.late === undefined ? undefined : found.lastDay;
    },
    openDays: (caller: AccountRef, ref: CaseRef) => time.openDays(house, caller, ref),
    extend: (request: Request, deadline: string, until: string, text: string) =>
      time.extend(house, request, deadline, until, text),
    takeOffer: (request: Request, choice: string) => time.takeOffer(house, request, choice),
    tellLonger: (request: Request, deadline: string, text: string) => time.tellLonger(house, request, deadline, text),
    plan: (request: Request, owner: string, on: string, text: string) => time.plan(house, request, owner, on, text),
    finishStep: (request: Request, step: string) => time.finishStep(house, request, step),
    answer: (request: Request, kind: "note-answer" | "answer", text: string) => time.answer(house, request, kind, text),
    writeBrief: (request: Request, text: string) => handling.writeBrief(house, request, text),
    approve: (request: Request) => handling.approve(house, request),
    recordDelivery: (request: Request, notice: string, day: string, isOnlySent?: boolean) =>
      handling.recordDelivery(house, request, notice, day, isOnlySent),

    clear: (request: Request) => deciding.clearOfConflict(house, request),
    recuse: (request: Request) => deciding.recuse(house, request),
    put: (request: Request, motion: deciding.MotionText) => deciding.put(house, request, motion),
    putWeighed: (request: Request, motion: deciding.MotionText, isConfirmed: boolean) =>
      weighing.putWeighed(house, request, motion, isConfirmed),
    concludeWeighed: (request: Request, text: handling.ConclusionText, isConfirmed: boolean) =>
      weighing.concludeWeighed(house, request, text, isConfirmed),
    cast: (caller: AccountRef, vote: string, choice: CaseChoice, delivery: string) =>
      deciding.cast(house, caller, vote, choice, delivery),
    present: (caller: AccountRef, vote: string) => deciding.present(house, caller, vote),
    callConsensus: (request: Request) => deciding.callConsensus(house, request),
    decideTie: (request: Request, casting: "in-favour" | "against") => deciding.decideTie(house, request, casting),
    closeVote: (request: Request) => deciding.closeVote(house, request),
    askReferral: (caller: AccountRef, ref: CaseRef) => askReferral(house, caller, ref),
    refer: (request: Request) => referCase(house, request),
    lodge: (request: Request, text: challenging.ChallengeText) => challenging.lodge(house, request, text),
    consult: (request: Request, challenge: string, text: string) =>
      challenging.consult(house, request, challenge, text),
    judgeChallenge: (request: Request, challenge: string, isHeard: boolean, text: string) =>
      challenging.judgeChallenge(house, request, challenge, isHeard, text),
    tellFirst: (request: Request, challenge: string, text: string) =>
      challenging.tellFirst(house, request, challenge, text),
    decideChallenge: (request: Request, challenge: string, verdict: challenging.VerdictText) =>
      challenging.decideChallenge(house, request, challenge, verdict),
    askNames: (request: Request, challenge: string, text: string) =>
      challenging.askNames(house, request, challenge, text),
    judgeNames: (request: Request, challenge: string, isAllowed: boolean, text: string) =>
      challenging.judgeNames(house, request, challenge, isAllowed, text),
    openChallenge: (caller: AccountRef, ref: CaseRef, challenge: string | undefined) =>
      challenging.openChallenge(house, caller, ref, challenge),
    openBundle: (caller: AccountRef, ref: CaseRef, challenge: string) =>
      challenging.openBundle(house, caller, ref, challenge),
    challengesBefore: (caller: AccountRef) => challenging.challengesBefore(house, caller),

    askWitness: (request: Request, wanted: giving.WantedWitness) => giving.askWitness(house, request, wanted),
    joinView: (caller: AccountRef, ref: CaseRef) => joinView(house, caller, ref),
    askedToJoin: (caller: AccountRef) => askedToJoin(house, caller),
    answerJoining: (request: Request, isJoining: boolean) => answerJoining(house, request, isJoining),
    recordJoining: (request: Request, party: string, isJoining: boolean) =>
      recordJoining(house, request, party, isJoining),
    answerAsWitness: (request: Request, kind: "promise" | "decline") => giving.answerAsWitness(house, request, kind),
    releaseWitness: (request: Request, party: string) => giving.releaseWitness(house, request, party),
    handIn: (
      request: Request,
      item: giving.ItemText,
      corrects: string | undefined,
      files: readonly giving.GivenFile[] = [],
      inOwnName: giving.InOwnName = {},
    ) => giving.handIn(house, request, item, corrects, files, inOwnName),
    ...ownVoiceActs(house),
    cannotGoWith: (caller: Account, companion: Account) => cannotGoWith(house, caller, companion),
    openFile: (caller: AccountRef, ref: CaseRef, file: string) => openFile(house, caller, ref, file),
    enterItem: (request: Request, item: giving.EnteredItem, files: readonly giving.GivenFile[] = []) =>
      giving.enterItem(house, request, item, files),
    setAside: (request: Request, item: string, text: string) => giving.setAside(house, request, item, text),
    openItems: (request: Request, party: string, items: readonly string[]) =>
      giving.openItems(house, request, party, items),
    admitAnonymous: (request: Request, item: giving.AnonymousItem) => giving.admitAnonymous(house, request, item),
    askParties: (request: Request, text: string) => asked.askParties(house, request, text),
    goOn: (request: Request) => asked.goOn(house, request),
    putQuestion: (request: Request, party: string, text: string) => asked.putQuestion(house, request, party, text),
    answerBody: (request: Request, text: string) => asked.answerQuestion(house, request, text),
    returnAnswer: (request: Request, text: string) => asked.returnAnswer(house, request, text),
    judgeScope: (request: Request, situation: string | undefined, text: string) =>
      judgeScope(house, request, situation, text),
    find: (request: Request, rules: readonly string[], text: string) => handling.find(house, request, rules, text),
    openEvidence: (caller: AccountRef, ref: CaseRef) => openEvidence(house, caller, ref),
    myEvidence: (caller: AccountRef, ref: CaseRef, number: number) => myEvidence(house, caller, ref, number),
    askedAsWitness: (caller: AccountRef) => askedAsWitness(house, caller),

    askEnd: (caller: AccountRef, ref: CaseRef) => askEnd(house, caller, ref),
    endCase: (request: Request) => endCase(house, request),
    askChoice: (caller: AccountRef, ref: CaseRef) => askChoice(house, caller, ref),
    choose: (request: Request, outcome: string) => choose(house, request, outcome),
    sendNotices: (request: Request) => deciding.sendNotices(house, request),

    confirmSanction: (request: Request, decision: string, isConfirmed: boolean, text: string) =>
      consents.confirmSanction(house, request, decision, isConfirmed, text),
    putConfirmation: (request: Request, decision: string, lastDay: string, text: string) =>
      consents.putConfirmation(house, request, decision, lastDay, text),
    askDisclosure: (request: Request, wanted: consents.WantedDisclosure) =>
      consents.askDisclosure(house, request, wanted),
    answerDisclosure: (request: Request, disclosure: string, isApproved: boolean) =>
      consents.answerDisclosure(house, request, disclosure, isApproved),
    nameGroup: (request: Request, party: string, size: number, involved: number) =>
      consents.nameGroup(house, request, party, size, involved),
    nameClass: (request: Request, party: string, name: string) => consents.nameClass(house, request, party, name),

    openRecords: (caller: AccountRef, ref: CaseRef) => records.openRecords(house, caller, ref),
    holdRecords: (request: Request, text: string) => records.holdRecords(house, request, text),
    releaseRecords: (request: Request) => records.releaseRecords(house, request),
    ...publicationActs(house),
    writePrecedent: (request: Request, text: string) => records.writePrecedent(house, request, text),
    readText: (caller: AccountRef, ref: CaseRef, what: records.TextKind) => records.readText(house, caller, ref, what),
    approveText: (request: Request, what: records.TextKind, id: string) =>
      records.approveText(house, request, what, id),
    escalate: (request: Request, to: Account | undefined, text: string) => outside.escalate(house, request, to, text),
    answerEscalation: (request: Request, isTaken: boolean) => outside.answerEscalation(house, request, isTaken),
    writeBundle: (request: Request, text: string) => outside.writeBundle(house, request, text),
    handOutside: (request: Request, handed: outside.HandedText) => outside.handOutside(house, request, handed),
    enterOutside: (request: Request, referral: string, answer: outside.OutsideAnswer) =>
      outside.enterOutside(house, request, referral, answer),
    openOutside: (caller: AccountRef, ref: CaseRef) => outside.openOutside(house, caller, ref),
    openStepLog: (caller: Account, ref: CaseRef) => openStepLog(house, caller, ref),
    openStatistics: (caller: AccountRef, period: string) => statistics.openStatistics(house, caller, period),
    giveStatistics: (caller: AccountRef, period: string, to: string) =>
      statistics.giveStatistics(house, caller, period, to),
    openExport: (caller: AccountRef) => statistics.openExport(house, caller),
    confirmExport: (caller: AccountRef) => statistics.confirmExport(house, caller),
    searchDecisions: (caller: AccountRef, words: string) => register.searchDecisions(house, caller, words),
    isDecided: (caller: AccountRef, number: string) => register.isDecided(house, caller, number),
    searchPrecedents: (caller: AccountRef, words: string, called: (kind: string, id: string) => string) =>
      register.searchPrecedents(house, caller, words, called),

    listSanctions: (caller: AccountRef) => sanctions.listSanctions(house, caller),
    hasSealed: (caller: AccountRef) => sanctions.hasSealed(house, caller),
    openSanctions: (caller: AccountRef, ref: CaseRef) => sanctions.openSanctions(house, caller, ref),
    imposeInterim: (request: Request, text: keeping.InterimText) => keeping.imposeInterim(house, request, text),
    askInterim: (request: Request, text: keeping.InterimText) => keeping.askInterim(house, request, text),
    putInterim: (request: Request) => keeping.putInterim(house, request),
    reviewSanction: (request: Request, of: keeping.WhoseSanction, text: string) =>
      keeping.reviewSanction(house, request, of, text),
    confirmTask: (request: Request, of: keeping.WhoseSanction, text: string) =>
      keeping.confirmTask(house, request, of, text),
    noteCondition: (
      request: Request,
      of: keeping.WhoseSanction,
      noted: { readonly condition: string; readonly isMet: boolean },
      text: string,
    ) => keeping.noteCondition(house, request, of, noted, text),
    recordBreach: (
      request: Request,
      of: keeping.WhoseSanction,
      consequence: BreachConsequence | undefined,
      text: string,
    ) => keeping.recordBreach(house, request, of, consequence, text),
    prolongSanction: (request: Request, of: keeping.WhoseSanction, by: Span, text: string) =>
      keeping.prolongSanction(house, request, of, by, text),
    breachToReport: (caller: AccountRef, ref: CaseRef, breach: string) =>
      keeping.breachToReport(house, caller, ref, breach),
    liftSanction: (request: Request, decision: string, party: string, reasons: string) =>
      sanctions.liftSanction(house, request, decision, party, reasons),
  };
}
