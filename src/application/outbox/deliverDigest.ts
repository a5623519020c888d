import type { Case, Notice } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import type { StoredCase } from "../casePorts.ts";
import type { Claim, Effect } from "../effect.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import type { Message } from "../message.ts";
import type { NoticeView } from "../notice.ts";
import { knownOfNotice } from "../sanctions/knownOfNotice.ts";
import { noticeView } from "../views/noticeView.ts";
import { isConcerned } from "./concerned.ts";
import { deliverNotice } from "./deliverNotice.ts";
import { platformFor } from "./platformFor.ts";
import { recordFailed } from "./recordFailed.ts";
import { recordAllDelivered } from "./recordRoom.ts";
import type { Outcome } from "./syncRoom.ts";

type Digest = Extract<Effect, { kind: "digest" }>;
type Named = Digest["notices"][number];

/** So many reminders are told in full in one message. */
const IN_ONE_MESSAGE = 5;
/** More than so many are a backlog: one message tells of those due longest, and names the cases of the others. */
const IN_FULL = 15;
/** So many cases are named in a message beside those that are told of. */
const NAMED = 100;
/** Cases read at once. */
const BATCH = 25;

const done: Outcome = { kind: "done" };

/**
 * Tells somebody in one message what fell due for them in the same minute; in several where there is too much for one, and again in one
 * where there is far too much. That it was delivered is recorded in the case of each. One reminder alone goes as it would have gone
 * without the others.
 */
export async function deliverDigest(house: House, effect: Digest, claim: Claim): Promise<Outcome> {
  const notices = [...new Map(effect.notices.map((each) => [each.notice, each])).values()];
  const size = notices.length > IN_FULL ? notices.length : IN_ONE_MESSAGE;
  for (let from = 0; from < notices.length; from += size) {
    const part = notices.slice(from, from + size);
    const [first, ...others] = part;
    const outcome =
      first !== undefined && others.length === 0
        ? // oxlint-disable-next-line no-await-in-loop -- one message after the other
          await deliverNotice(house, { kind: "notice", ...first }, claim)
        : // oxlint-disable-next-line no-await-in-loop
          await deliverPart(house, effect.person, part, claim);
    if (outcome.kind === "later") return outcome;
  }
  return done;
}

/** A reminder that is still to be delivered, with its case. */
interface Waiting {
  readonly stored: StoredCase;
  readonly current: Case;
  readonly notice: Notice;
}

async function deliverPart(house: House, person: string, part: readonly Named[], claim: Claim): Promise<Outcome> {
  const found = await findWaiting(house, part);
  const waiting = found.waiting.toSorted(longestDueFirst);
  const [gone, concerned] = [
    waiting.filter(({ stored, notice }) => !isConcerned(house, stored, notice.subject, person)),
    waiting.filter(({ stored, notice }) => isConcerned(house, stored, notice.subject, person)),
  ];
  await failAll(house, gone, "no-longer-concerned");
  if (concerned.length === 0) return done;
  const known = house.people.get(person);
  const accounts = known === undefined ? [] : reachableAccounts(house, known, found.origin);
  const message = await messageOf(house, concerned);
  // Reminders are only ever added at the end: by this key a message is found again that was sent before the program stopped.
  const key = `digest:${part[0]?.notice ?? ""}:${part.length}`;
  const reasons: string[] = [];
  for (const account of accounts) {
    const platform = platformFor(house, account.platform, claim);
    // oxlint-disable-next-line no-await-in-loop -- the next account is tried only when this one cannot be reached
    const sent = await platform?.direct({ account, key, message, again: claim.attempt > 1 });
    if (sent?.kind === "later") return sent;
    if (sent?.kind === "done") {
      const all = concerned.map(({ current, notice }) => ({ case: current.id, notice: notice.id }));
      // oxlint-disable-next-line no-await-in-loop
      await recordAllDelivered(house, all, "direct");
      return done;
    }
    reasons.push(`${account.platform}: ${sent?.reason ?? "not-connected"}`);
  }
  await failAll(house, concerned, reasons.length === 0 ? "no-account" : reasons.join("; "));
  return done;
}

/**
 * What is still to be delivered, and the platform of the first case of all: whatever of it was delivered before, an account is not tried
 * before another in a second attempt.
 */
async function findWaiting(
  house: House,
  part: readonly Named[],
): Promise<{ readonly waiting: readonly Waiting[]; readonly origin: string }> {
  let origin = "";
  const byCase = Map.groupBy(part, (named) => named.case);
  const ids = [...byCase.keys()];
  const found: Waiting[] = [];
  for (let from = 0; from < ids.length; from += BATCH)
    // oxlint-disable-next-line no-await-in-loop -- batch after batch
    for (const stored of await house.store.casesById(ids.slice(from, from + BATCH))) {
      const current = foldCase(stored);
      if (stored.id === ids[0]) ({ origin } = current);
      const named = new Set(byCase.get(stored.id)?.map(({ notice }) => notice));
      for (const notice of current.notices)
        if (named.has(notice.id) && notice.delivered === undefined && notice.failed === undefined)
          found.push({ stored, current, notice });
    }
  return { waiting: found, origin };
}

async function messageOf(house: House, concerned: readonly Waiting[]): Promise<Message> {
  const views = await Promise.all(concerned.slice(0, IN_ONE_MESSAGE).map((each) => viewOf(house, each)));
  const others = concerned.slice(IN_ONE_MESSAGE);
  if (others.length === 0) return { kind: "digest", views };
  const cases = [...new Set(others.map(({ current }) => current.codeName))];
  const named = cases.slice(0, NAMED);
  return { kind: "digest", views, more: { reminders: others.length, named, unnamed: cases.length - named.length } };
}

async function viewOf(house: House, { stored, current, notice }: Waiting): Promise<NoticeView> {
  const at = house.clock.now();
  const known = await knownOfNotice(house, stored, current, notice, at);
  return noticeView(house.store, house.rulebookOf(stored.rulebook), current, notice, at, known);
}

async function failAll(house: House, failed: readonly Waiting[], reason: string): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- two may be of the same case
  for (const { current, notice } of failed) await recordFailed(house, current, notice, reason);
}

const longestDueFirst = (one: Waiting, other: Waiting) => dayOf(one).localeCompare(dayOf(other));
const dayOf = ({ notice: { subject } }: Waiting) => ("day" in subject ? subject.day : "");
