import { findVoteStage } from "../../domain/case/briefs.ts";
import { openVote } from "../../domain/case/case.ts";
import type { Case, Notice } from "../../domain/case/case.ts";
import type { RoomPurpose } from "../../domain/case/noticeSubject.ts";
import { isClosed } from "../../domain/case/stages.ts";
import type { PersonId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { belongingOf, peopleBehind } from "../actOnCase.ts";
import type { StoredCase } from "../casePorts.ts";
import { roomMembers } from "../effects.ts";
import { platformOf } from "../house.ts";
import type { House } from "../house.ts";
import type { Message } from "../message.ts";
import type { PlatformName } from "../person.ts";
import { masksOfNotice } from "../protectedIn.ts";
import { boardCard } from "../views/boardCard.ts";
import { noticeView } from "../views/noticeView.ts";
import { officersCard } from "../views/officersCard.ts";

export interface WantedMessage {
  /** Names it within its room. */
  readonly key: string;
  readonly message: Message;
  readonly calls: readonly PersonId[];
  /** The notice that has reached its addressees once this stands in the room. */
  readonly notice: Notice | undefined;
}

/** A room as the case says it should be. */
export interface WantedRoom {
  readonly members: readonly PersonId[];
  readonly messages: readonly WantedMessage[];
  readonly isArchived: boolean;
}

/** What a room of a case on a platform should look like now: its people, its card, and every notice to it. */
export async function wantedRoom(
  house: House,
  rulebook: Rulebook,
  stored: StoredCase,
  current: Case,
  purpose: RoomPurpose,
  platform: PlatformName,
): Promise<WantedRoom> {
  const now = house.clock.now();
  const members = roomMembers(house, rulebook, current, purpose, peopleBehind(stored)).filter(
    (person) => platformOf(house, person, current.origin) === platform,
  );
  const notices = current.notices.filter((notice) => notice.to.kind === "room" && notice.to.purpose === purpose);
  const posts = await Promise.all(
    notices.map(async (notice): Promise<WantedMessage> => {
      const drawnAt = notice.delivered?.when ?? now;
      return {
        key: `notice:${notice.id}`,
        message: {
          kind: "notice",
          view: await noticeView(house.store, rulebook, current, notice, drawnAt, {
            masks: masksOfNotice(house, stored, current, notice),
          }),
        },
        calls: notice.subject.kind === "reminder" && current.lead !== undefined ? [current.lead] : [],
        notice,
      };
    }),
  );
  const hasCard = purpose === "officers" || findVoteStage(rulebook, current) !== undefined;
  const cards = hasCard ? [await cardOf(house, rulebook, stored, current, purpose)] : [];
  return {
    members,
    messages: [...cards.map((message) => ({ key: "card", message, calls: [], notice: undefined })), ...posts],
    isArchived: isClosed(rulebook, current),
  };
}

async function cardOf(
  house: House,
  rulebook: Rulebook,
  stored: StoredCase,
  current: Case,
  purpose: RoomPurpose,
): Promise<Message> {
  const now = house.clock.now();
  const open = openVote(current);
  const vote = open === undefined ? undefined : await house.store.vote(open.vote);
  if (purpose === "officers") {
    const of = { parties: peopleBehind(stored), belonging: belongingOf(house, rulebook, stored) };
    const card = officersCard(house, rulebook, current, of, vote?.voters ?? [], now);
    return { kind: "officers-card", card };
  }
  return { kind: "board-card", card: boardCard(house, rulebook, current, vote, peopleBehind(stored), now) };
}
