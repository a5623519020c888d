import { isChallengeEntry, afterChallenge } from "../challenges/afterChallenge.ts";
import { afterJoining } from "../intake/together.ts";
import { isRecordEntry, recordsAfter } from "../records/entry.ts";
import { isAgreementEntry, agreementsAfter, tasksAfter } from "./agreementEntries.ts";
import { isApartEntry, apartAfter, wordsIn } from "./apartEntries.ts";
import { briefsAfter } from "./briefsAfter.ts";
import type { Case } from "./case.ts";
import { choicesAfter } from "./choiceEntries.ts";
import { isConsentEntry, consentsAfter } from "./consentEntries.ts";
import { decisionsAfter } from "./decisionsAfter.ts";
import type { Recorded } from "./entry.ts";
import { isEvidenceEntry, evidenceAfter } from "./evidenceEntries.ts";
import { isHandEntry, handsAfter } from "./handEntries.ts";
import { isHearingEntry, hearingsAfter, wordsOf } from "./hearingEntries.ts";
import { noticesAfter } from "./noticesAfter.ts";
import { isOwnVoiceEntry, ownVoiceAfter } from "./ownVoice.ts";
import type { PartyEntry } from "./party.ts";
import { isQuestionEntry, questionsAfter } from "./questionEntries.ts";
import { keptAfter } from "./sanctionEntries.ts";
import { timesAfter } from "./timeEntries.ts";
import { votesAfter } from "./votesAfter.ts";

