import { after, foldCase } from "../../domain/case/case.ts";
import type { Case, Notice } from "../../domain/case/case.ts";
import type { Entry } from "../../domain/case/entry.ts";
import { concludeInforming } from "../../domain/case/inform.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import type { PersonId } from "../../domain/identity.ts";
import { mayLearnOfLateness } from "../../domain/parties/escalation.ts";
import { holdersOf } from "../../domain/roster.ts";
import { disclosureRule } from "../../domain/sanctions/disclose.ts";
import { factsOf, peopleBehind, recordInCase } from "../actOnCase.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, Claim, Effect, Person, StoredCase } from "../ports.ts";
import { knownOfNotice } from "../sanctions/knownOfNotice.ts";
import { noticeView } from "../views/noticeView.ts";
import { recordDelivered } from "./recordRoom.ts";
import type { Outcome } from "./syncRoom.ts";

/**
 * Brings a notice to whom it is addressed, by private message on the platform of the case first. Where no account can be reached the
 * officers get the task of delivering it otherwise; the clocks that start with its delivery wait until then.
 */
export async function deliverNotice(
  house: House,
  effect: Extract<Effect, { kind: "notice" }>,
  claim: Claim,
): Promise<Outcome> {
  const stored = await house.store.caseById(effect.case);
  if (stored === undefined) return { kind: "done" };
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const notice = current.notices.find((each) => each.id === effect.notice);
  if (notice === undefined || notice.delivered !== undefined || notice.failed !== undefined) return { kind: "done" };

  if (notice.to.kind === "person" && !isConcerned(house, stored, notice.subject, notice.to.person)) {
    await recordFailed(house, current, notice, "no-longer-concerned");
    return { kind: "done" };
  }
  const person = await addresseeOf(house, stored, notice);
  const accounts = person === undefined ? [] : reachableAccounts(house, person, current.origin);
  const reasons: string[] = [];
  for (const account of accounts) {
    const at = house.clock.now();
    // oxlint-disable-next-line no-await-in-loop
    const known = await knownOfNotice(house, stored, current, notice, at);
    // oxlint-disable-next-line no-await-in-loop
    const view = await noticeView(house.store, rulebook, current, notice, at, known);
    // oxlint-disable-next-line no-await-in-loop
    const sent = await send(house, account, notice, view, claim);
    if (sent.kind === "later") return sent;
    if (sent.kind === "done") {
      // oxlint-disable-next-line no-await-in-loop
      await recordDelivered(house, current.id, notice.id, "direct");
      return { kind: "done" };
    }
    reasons.push(`${account.platform}: ${sent.reason}`);
  }
  await recordFailed(house, current, notice, reasons.length === 0 ? "no-account" : reasons.join("; "));
  return { kind: "done" };
}

/** Whether somebody to whom an office gave a part in the case still has it: who has stepped aside meanwhile is told nothing more. */
function isConcerned(house: House, stored: StoredCase, subject: Notice["subject"], person: PersonId): boolean {
  if (subject.kind === "disclosure") return isToKeep(house, stored, subject, person);
  if (subject.kind === "escalation") return isToClimb(house, stored, subject, person);
  const kind = factsOf(house, stored, person)?.viewer.kind;
  return kind === "handler" || kind === "voter";
}

/** Whoever is on the ladder need not know the case; of what is not late any more nobody is told. */
function isToClimb(
  house: House,
  stored: StoredCase,
  { deadline, day }: Extract<Notice["subject"], { kind: "escalation" }>,
  person: PersonId,
): boolean {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const isLate = deadlinesOf(rulebook, current).some((each) => each.key === deadline && each.day.toString() === day);
  const mayKnow = mayLearnOfLateness(rulebook, house.roster, current, person, peopleBehind(stored));
  return isLate && mayKnow && house.people.has(person);
}

/** Whoever sees to it that sanctions are kept knows of no case; that one has ended is told to whoever was told of it. */
function isToKeep(
  house: House,
  stored: StoredCase,
  { sanction, what }: Extract<Notice["subject"], { kind: "disclosure" }>,
  person: PersonId,
): boolean {
  if (what === "ends") return true;
  const rulebook = house.rulebookOf(stored.rulebook);
  const rule = disclosureRule(rulebook, sanction);
  return rule !== undefined && holdersOf(rulebook, house.roster, rule.to).includes(person);
}

function send(
  house: House,
  account: Account,
  notice: Notice,
  view: Awaited<ReturnType<typeof noticeView>>,
  claim: Claim,
) {
  const platform = house.platforms().find((each) => each.name === account.platform);
  if (platform === undefined) return Promise.resolve({ kind: "refused", reason: "not-connected" } as const);
  return platform.direct({
    account,
    key: `notice:${notice.id}`,
    message: { kind: "notice", view },
    again: claim.attempt > 1,
  });
}

async function addresseeOf(house: House, stored: StoredCase, notice: Notice): Promise<Person | undefined> {
  if (notice.to.kind === "room") return undefined;
  if (notice.to.kind === "person") return house.people.get(notice.to.person);
  const { party } = notice.to;
  const identity = stored.identities.find((each) => each.party === party);
  return identity?.person === undefined ? undefined : house.store.person(identity.person);
}

/** It could not be delivered: for a party the officers are told, so that somebody delivers it otherwise. */
function recordFailed(house: House, current: Case, notice: Notice, reason: string): Promise<Case | undefined> {
  house.log.warn("notice not delivered", { case: current.codeName, subject: notice.subject.kind, reason });
  const by = { kind: "platform" } as const;
  return recordInCase(house, current.id, by, (now, rulebook, at) => {
    const found = now.notices.find((each) => each.id === notice.id);
    if (found === undefined || found.delivered !== undefined || found.failed !== undefined) return [];
    const failed: Entry = { kind: "notice-failed", notice: notice.id, reason };
    if (notice.to.kind !== "party") {
      const then = after(now, { version: now.version + 1, at, by, entry: failed });
      return [failed, ...concludeInforming(rulebook, then)];
    }
    const task: Entry = {
      kind: "notice-sent",
      notice: house.chance.id(),
      to: { kind: "room", purpose: "officers" },
      subject: { kind: "undelivered", notice: notice.id },
    };
    return [failed, task];
  });
}
