import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Act, ActKind, Standing } from "../acts/act.ts";
import { actKinds, taskOf } from "../acts/decideAct.ts";
import { askableIn } from "../acts/interimVote.ts";
import { isRecordActKind } from "../acts/recordAct.ts";
import { supportPool } from "../acts/supportContact.ts";
import { agreementHere } from "../case/agreements.ts";
import { openVote, partiesOf } from "../case/case.ts";
import { isConcludedByHand, LATE_OUTCOMES, possibleOutcomes } from "../case/conclude.ts";
import { reasonsToChoose } from "../case/listedReasons.ts";
import { scopeOf } from "../case/scope.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { earliestMeeting } from "../case/summon.ts";
import { findNoQuorum } from "../case/wayOut.ts";
import { localDay } from "../deadlines/calendar.ts";
import { mayExtend } from "../deadlines/moreTime.ts";
import type { OutcomeId, SanctionId } from "../identity.ts";
import { unanswered } from "../intake/together.ts";
import { openAsk } from "../sanctions/asks.ts";
import { consequencesOf, findExtendable } from "../sanctions/breaches.ts";
import { openConditions } from "../sanctions/conditions.ts";
import { isLengthChosen, offeredSanctions } from "../sanctions/fitting.ts";
import { imposedIn } from "../sanctions/record.ts";
import { reviewsOf } from "../sanctions/reviews.ts";
import { openTasks } from "../sanctions/tasks.ts";
import type { Voter } from "../voting/result.ts";
import { askedApart } from "./askedApart.ts";
import { askedChallengeAct, isOfChallenge } from "./askedChallengeActs.ts";
import { askedConsent } from "./askedConsents.ts";
import { askedEvidence } from "./askedEvidence.ts";
import { askedHandAct } from "./askedHands.ts";
import { askedHearing } from "./askedHearings.ts";
import { askedRecordAct } from "./askedRecords.ts";
import { askedTimeAct, isAboutTime } from "./askedTimeActs.ts";
import { hasPlace } from "./unblockStage.ts";
import { voteStageOf } from "./who.ts";

/** Nothing that is entered has an id yet. */
const UNWRITTEN = "";

/**
 * The acts of somebody's task in a case, in the order in which they come, with all that is yet to be entered taken as entered well: what
 * then stands in the way is not up to what is typed.
 * @param voters those who may vote in the open vote, as it stands
 */
export function askedActs(standing: Standing, voters: readonly Voter[]): readonly Act[] {
  const { viewer } = standing;
  if (viewer.kind === "nobody" || viewer.kind === "party" || viewer.kind === "witness") return [];
  return actKinds
    .filter((kind) => isOwn(standing, kind, voters))
    .flatMap((kind) => askedAct(standing, kind, voters))
    .filter((act) => hasPlace(standing, act));
}

function isOwn(standing: Standing, kind: ActKind, voters: readonly Voter[]): boolean {
  const task = taskOf[kind];
  return (
    task === standing.viewer.kind || task === "challenge" || (task === "either" && isTheirs(standing, kind, voters))
  );
}

/**
 * Of the acts of both: officers say that nothing stands in the way only before they decide themselves, and the notices of a decision are
 * sent by those who made it. Of referring a case nothing is said while the body can decide.
 */
function isTheirs(standing: Standing, kind: ActKind, voters: readonly Voter[]): boolean {
  const { rulebook, roster, current, viewer, parties, at } = standing;
  const isOfficer = viewer.kind === "handler";
  if (isAboutTime(kind)) return isOfficer || mayExtend(rulebook, roster, current, standing.caller);
  if (kind === "clear") return !isOfficer || possibleOutcomes(rulebook, current, at).some((each) => each.asksConflict);
  if (kind === "lift" || kind === "review" || kind === "prolong")
    return imposedIn(rulebook, current).some(({ decision: { vote } }) => isOfficer === (vote === undefined));
  if (kind === "refer") return findNoQuorum(rulebook, roster, current, parties, voters) !== undefined;
  if (kind !== "send-notices") return true;
  return isOfficer === (current.decision !== undefined && current.decision.vote === undefined);
}

