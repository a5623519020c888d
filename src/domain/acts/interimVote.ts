import { findVoteStage, isSameSelector } from "../case/briefs.ts";
import { openVote, partiesOf } from "../case/case.ts";
import type { Case, VoteInCase } from "../case/case.ts";
import { electorateNow, findNotChair, readMotionRule } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import { findUnchecked } from "../case/precheck.ts";
import { readProcedure } from "../case/stages.ts";
import { closedVoid, findNoQuorum } from "../case/wayOut.ts";
import { findMentions, findNames } from "../parties/findNames.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import { openAsk, ruleOfAsk } from "../sanctions/asks.ts";
import { isOver } from "../sanctions/interim.ts";
import type { InterimRule } from "../sanctions/interim.ts";
import { imposedIn } from "../sanctions/record.ts";
import { isAdopted } from "../voting/inCase.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import { seatsOf } from "../voting/quorum.ts";
import type { Voter } from "../voting/result.ts";
import type { Act, Standing } from "./act.ts";
import { endVote } from "./endVote.ts";
import { findNotMeantFor } from "./interimAct.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type Decided = readonly Entry[] | Refusal;

/** The rules by which a body imposes a sanction while the case is handled, asked by those who handle it. */
export function askableIn({ rulebook, current }: Standing): readonly InterimRule[] {
  return readProcedure(rulebook, current).interim.filter(({ vote }) => vote !== undefined);
}

/**
 * Asks a body to impose a sanction while the case is handled. With that the case is before the body: what it reads names nobody whom a
 * brief may not name.
 * @param newId gives the question its id
 */
export function decideAsk(standing: Standing, act: Of<"ask-interim">, newId: () => string): Decided {
  const { rulebook, roster, current, caller, names } = standing;
  const { sanction, ground, party, statement } = act;
  const procedure = readProcedure(rulebook, current);
  const rules = askableIn(standing).filter((rule) => rule.sanction === sanction || sanction === "");
  const [rule] = rules;
  if (rule === undefined) return { refused: "no-interim", clause: procedure.clause };
  const { clause } = rule;
  if (isOver(rulebook, current)) return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  const respondents = partiesOf(current, "respondent");
  if (respondents.length === 0) return { refused: "nobody-to-impose-on", clause };
  if (!respondents.some((each) => each.party === party)) return { refused: "nothing-here" };
  const grounds = rules.flatMap((each) => each.grounds);
  if (!grounds.includes(ground)) return { refused: "not-this-ground", grounds, clause };
  if (openAsk(rulebook, current) !== undefined || isImposed(standing, sanction, party))
    return { refused: "already-done" };
  const notMeant = findNotMeantFor(standing, act, clause);
  if (notMeant !== undefined) return notMeant;
  const mask = bodysStage(standing, rule)?.brief.mask ?? ["names", "accounts"];
  const found = [
    ...(mask.includes("names") ? findNames(act.text, names) : []),
    ...(mask.includes("accounts") ? findMentions(act.text) : []),
  ];
  if (found.length > 0) return { refused: "brief-names-somebody", found, clause };
  const unchecked = findUnchecked(rulebook, roster, current);
  if (unchecked !== undefined) return unchecked;
  return [{ kind: "interim-asked", ask: newId(), party, sanction, ground, statement, officer: caller }];
}

function isImposed({ rulebook, current }: Standing, sanction: string, party: string): boolean {
  return imposedIn(rulebook, current).some(
    ({ interim, lifted, party: whose }) =>
      interim?.sanction === sanction && whose.party === party && interim.ended === undefined && lifted === undefined,
  );
}

/** The stage at which the body that is asked decides the case itself: by that its chair and its briefs are known. */
function bodysStage({ rulebook, current }: Standing, { by }: InterimRule) {
  return Object.values(readProcedure(rulebook, current).stages)
    .filter((stage) => stage.kind === "vote")
    .find(({ owner }) => isSameSelector(owner, by));
}

/** The chair of the body puts to the vote what it was asked; who may vote is fixed now. */
export function decidePutInterim(standing: Standing, { vote }: Of<"put-interim">): Decided {
  const { rulebook, roster, current, caller, parties } = standing;
  const stage = findVoteStage(rulebook, current);
  const ask = openAsk(rulebook, current);
  const own = ask === undefined ? undefined : ruleOfAsk(rulebook, current, ask);
  if (ask === undefined || stage === undefined || own?.vote === undefined) return { refused: "nothing-here" };
  const notChair = findNotChair(rulebook, roster, current, stage, caller, parties);
  if (notChair !== undefined) return notChair;
  if (!current.cleared.includes(caller)) return { refused: "conflict-first", clause: rulebook.conflicts.clause };
  if (openVote(current) !== undefined) return { refused: "vote-running", clause: own.clause };
  const rule = readMotionRule(rulebook, own.vote);
  const electorate = electorateNow(rulebook, roster, current, rule, parties);
  const membersOf = (selector: Parameters<typeof holdersOf>[2]) => holdersOf(rulebook, roster, selector);
  const unreachable = findUnreachableQuorum(rule, electorate, membersOf);
  if (unreachable !== undefined) return { ...unreachable, exit: undefined };
  return [
    {
      kind: "motion-put",
      vote,
      motion: INTERIM,
      rule: own.vote,
      findings: [],
      severity: undefined,
      sanction: ask.sanction,
      reasons: ask.statement,
      interim: ask.ask,
      electorate,
      seats: seatsOf(rule, electorate, membersOf),
    },
  ];
}

/** What such a motion is called. */
const INTERIM = "interim";

/**
 * Closes the vote on what a body was asked. Carried, it is imposed: the person is told at once, and with that learns of the case.
 * @param newId gives an id for the notice
 */
export function closeInterim(
  standing: Standing,
  open: VoteInCase,
  voters: readonly Voter[],
  newId: () => string,
): Decided {
  const { rulebook, roster, current, caller, parties } = standing;
  const stage = findVoteStage(rulebook, current);
  if (stage === undefined) return { refused: "nothing-here" };
  const notChair = findNotChair(rulebook, roster, current, stage, caller, parties);
  if (notChair !== undefined) return notChair;
  const noQuorum = findNoQuorum(rulebook, roster, current, parties, voters);
  if (noQuorum !== undefined) return [closedVoid(open, noQuorum)];
  const closed = endVote(standing, open, voters);
  return isRefusal(closed) ? closed : withInterim(current, open, closed, newId);
}

/**
 * The end of a vote on what a body was asked, with what is imposed where it was carried or agreed.
 * @param newId gives an id for the notice
 */
export function withInterim(
  current: Case,
  open: VoteInCase,
  closed: readonly Entry[],
  newId: () => string,
): readonly Entry[] {
  const ask = current.kept.asks.find(({ ask: id }) => id === open.interim);
  const isCarried = closed.some(
    (entry) =>
      (entry.kind === "vote-closed" && isAdopted(entry.result)) ||
      (entry.kind === "tie-decided" && entry.casting === "in-favour"),
  );
  const respondent = current.parties.find(({ party }) => party === ask?.party);
  if (!isCarried || ask === undefined || respondent === undefined) return closed;
  const { party, sanction, ground, statement: reasons } = ask;
  const { vote } = open;
  return [
    ...closed,
    { kind: "interim-imposed", decision: vote, party, sanction, ground, reasons, vote },
    {
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party, role: respondent.role },
      subject: { kind: "interim", decision: vote, sanction, ground, reasons },
    },
  ];
}
