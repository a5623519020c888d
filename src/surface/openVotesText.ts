import type { AgendaItem, SessionCard } from "../application/sessions/sessionCard.ts";
import type { Speech } from "./say.ts";

/** So many of the votes are named. */
const NAMED = 10;

/** Which votes of a session stay open when it ends: each until its last day, or until it is closed by hand. Undefined where none is. */
export function openVotesText({ agenda }: Pick<SessionCard, "agenda">, { say, list, day }: Speech): string | undefined {
  const open = agenda.filter(({ state }) => state === "open");
  if (open.length === 0) return undefined;
  const lineOf = ({ codeName, lastDay }: AgendaItem) =>
    lastDay === undefined
      ? say("session.vote.by-hand", { codeName })
      : say("session.vote.until", { codeName, day: day(lastDay) });
  const more = open.length - NAMED;
  const votes = [...open.slice(0, NAMED).map(lineOf), ...(more > 0 ? [say("list.more", { count: more })] : [])];
  return say("session.votes.open", { votes: list(votes), count: open.length });
}
