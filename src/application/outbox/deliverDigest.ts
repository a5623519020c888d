import { foldCase } from "../../domain/case/case.ts";
import type { Case, Notice } from "../../domain/case/case.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import type { NoticeView } from "../message.ts";
import type { Claim, Effect, StoredCase } from "../ports.ts";
import { knownOfNotice } from "../sanctions/knownOfNotice.ts";
import { noticeView } from "../views/noticeView.ts";
import { isConcerned } from "./concerned.ts";
import { deliverNotice } from "./deliverNotice.ts";
import { recordFailed } from "./recordFailed.ts";
import { recordDelivered } from "./recordRoom.ts";
import type { Outcome } from "./syncRoom.ts";

type Digest = Extract<Effect, { kind: "digest" }>;
type Named = Digest["notices"][number];

/** So many reminders fit into one message. */
const IN_ONE_MESSAGE = 5;

const done: Outcome = { kind: "done" };

/**
 * Tells somebody in one message what fell due for them in the same minute; in several where there is too much for one. That it was
 * delivered is recorded in the case of each. One reminder alone goes as it would have gone without the others.
 */
export async function deliverDigest(house: House, effect: Digest, claim: Claim): Promise<Outcome> {
  const { person } = effect;
  const notices = [...new Map(effect.notices.map((each) => [each.notice, each])).values()];
  for (let from = 0; from < notices.length; from += IN_ONE_MESSAGE) {
    const part = notices.slice(from, from + IN_ONE_MESSAGE);
    const [first, ...others] = part;
    const outcome =
      first !== undefined && others.length === 0
        ? // oxlint-disable-next-line no-await-in-loop -- one message after the other
          await deliverNotice(house, { kind: "notice", ...first }, claim)
        : // oxlint-disable-next-line no-await-in-loop
          await deliverPart(house, person, part, claim);
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
  const found = await Promise.all(part.map((named) => findWaiting(house, named)));
  const waiting = found.filter((each) => each !== undefined);
  const [gone, concerned] = [
    waiting.filter(({ stored, notice }) => !isConcerned(house, stored, notice.subject, person)),
    waiting.filter(({ stored, notice }) => isConcerned(house, stored, notice.subject, person)),
  ];
  await failAll(house, gone, "no-longer-concerned");
  const [first] = concerned;
  if (first === undefined) return done;
  const known = house.people.get(person);
  const accounts = known === undefined ? [] : reachableAccounts(house, known, first.current.origin);
  const views = await Promise.all(concerned.map((each) => viewOf(house, each)));
  const message = { kind: "digest", views: views.toSorted(longestDueFirst) } as const;
  // Reminders are only ever added at the end: by this key a message is found again that was sent before the program stopped.
  const key = `digest:${part[0]?.notice ?? ""}:${part.length}`;
  const reasons: string[] = [];
  for (const account of accounts) {
    const platform = house.platforms().find(({ name }) => name === account.platform);
    // oxlint-disable-next-line no-await-in-loop -- the next account is tried only when this one cannot be reached
    const sent = await platform?.direct({ account, key, message, again: claim.attempt > 1 });
    if (sent?.kind === "later") return sent;
    if (sent?.kind === "done") {
      for (const { current, notice } of concerned)
        // oxlint-disable-next-line no-await-in-loop -- two may be of the same case
        await recordDelivered(house, current.id, notice.id, "direct");
      return done;
    }
    reasons.push(`${account.platform}: ${sent?.reason ?? "not-connected"}`);
  }
  await failAll(house, concerned, reasons.length === 0 ? "no-account" : reasons.join("; "));
  return done;
}

async function findWaiting(house: House, named: Named): Promise<Waiting | undefined> {
  const stored = await house.store.caseById(named.case);
  if (stored === undefined) return undefined;
  const current = foldCase(stored);
  const notice = current.notices.find(({ id }) => id === named.notice);
  const isOpen = notice?.delivered === undefined && notice?.failed === undefined;
  return notice === undefined || !isOpen ? undefined : { stored, current, notice };
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

const longestDueFirst = (one: NoticeView, other: NoticeView) => dayOf(one).localeCompare(dayOf(other));
const dayOf = ({ body }: NoticeView) => ("day" in body ? body.day : "");