/** The acts of one kind: concluding with each outcome, putting each motion, entering each notice that has not arrived. */
export function askedAct(standing: Standing, kind: ActKind, voters: readonly Voter[]): readonly Act[] {
  const { rulebook, current, at } = standing;
  if (isOfChallenge(kind)) return askedChallengeAct(standing, kind);
  if (isRecordActKind(kind)) return askedRecordAct(standing, kind);
  switch (kind) {
    case "take":
    case "approve-brief":
    case "recuse":
    case "clear":
    case "send-notices":
    case "choose-support":
      return [{ kind, officer: supportPool(standing)[0] ?? "" }];
    case "choose-decider":
    case "delegate":
    case "end-delegation":
    case "ask-counter":
    case "consider-needs":
    case "check-conflicts":
      return askedHandAct(standing, kind);
    case "support":
    case "send-support":
    case "end":
      return [{ kind }];
    case "do-task":
      return tasksOf(standing).map((task) => ({ kind, task, statement: UNWRITTEN }));
    case "judge-scope": {
      const { any_of: situations = [] } = scopeOf(rulebook, current) ?? {};
      return [undefined, ...situations].map((situation) => ({ kind, situation, statement: UNWRITTEN }));
    }
    case "acknowledge":
    case "note":
    case "ask-author":
      return [{ kind, statement: UNWRITTEN }];
    case "write-brief":
      return [{ kind, text: "", statement: UNWRITTEN }];
    case "summon":
      return [{ kind, on: firstMeeting(standing), statement: UNWRITTEN }];
    case "conclude":
      return outcomesOf(standing).map((outcome) => conclusionOf(standing, outcome));
    case "record-delivery":
      return current.notices
        .filter((notice) => notice.delivered === undefined)
        .map(({ id }) => ({ kind, notice: id, on: localDay(rulebook, at).toString() }));
    case "put-motion":
      return motionsOf(standing);
    case "be-present":
    case "cast": {
      const vote = openVote(current) ?? current.votes.at(-1);
      return vote === undefined ? [] : [{ kind, vote: vote.vote, voters }];
    }
    case "decide-tie":
      return [{ kind, casting: "in-favour" }];
    case "call-consensus":
    case "close-vote":
    case "refer":
      return [{ kind, voters }];
    case "impose-interim":
      return imposableIn(standing).flatMap(([sanction, ground]) =>
        respondentsOf(standing).map((party) => ({ kind, party, sanction, ground, reasons: UNWRITTEN })),
      );
    case "ask-interim":
      return askableIn(standing).flatMap(({ sanction, grounds: [ground = ""] }) =>
        respondentsOf(standing).map((party) => ({ kind, party, sanction, ground, text: "", statement: UNWRITTEN })),
      );
    case "put-interim":
      return openAsk(rulebook, current) === undefined ? [] : [{ kind, vote: UNWRITTEN }];
    case "review":
      return reviewsOf(rulebook, current).map(({ imposed: { decision, party } }) => ({
        kind,
        decision: decision.id,
        party: party.party,
        reasons: UNWRITTEN,
      }));
    case "extend":
    case "take-offer":
    case "tell-longer":
    case "plan":
    case "finish-step":
    case "note-answer":
    case "answer":
      return askedTimeAct(standing, kind);
    case "confirm-task":
      return openTasks(rulebook, current).map(({ imposed: { decision, party } }) => ({
        kind,
        decision: decision.id,
        party: party.party,
        statement: UNWRITTEN,
      }));
    case "note-condition":
      return openConditions(rulebook, current).map(({ imposed: { decision, party }, condition }) => ({
        kind,
        decision: decision.id,
        party: party.party,
        condition,
        isMet: true,
        statement: UNWRITTEN,
      }));
    case "record-breach":
      return imposedIn(rulebook, current).map((imposed) => ({
        kind,
        decision: imposed.decision.id,
        party: imposed.party.party,
        consequence: consequencesOf(rulebook, current, imposed, at)[0],
        statement: UNWRITTEN,
      }));
    case "prolong":
      return imposedIn(rulebook, current)
        .filter((imposed) => findExtendable(current, imposed) !== undefined)
        .map(({ decision, party }) => ({
          kind,
          decision: decision.id,
          party: party.party,
          by: { amount: 1, unit: "days" },
          reasons: UNWRITTEN,
        }));
    case "confirm":
    case "put-confirmation":
    case "ask-disclosure":
    case "name-group":
    case "name-class":
      return askedConsent(standing, kind);
    case "record-joining":
      return askedToJoin(current).flatMap((party) => [
        { kind, party, isJoining: true },
        { kind, party, isJoining: false },
      ]);
    case "ask-agreement":
      return [{ kind, agreement: UNWRITTEN, statement: UNWRITTEN }];
    case "answer-agreement": {
      const agreement = agreementHere(current)?.agreement ?? "";
      return [
        { kind, agreement, isAgreed: true },
        { kind, agreement, isAgreed: false },
      ];
    }
    case "leave-agreement":
      return [{ kind }];
    case "keep-apart":
    case "end-apart":
    case "note-contact":
    case "ask-across":
    case "answer-across":
    case "agree-wording":
    case "enter-words":
    case "pass-on":
    case "hold-back":
    case "close-question":
      return askedApart(standing, kind);
    case "choose-outcome": {
      const stage = readStage(rulebook, current);
      const outcomes = stage.kind === "elect" ? Object.keys(stage.outcomes) : [UNWRITTEN];
      return outcomes.map((outcome) => ({ kind, outcome }));
    }
    case "call-hearing":
    case "hold-hearing":
    case "record-hearing":
    case "ask-record":
      return askedHearing(standing, kind);
    case "ask-witness":
    case "release-witness":
    case "promise":
    case "decline":
    case "hand-in":
    case "enter-item":
    case "admit-anonymous":
    case "ask-parties":
    case "put-question":
    case "answer-question":
    case "return-answer":
    case "go-on":
    case "find":
    case "set-aside":
    case "open-items":
    case "return-submission":
    case "name-companion":
      return askedEvidence(standing, kind);
    case "lift":
      return imposedIn(rulebook, current).map(({ decision, party }) => ({
        kind,
        decision: decision.id,
        party: party.party,
        reasons: UNWRITTEN,
      }));
  }
}

