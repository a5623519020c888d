import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { lastDayOf } from "../../domain/motions/due.ts";
import type { MotionResult } from "../../domain/motions/entry.ts";
import { foldMotion, voteNow } from "../../domain/motions/motion.ts";
import { membersOfRoom } from "../../domain/motions/viewer.ts";
import { clauseOfBody, membersOfBody } from "../../domain/sessions/decide.ts";
import type { Session } from "../../domain/sessions/session.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";

/** A motion on the agenda of a session. */
export interface AgendaItem {
  readonly motion: string;
  readonly codeName: string;
  /** Undefined where one of those who read the card observes the session and not the vote on it. */
  readonly text: string | undefined;
  readonly state: "moved" | "open" | "withdrawn" | MotionResult["kind"];
  /** The last day of the vote that is open, as 2026-03-20; undefined where it is closed by hand. */
  readonly lastDay: string | undefined;
}

/** A session as its room shows it, and a member who asks. */
export interface SessionCard {
  readonly session: string;
  readonly codeName: string;
  readonly body: string;
  readonly clause: string;
  readonly purpose: string;
  readonly chair: string;
  readonly isInCamera: boolean;
  readonly state: Session["state"];
  readonly until: string | undefined;
  readonly members: number;
  /** Who has said to be present, by name. */
  readonly present: readonly string[];
  readonly agenda: readonly AgendaItem[];
  readonly opened: string | undefined;
  readonly ended: string | undefined;
}

/**
 * The session as it is shown now.
 * @param readers all who read this card: what one of them has stepped aside from does not stand on it
 */
export async function sessionCard(
  house: House,
  rulebook: Rulebook,
  session: Session,
  readers: readonly PersonId[],
): Promise<SessionCard> {
  const { store } = house;
  const agenda = await Promise.all(session.motions.map((id) => agendaItem(house, id, readers)));
  const dayOf = (at: Session["opened"]) => (at === undefined ? undefined : localDay(rulebook, at).toString());
  return {
    session: session.id,
    codeName: session.codeName,
    body: session.body,
    clause: clauseOfBody(rulebook, session.body),
    purpose: (await store.motionWords(session.id, session.purpose)) ?? "",
    chair: nameOf(house, session.chair),
    isInCamera: session.isInCamera,
    state: session.state,
    until: session.until,
    members: membersOfBody(rulebook, house.roster, session.body).length,
    present: session.present.map((person) => nameOf(house, person)).toSorted((a, b) => a.localeCompare(b)),
    agenda: agenda.flatMap((item) => item ?? []),
    opened: dayOf(session.opened),
    ended: dayOf(session.ended),
  };
}

/**
 * Undefined for a motion from which a reader has stepped aside, as if there were none; and for one that was put on the agenda and never
 * stored: the program was stopped in between.
 */
async function agendaItem(house: House, id: string, readers: readonly PersonId[]): Promise<AgendaItem | undefined> {
  const stored = await house.store.motionById(id);
  if (stored === undefined) return undefined;
  const motion = foldMotion(stored);
  if (readers.some((person) => motion.recused.includes(person))) return undefined;
  const rulebook = house.rulebookOf(stored.rulebook);
  const known = membersOfRoom(rulebook, house.roster, motion);
  const isKept = readers.some((person) => !known.includes(person));
  const text = isKept ? undefined : ((await house.store.motionWords(id, motion.text)) ?? "");
  const open = voteNow(motion);
  const lastDay = open?.closes === undefined ? undefined : lastDayOf(rulebook, open.closes).toString();
  return { motion: id, codeName: motion.codeName, text, state: stateOf(), lastDay };

  function stateOf(): AgendaItem["state"] {
    if (motion.isWithdrawn) return "withdrawn";
    if (open !== undefined) return "open";
    return motion.votes.at(-1)?.result?.kind ?? "moved";
  }
}
