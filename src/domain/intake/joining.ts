import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { PartyEntry } from "../case/party.ts";
import { isClosed, readStage } from "../case/stages.ts";
import type { NoticeId, PartyId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";

/** Each of those who were named is asked. */
export function askTogether(members: readonly PartyEntry[], newId: () => NoticeId): readonly Entry[] {
  return members.map(({ party, role }) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "join-asked" },
  }));
}

/**
 * One of those who were named reports it too, or does not; whoever has joined may still leave.
 * @returns a refusal for anybody else, for a second answer of the same, and once the case is closed
 */
export function answerTogether(
  rulebook: Rulebook,
  current: Case,
  party: PartyId,
  isJoining: boolean,
): readonly Entry[] | Refusal {
  const { together, parties } = current;
  const { clause } = readStage(rulebook, current);
  if (together?.members.some((member) => member.party === party) !== true) return { refused: "nothing-due", clause };
  if (isClosed(rulebook, current)) return { refused: "already-decided", clause };
  const isIn = parties.some((each) => each.party === party);
  if (isJoining ? isIn : together.declined.includes(party)) return { refused: "already-done" };
  return [{ kind: "joining-answered", party, isJoining }];
}
