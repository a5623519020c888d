import { after, partiesOf } from "../../domain/case/case.ts";
import type { Case } from "../../domain/case/case.ts";
import type { Entry, RoomPurpose } from "../../domain/case/entry.ts";
import { concludeInforming } from "../../domain/case/inform.ts";
import type { CaseId, NoticeId, PersonId } from "../../domain/identity.ts";
import { recordInCase } from "../actOnCase.ts";
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

/** A notice has reached its addressee: its clocks start, and the stage that informs may be over with it. */
export function recordDelivered(
  house: House,
  id: CaseId,
  notice: NoticeId,
  how: "room" | "direct",
): Promise<Case | undefined> {
  return recordInCase(house, id, platform, (current, rulebook, at) => {
    const found = current.notices.find((each) => each.id === notice);
    if (found === undefined || found.delivered !== undefined) return [];
    const delivered: Entry = { kind: "notice-delivered", notice, how, when: at };
    const informed = after(current, { version: current.version + 1, at, by: platform, entry: delivered });
    const announced: readonly Entry[] =
      found.subject.kind === "new-case" &&
      found.subject.purpose === "officers" &&
      found.to.kind === "person" &&
      !current.announced.includes(found.to.person)
        ? [{ kind: "announced", by: "direct", to: [found.to.person] }]
        : [];
    return [delivered, ...announced, ...concludeInforming(rulebook, informed)];
  });
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
    const truth = purpose === "board" ? [] : partiesOf(current, "complainant");
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