/** The case after one more entry. */
export function after(current: Case, recorded: Recorded): Case {
  const { at, entry, version } = recorded;
  const by = recorded.by.kind === "person" ? recorded.by.person : undefined;
  const next: Case = { ...current, version, active: isByPeople(recorded) ? at : current.active };
  if (isConsentEntry(entry)) return { ...next, consents: consentsAfter(current.consents, entry, by, at) };
  if (isRecordEntry(entry)) return { ...next, records: recordsAfter(current.records, entry, by, at) };
  if (isHandEntry(entry)) return { ...next, ...handsAfter(current, entry) };
  if (isChallengeEntry(entry)) return { ...next, ...afterChallenge(current, entry, recorded) };
  if (isOwnVoiceEntry(entry)) return { ...next, ownVoice: ownVoiceAfter(current.ownVoice, entry, recorded.by, at) };
  if (isEvidenceEntry(entry)) {
    const evidence = evidenceAfter(current.evidence, entry, recorded.by, current.stage.stage, at);
    if (entry.kind !== "witness-asked") return { ...next, evidence };
    return {
      ...next,
      evidence,
      parties: withParty(current, entry),
      partyInBody: entry.partyInBody ?? current.partyInBody,
    };
  }
  if (isHearingEntry(entry)) {
    const hearings = hearingsAfter(current.hearings, entry, by, at);
    return { ...next, hearings, notes: [...current.notes, ...wordsOf(entry)] };
  }
  if (isAgreementEntry(entry)) {
    const here = { stage: current.stage.stage, visit: current.concluded.length };
    const agreements = agreementsAfter(current.agreements, entry, here, at);
    const tasksDone = tasksAfter(current.stage.tasksDone, entry, current.parties, agreements.at(-1));
    const notes = [...current.notes, ...(entry.kind === "agreement-asked" ? [entry.statement] : [])];
    return { ...next, agreements, notes, stage: { ...current.stage, tasksDone } };
  }
  if (isApartEntry(entry)) {
    const apart = apartAfter(current.apart, entry, by, at);
    return { ...next, apart, notes: [...current.notes, ...wordsIn(entry)] };
  }
  if (isQuestionEntry(entry)) {
    const here = { stage: current.stage.stage, visit: current.concluded.length };
    const questions = questionsAfter(current.questions, entry, by, here, at);
    return { ...next, questions, notes: [...current.notes, ...("statement" in entry ? [entry.statement] : [])] };
  }
  switch (entry.kind) {
    case "choice-made":
      return { ...next, choices: choicesAfter(current.choices, entry, current.concluded.length) };
    case "finding-made": {
      const { rules, reasons } = entry;
      return { ...next, finding: { visit: current.concluded.length, rules, reasons }, findings: rules };
    }
    case "received":
      throw new Error(`The case ${current.codeName} was received twice (entry ${version}).`);
    case "joining-answered":
      return { ...next, ...afterJoining(current, entry) };
    case "announced":
      return { ...next, announced: [...new Set([...current.announced, ...entry.to])] };
    case "room-refused":
      return { ...next, roomsRefused: [...current.roomsRefused, { purpose: entry.purpose, reason: entry.reason }] };
    case "taken":
      return { ...next, lead: entry.officer };
    case "support-named":
      return { ...next, supportContact: entry.officer };
    case "task-done":
      return { ...next, stage: { ...current.stage, tasksDone: [...current.stage.tasksDone, entry.task] } };
    case "noted":
      return { ...next, notes: [...current.notes, entry.statement] };
    case "scope-judged": {
      const { situation, statement } = entry;
      const notes = [...current.notes, ...(statement === undefined ? [] : [statement])];
      return { ...next, scope: { situation }, notes };
    }
    case "summoned":
      return {
        ...next,
        summons: [...current.summons, { party: entry.party, attempt: entry.attempt, on: entry.on, at }],
      };
    case "stage-concluded":
      return {
        ...next,
        concluded: [
          ...current.concluded,
          {
            stage: entry.stage,
            outcome: entry.outcome,
            at,
            ...(entry.because ? { because: entry.because } : {}),
            ...(entry.reasons ? { reasons: entry.reasons } : {}),
          },
        ],
        findings: entry.rules.length > 0 ? entry.rules : current.findings,
        stage: { stage: entry.next, opened: at, tasksDone: [] },
      };
    case "deadline-extended":
    case "step-planned":
    case "step-done":
    case "lateness-judged":
      return { ...next, times: timesAfter(current.times, entry, current.concluded.length, at) };
    case "more-asked":
    case "answered": {
      const times = timesAfter(current.times, entry, current.concluded.length, at);
      return { ...next, times, notes: [...current.notes, ...(entry.statement === undefined ? [] : [entry.statement])] };
    }
    case "brief-drafted":
    case "brief-approved":
      return { ...next, briefs: briefsAfter(current, entry) };
    case "cleared":
      return { ...next, cleared: [...current.cleared, entry.person] };
    case "recused":
      return {
        ...next,
        recused: [...current.recused, entry.person],
        lead: current.lead === entry.person ? undefined : current.lead,
        supportContact: current.supportContact === entry.person ? undefined : current.supportContact,
        cleared: current.cleared.filter((person) => person !== entry.person),
        handlers: current.handlers.filter((person) => person !== entry.person),
      };
    case "motion-put":
    case "consensus-called":
    case "vote-closed":
    case "tie-decided":
      return { ...next, votes: votesAfter(current, entry, at) };
    case "decided":
    case "decided-by-officers":
    case "decisions-replaced":
      return { ...next, ...decisionsAfter(current, entry, recorded) };
    case "referred": {
      const { kind: _, ...referral } = entry;
      return {
        ...next,
        concluded: [...current.concluded, { stage: entry.stage, outcome: undefined, at }],
        referrals: [...current.referrals, referral],
        stage: { stage: entry.next, opened: at, tasksDone: [] },
      };
    }
    case "notice-sent":
    case "notice-delivered":
    case "notice-failed":
      return { ...next, notices: noticesAfter(current.notices, entry, at) };
    case "notice-seen":
      return { ...next, seen: [...current.seen, { notice: entry.notice, person: entry.person, at }] };
    case "sanction-lapsed":
      return { ...next, lapsed: [...current.lapsed, entry] };
    case "sanction-changed": {
      const others = current.changed.filter((each) => each.decision !== entry.decision || each.party !== entry.party);
      return { ...next, changed: [...others, entry] };
    }
    case "sanction-lifted":
      return { ...next, lifted: [...current.lifted, { ...entry, at }] };
    case "interim-asked":
    case "interim-imposed":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
    case "sanction-condition":
    case "sanction-breached":
    case "sanction-prolonged":
      return { ...next, kept: keptAfter(current.kept, entry, current.stage.stage, at) };
    case "reheard":
      // Whoever decides anew says anew that nothing stands between them and the case.
      return { ...next, cleared: [], stage: { stage: entry.stage, opened: at, tasksDone: [] } };
  }
}

const withParty = ({ parties }: Case, { party, hasAccount }: Pick<PartyEntry, "party" | "hasAccount">) => [
  ...parties,
  { party, role: "witness" as const, hasAccount },
];

const isByPeople = ({ by, entry }: Recorded) =>
  (by.kind === "person" || by.kind === "party") && entry.kind !== "notice-seen";