/** What can be imposed while the case is handled, with a ground; of a procedure that has nothing of the kind nothing in particular. */
function imposableIn({ rulebook, current }: Standing): readonly (readonly [string, string])[] {
  const rules = readProcedure(rulebook, current).interim.filter(({ vote }) => vote === undefined);
  return rules.length > 0 ? rules.map(({ sanction, grounds: [ground = ""] }) => [sanction, ground]) : [["", ""]];
}

/** Each respondent; nobody in particular where none is known. */
function respondentsOf({ current }: Standing): readonly string[] {
  const parties = partiesOf(current, "respondent").map(({ party }) => party);
  return parties.length > 0 ? parties : [""];
}

/** The first day on which a respondent who is called now may be met; today at a stage at which nobody is called. */
function firstMeeting({ rulebook, current, at }: Standing): string {
  const stage = readStage(rulebook, current);
  const rule = stage.kind === "closed" || stage.kind === "vote" ? undefined : stage.summons;
  return (rule === undefined ? localDay(rulebook, at) : earliestMeeting(rulebook, rule, at)).toString();
}

/** The outcomes of every stage that officers conclude, those of the present stage too. */
function outcomesOf({ rulebook, current }: Standing): readonly OutcomeId[] {
  const late = current.times.lateness === "open" ? LATE_OUTCOMES : [];
  const stages = Object.values(readProcedure(rulebook, current).stages);
  const concluded = stages.flatMap((stage) => {
    return isConcludedByHand(stage) ? Object.keys(stage.outcomes) : [];
  });
  return [...new Set([...late, ...concluded])];
}

/** An outcome with the first of its sanctions, for as long as can be chosen. */
function conclusionOf(standing: Standing, outcome: OutcomeId): Act {
  const { rulebook, current } = standing;
  const stage = readStage(rulebook, current);
  const rule = stage.kind === "closed" ? undefined : stage.outcomes[outcome];
  const [sanction] = rule === undefined ? [] : offeredSanctions(rulebook, rule);
  const lasts = someLength(standing, sanction);
  const because = reasonsToChoose(rulebook, rule);
  return { kind: "conclude", outcome, rules: rulesOf(standing), reasons: UNWRITTEN, because, sanction, lasts };
}

/** A length that can be chosen for a sanction. */
const someLength = ({ rulebook }: Standing, sanction: SanctionId | undefined): Span | undefined =>
  isLengthChosen(rulebook, sanction) ? { amount: 1, unit: "days" } : undefined;

/** What can be ticked: of the tasks of every stage those that nobody is told of by doing them. */
function tasksOf({ rulebook, current }: Standing): readonly string[] {
  const stages = Object.values(readProcedure(rulebook, current).stages);
  const tasks = stages.flatMap((stage) => (stage.kind === "closed" ? [] : stage.tasks.map(({ id }) => id)));
  return [...new Set(tasks)].filter((task) => task !== "acknowledge");
}

const rulesOf = ({ rulebook }: Standing) =>
  Object.entries(rulebook.rules)
    .filter(([, rule]) => rule.sanctionable)
    .map(([id]) => id)
    .slice(0, 1);

/** Each motion of the deciding body, with what it requires. */
function motionsOf(standing: Standing): readonly Act[] {
  const stage = voteStageOf(standing);
  return Object.entries(stage?.motions ?? {}).map(([motion, rule]) => {
    const outcome = rule.requires.includes("one_sanction") ? stage?.outcomes[rule.outcome] : undefined;
    const [sanction] = outcome === undefined ? [] : offeredSanctions(standing.rulebook, outcome);
    return {
      kind: "put-motion",
      vote: UNWRITTEN,
      motion,
      findings: rulesOf(standing),
      severity: undefined,
      sanction,
      lasts: someLength(standing, sanction),
      reasons: UNWRITTEN,
      because: reasonsToChoose(standing.rulebook, stage?.outcomes[rule.outcome]),
    };
  });
}

/** Those who were named as reporting it together and have not answered; what stands for nobody where there is none. */
function askedToJoin(current: Standing["current"]): readonly string[] {
  const open = unanswered(current).map(({ party }) => party);
  return open.length === 0 ? [UNWRITTEN] : open;
}
