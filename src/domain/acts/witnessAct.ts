import { openVote } from "../case/case.ts";
import { lateFirst } from "../case/conclude.ts";
import type { Entry } from "../case/entry.ts";
import { asksWitnesses, findWitness, witnessClause } from "../case/evidence.ts";
import type { EvidenceSubject } from "../case/evidenceEntries.ts";
import { isClosed, readStage } from "../case/stages.ts";
import { findPartyInBody } from "../parties/receivers.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type Decided = readonly Entry[] | Refusal;

/**
 * Somebody is asked what they saw. Nobody is who is a party already, who handles the case or decides it just now: a witness has a conflict
 * of interest.
 */
export function askWitness(standing: Standing, act: Of<"ask-witness">, newId: () => string): Decided {
  const { rulebook, roster, current, parties } = standing;
  const { party, person, question } = act;
  const { clause } = readStage(rulebook, current);
  if (current.times.lateness === "open") return lateFirst(rulebook, clause);
  if (!asksWitnesses(rulebook, current)) return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  const conflict = rulebook.conflicts.clause;
  if (person === undefined && !act.isNamed) return { refused: "nobody-named", clause };
  if (person !== undefined && parties.includes(person)) return { refused: "is-a-party", clause: conflict };
  if (person !== undefined && current.handlers.includes(person)) return { refused: "handles-it", clause: conflict };
  if (person !== undefined && openVote(current)?.electorate.includes(person) === true)
    return { refused: "vote-running", clause: conflict };
  const partyInBody = findPartyInBody(rulebook, roster, [{ role: "witness", person }]);
  const isFirst = current.partyInBody === undefined && partyInBody !== undefined;
  const asked: Entry = {
    kind: "witness-asked",
    party,
    hasAccount: person !== undefined,
    question,
    ...(isFirst ? { partyInBody } : {}),
  };
  const to = { kind: "party", party, role: "witness" } as const;
  return [asked, { kind: "notice-sent", notice: newId(), to, subject: { kind: "witness-asked" } }];
}

/** A witness promises confidentiality and will answer, or would rather not; whoever declined may think again while the case is open. */
export function answerAsWitness(standing: Standing, act: Of<"promise" | "decline">, newId: () => string): Decided {
  const { rulebook, current, viewer } = standing;
  const witness = viewer.kind === "witness" ? findWitness(current, viewer.party.party) : undefined;
  if (witness === undefined) return { refused: "nothing-here" };
  const clause = witnessClause(rulebook, current);
  if (isClosed(rulebook, current)) return { refused: "already-decided", clause };
  const isWilling = act.kind === "promise";
  if (witness.state === (isWilling ? "promised" : "declined")) return { refused: "already-done" };
  const answered: Entry = { kind: "witness-answered", party: witness.party, isWilling };
  return [answered, toOfficers({ kind: "witness-answered", isWilling }, newId)];
}

/** Nothing more is waited for from a witness who has not answered. */
export function releaseWitness({ rulebook, current }: Standing, { party }: Of<"release-witness">): Decided {
  const witness = findWitness(current, party);
  if (witness === undefined) return { refused: "nothing-due", clause: readStage(rulebook, current).clause };
  if (witness.state === "declined" || witness.state === "released") return { refused: "already-done" };
  return [{ kind: "witness-released", party }];
}

/** In the officers' room it is told that something came, not what. */
export const toOfficers = (subject: EvidenceSubject, newId: () => string): Entry => ({
  kind: "notice-sent",
  notice: newId(),
  to: { kind: "room", purpose: "officers" },
  subject,
});
