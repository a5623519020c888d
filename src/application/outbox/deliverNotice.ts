import type { Notice } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { liesInChannel } from "../../domain/case/told.ts";
import { mayRepresent } from "../../domain/parties/representative.ts";
import type { StoredCase } from "../casePorts.ts";
import type { Claim, Effect } from "../effect.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import { organisationOf } from "../organisationParty.ts";
import type { Account, Person } from "../person.ts";
import { knownOfNotice } from "../sanctions/knownOfNotice.ts";
import { noticeView } from "../views/noticeView.ts";
import { isConcerned } from "./concerned.ts";
import { platformFor } from "./platformFor.ts";
import { recordFailed } from "./recordFailed.ts";
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
  // Whoever reported without a name looks for what is written to them: it is delivered when they read it.
  if (liesInChannel(current, notice)) return { kind: "done" };
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

function send(
  house: House,
  account: Account,
  notice: Notice,
  view: Awaited<ReturnType<typeof noticeView>>,
  claim: Claim,
) {
  const platform = platformFor(house, account.platform, claim);
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
  if (notice.to.kind === "person") return house.people.get(notice.to.person) ?? house.store.person(notice.to.person);
  const { party } = notice.to;
  const identity = stored.identities.find((each) => each.party === party);
  if (identity?.person === undefined) return undefined;
  // What is for the organisation is for whoever represents it: somebody who no longer does gets nothing.
  const isItself = organisationOf(stored)?.party === party;
  const rulebook = house.rulebookOf(stored.rulebook);
  if (isItself && !mayRepresent(rulebook, house.roster, []).includes(identity.person)) return undefined;
  return house.store.person(identity.person);
}
