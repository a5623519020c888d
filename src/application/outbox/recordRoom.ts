import type { Temporal } from "temporal-polyfill";

import { after } from "../../domain/case/after.ts";
import { authorsOf } from "../../domain/case/case.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Entry } from "../../domain/case/entry.ts";
import { concludeInforming } from "../../domain/case/inform.ts";
import type { RoomPurpose } from "../../domain/case/noticeSubject.ts";
import type { CaseId, NoticeId, PersonId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { peopleBehind, recordInCase, recordInCases } from "../actOnCase.ts";
import { roomMembers } from "../effects.ts";
import type { House } from "../house.ts";

const platform = { kind: "platform" } as const;

/** The officers have been told: the report has arrived. */
export async function recordAnnounced(house: House, current: Case, people: readonly PersonId[]): Promise<void> {
  await recordInCase(house, current.id, platform, (now) => {
    const to = people.filter((person) => !now.announced.includes(person));
    return to.length === 0 ? [] : [{ kind: "announced", by: "room", to }];
  });
}

/** A notice stands in the room it is addressed to. */
export function recordDeliveredToRoom(house: House, id: CaseId, notice: NoticeId): Promise<Case | undefined> {
  return recordDelivered(house, id, notice, "room");
}

type How = "room" | "direct" | "channel";

/** A notice that has been delivered, in a case. */
export interface Delivered {
  readonly case: CaseId;
  readonly notice: NoticeId;
}

/** What was delivered and waits to be recorded, by case. */
const delivered = new WeakMap<House["store"], Map<CaseId, Map<NoticeId, How>>>();

/**
 * A notice has reached its addressee: its clocks start, and the stage that informs may be over with it. Of several in one case that are
 * delivered at the same time all are recorded with the first that has its turn.
 */
export function recordDelivered(house: House, id: CaseId, notice: NoticeId, how: How): Promise<Case | undefined> {
  const cases = delivered.get(house.store) ?? new Map<CaseId, Map<NoticeId, How>>();
  delivered.set(house.store, cases);
  const waiting = cases.get(id) ?? new Map<NoticeId, How>();
  cases.set(id, waiting.set(notice, how));
  return recordInCase(house, id, platform, (current, rulebook, at) => {
    // Whoever comes next finds nothing left; what could not be recorded is tried again with its row.
    if (cases.get(id) === waiting) cases.delete(id);
    return deliveredEntries(rulebook, current, waiting, at);
  });
}

/** The same of notices in many cases. */
export function recordAllDelivered(house: House, all: readonly Delivered[], how: How): Promise<void> {
  const byCase = Map.groupBy(all, (each) => each.case);
  return recordInCases(house, [...byCase.keys()], platform, (current, rulebook, at) => {
    const notices = (byCase.get(current.id) ?? []).map(({ notice }) => [notice, how] as const);
    return deliveredEntries(rulebook, current, new Map(notices), at);
  });
}

function deliveredEntries(
  rulebook: Rulebook,
  before: Case,
  notices: ReadonlyMap<NoticeId, How>,
  at: Temporal.Instant,
): readonly Entry[] {
  let current = before;
  const entries: Entry[] = [];
  const add = (entry: Entry) => {
    entries.push(entry);
    current = after(current, { version: current.version + 1, at, by: platform, entry });
  };
  for (const [notice, how] of notices) {
    const found = current.notices.find((each) => each.id === notice);
    if (found === undefined || found.delivered !== undefined) continue;
    add({ kind: "notice-delivered", notice, how, when: at });
    const { subject, to } = found;
    const isAnnounced = subject.kind === "new-case" && subject.purpose === "officers" && to.kind === "person";
    if (isAnnounced && !current.announced.includes(to.person))
      add({ kind: "announced", by: "direct", to: [to.person] });
    for (const entry of concludeInforming(rulebook, current)) add(entry);
  }
  return entries;
}

/**
 * A platform refused a room: those who belong in it are told directly instead, whoever filed the report is told the truth, and what was
 * to stand in the room goes to each of its people.
 */
export function recordRoomRefused(
  house: House,
  id: CaseId,
  purpose: RoomPurpose,
  members: readonly PersonId[],
  reason: string,
): Promise<Case | undefined> {
  return recordInCase(house, id, platform, (current) => {
    const isNew = !current.roomsRefused.some((each) => each.purpose === purpose);
    const alerts = members.map((person): Entry => ({
      kind: "notice-sent",
      notice: house.chance.id(),
      to: { kind: "person", person },
      subject: { kind: "new-case", purpose },
    }));
    const truth = purpose === "board" ? [] : authorsOf(current);
    const told = truth.map(({ party, role }): Entry => ({
      kind: "notice-sent",
      notice: house.chance.id(),
      to: { kind: "party", party, role },
      subject: { kind: "room-refused" },
    }));
    return [
      ...(isNew ? [{ kind: "room-refused", purpose, reason } as const, ...alerts, ...told] : []),
      ...redirected(current, purpose, members, reason, () => house.chance.id()),
    ];
  });
}

/** A room stays closed with its case: what was to stand in it goes to each of those who would read it there. */
export function recordRoomClosed(house: House, id: CaseId, purpose: RoomPurpose): Promise<Case | undefined> {
  return recordInCase(house, id, platform, (current, rulebook, _, stored) => {
    const members = roomMembers(house, rulebook, current, purpose, peopleBehind(stored));
    return redirected(current, purpose, members, "room-closed", () => house.chance.id());
  });
}

/** Notices to a room that cannot be had, one for each of its people instead. */
function redirected(
  current: Case,
  purpose: RoomPurpose,
  members: readonly PersonId[],
  reason: string,
  newId: () => NoticeId,
): readonly Entry[] {
  const waiting = current.notices.filter(
    (notice) =>
      notice.to.kind === "room" &&
      notice.to.purpose === purpose &&
      notice.delivered === undefined &&
      notice.failed === undefined,
  );
  return waiting.flatMap((notice): readonly Entry[] => [
    { kind: "notice-failed", notice: notice.id, reason },
    ...members.map((person): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "person", person },
      subject: notice.subject,
    })),
  ]);
}
