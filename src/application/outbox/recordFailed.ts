import { after } from "../../domain/case/after.ts";
import type { Case, Notice } from "../../domain/case/case.ts";
import type { Entry } from "../../domain/case/entry.ts";
import { concludeInforming } from "../../domain/case/inform.ts";
import type { NoticeSubject } from "../../domain/case/noticeSubject.ts";
import { recordInCase } from "../actOnCase.ts";
import type { House } from "../house.ts";

/**
 * It could not be delivered: for a party the officers are told, so that somebody delivers it otherwise. What
 * an officer was to be reminded of stands in the room of the officers instead.
 */
export function recordFailed(house: House, current: Case, notice: Notice, reason: string): Promise<Case | undefined> {
  house.log.warn("notice not delivered", { case: current.codeName, subject: notice.subject.kind, reason });
  const by = { kind: "platform" } as const;
  return recordInCase(house, current.id, by, (now, rulebook, at) => {
    const found = now.notices.find((each) => each.id === notice.id);
    if (found === undefined || found.delivered !== undefined || found.failed !== undefined) return [];
    const failed: Entry = { kind: "notice-failed", notice: notice.id, reason };
    if (notice.to.kind !== "party") {
      const then = after(now, { version: now.version + 1, at, by, entry: failed });
      return [failed, ...inRoom(house, now, notice), ...concludeInforming(rulebook, then)];
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

function inRoom(house: House, current: Case, { subject, to }: Notice): readonly Entry[] {
  const isOfficers = to.kind === "person" && current.handlers.includes(to.person);
  if (subject.kind !== "reminder" || !isOfficers || current.notices.some((each) => isInRoom(each, subject))) return [];
  const room = { kind: "room", purpose: "officers" } as const;
  return [{ kind: "notice-sent", notice: house.chance.id(), to: room, subject }];
}

const isInRoom = ({ to, subject }: Notice, wanted: Extract<NoticeSubject, { kind: "reminder" }>) =>
  to.kind === "room" &&
  subject.kind === "reminder" &&
  subject.deadline === wanted.deadline &&
  subject.occasion === wanted.occasion &&
  subject.day === wanted.day;
