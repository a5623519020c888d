import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { Act, Standing } from "../acts/act.ts";
import { taskOf } from "../acts/decideAct.ts";
import { apartRule } from "../case/apart.ts";
import { findDraft } from "../case/briefs.ts";
import { openVote } from "../case/case.ts";
import { checkersOf } from "../case/precheck.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { choosersOf } from "../parties/stageOwners.ts";
import type { Refusal } from "../refusal.ts";
import { outsideOf } from "./outside.ts";
import type { Entering, Unblock, Who } from "./unblock.ts";
import { dayAfter, otherOutcomes, reach, summons } from "./unblockStage.ts";
import { comeOrLeave, seatsOrLeave } from "./unblockVote.ts";
import { whoCalls, whoChairs, whoDecides, whoHandles } from "./who.ts";
import { whoHears } from "./whoHears.ts";

/** What would make an act possible that was refused so. */
export function unblockOf(standing: Standing, act: Act, refusal: Refusal): readonly Unblock[] {
  const { rulebook, viewer } = standing;
  switch (refusal.refused) {
    // Of motions that are no case: see motions/unblock.ts.
    case "not-seconded":
    case "own-motion":
    case "mover-leads":
    case "mover-asked":
    case "counted-twice":
    case "too-few-for-secrecy":
    case "came-later":
    case "day-is-over":
    case "agenda-fixed":
    case "session-not-open":
    case "session-over":
    // Of reports, of which there is no case yet: see explainFiling in why.ts.
    case "not-this-way":
    case "not-open":
    case "officers-only":
    case "own-report":
    case "not-anonymous":
    case "own-hands":
    case "names-somebody":
    case "no-such-code":
    case "nothing-here":
      return [{ kind: "other-name" }];
    case "not-for-you":
      return [{ kind: "what-there-is" }];
    case "not-your-task":
      return ["party", "witness", "giver"].includes(taskOf[act.kind])
        ? [{ kind: "nothing", as: "of-a-party" }]
        : [{ kind: "ask", who: whose(standing, act) }];
    case "already-filed":
      return [{ kind: "own-cases" }];
    case "nobody-to-approve":
    case "nobody-to-vote":
    case "nobody-to-receive":
    case "last-officer":
      return [{ kind: "outside", labels: outsideOf(rulebook) }];
    case "already-taken":
      return [{ kind: "steps-aside", who: { kind: "people", people: [refusal.by] } }];
    case "author-known":
      return [{ kind: "nothing", as: "not-needed" }];
    case "already-done":
      return [{ kind: "nothing", as: "done" }];
    case "not-at-this-stage":
      return [reach(standing, act)];
    case "tasks-open":
      return [{ kind: "tasks", tasks: refusal.tasks }];
    case "no-hearing":
      return [{ kind: "nothing", as: "not-needed" }];
    case "hearing-not-held":
      return [{ kind: "hearing", step: "hold" }];
    case "no-hearing-record":
      return refusal.isHeld
        ? [{ kind: "hearing", step: "record" }]
        : [
            { kind: "hearing", step: "hold" },
            { kind: "hearing", step: "record" },
          ];
    case "hearing-too-soon":
      return [{ kind: "choose-day", from: refusal.earliest, until: undefined }, ...enter({ what: "shorter-notice" })];
    case "no-rule-cited":
      return enter({ what: "rule" });
    case "no-reasons":
      return enter({ what: "reasons" });
    case "reason-not-listed":
      return enter({ what: "listed-reason", reasons: refusal.reasons });
    case "choose-first":
      return [
        { kind: "ask", who: { kind: "people", people: choosersOf(rulebook, standing.roster, standing.current) } },
      ];
    case "chosen-decides":
      return [{ kind: "ask", who: { kind: "people", people: [refusal.by] } }];
    case "has-conflict":
      if (refusal.mitigation === "possible") return enter({ what: "mitigation" });
      return refusal.mitigation === "by-others"
        ? [{ kind: "ask", who: whoLets(standing) }]
        : [{ kind: "choose-another" }];
    case "not-offered":
      return [{ kind: "choose-another" }];
    case "about-oneself":
      return [{ kind: "outside", labels: outsideOf(rulebook) }];
    case "no-false-report":
    case "notice-incomplete":
      return [{ kind: "nothing", as: "by-rules" }];
    case "in-person":
      return [{ kind: "nothing", as: "by-rules" }];
    case "needs-open":
      return [{ kind: "tasks", tasks: ["support_needs"] }];
    case "no-finding":
      return enter({ what: "finding" });
    case "no-sanction":
      return enter({ what: "one-sanction" });
    case "sanction-without-uphold":
      return enter({ what: "no-sanction" });
    case "sanction-not-offered":
      if (refusal.sanctions.length === 0) return [{ kind: "nothing", as: "not-needed" }];
      return enter({ what: "offered-sanction", sanctions: refusal.sanctions });
    case "no-length":
      return enter({ what: "length" });
    case "no-letter":
      return enter({ what: "letter" });
    case "no-day":
      return enter({ what: "day" });
    case "condition-not-offered":
      return refusal.conditions.length === 0
        ? [{ kind: "nothing", as: "not-needed" }]
        : enter({ what: "offered-condition", conditions: refusal.conditions });
    case "condition-open":
      return refusal.by === undefined
        ? [{ kind: "nothing", as: "not-needed" }]
        : [{ kind: "wait", from: dayAfter(refusal.by) }];
    case "too-long":
      return enter({ what: "shorter-length", longest: refusal.longest });
    case "not-sanctionable":
      return enter({ what: "sanctionable-rule", rules: sanctionableOf(standing) });
    case "brief-names-somebody":
      return enter({ what: "pseudonyms" });
    case "can-be-quorate":
      return [{ kind: "nothing", as: "not-needed" }];
    case "not-summoned":
      return [summons(standing, 1)];
    case "attempts-left":
      return [summons(standing, refusal.needed - refusal.made)];
    case "respondent-known":
    case "no-informal-way":
    case "nobody-to-summon":
      return [otherOutcomes(standing)];
    case "summons-pending":
      return [{ kind: "wait", from: dayAfter(refusal.until) }];
    case "late-first":
      return [otherOutcomes(standing)];
    case "not-proven":
      return [{ kind: "nothing", as: "over" }];
    case "too-late":
    case "event-over":
      return [{ kind: "outside", labels: outsideOf(rulebook) }];
    case "not-extendable":
    case "no-keeping-apart":
    case "no-questions-across":
      return [{ kind: "nothing", as: "by-rules" }];
    case "words-name-somebody":
      return enter({ what: "pseudonyms" });
    case "nobody-across":
    case "newer-text":
    case "answers-alone":
    case "nothing-due":
      return [{ kind: "nothing", as: "not-needed" }];
    case "chooses-alone":
      return [{ kind: "nothing", as: "once-chosen" }];
    case "answer-awaited":
      return [{ kind: "wait", from: dayAfter(refusal.until) }];
    case "not-later":
    case "summons-too-soon":
    case "date-too-early":
      return [{ kind: "choose-day", from: refusal.earliest, until: undefined }];
    case "date-in-future":
      return [{ kind: "choose-day", from: undefined, until: refusal.today }];
    case "brief-missing":
      return [briefStep(standing)];
    case "precheck-first":
      return [{ kind: "check-conflicts", body: refusal.body, who: whoChecks(standing) }];
    case "panel-undecided":
      return enter({ what: refusal.lacks === "panel" ? "panel-decision" : "second-reader" });
    case "own-brief":
      return [{ kind: "brief", step: "approve", who: whoHandles(standing) }];
    case "not-the-chair":
      return [{ kind: "ask", who: act.kind === "call-consensus" ? whoCalls(standing) : whoChairs(standing) }];
    case "vote-running":
      return [{ kind: "close-vote", who: whoChairs(standing) }];
    case "no-vote-open":
      return [{ kind: "put-motion", who: whoChairs(standing) }];
    case "conflict-first":
      return [{ kind: "declare", before: viewer.kind === "handler" ? "decision" : "brief" }];
    case "not-in-electorate":
    case "observers-do-not-vote":
      return notOfTheVote(standing);
    case "vote-closed":
      return afterVote(standing);
    case "already-voted":
      return [{ kind: "nothing", as: "final" }];
    case "tie-open":
      return [{ kind: "ask", who: { kind: "offices", offices: refusal.offices } }];
    case "no-tie":
    case "not-a-consensus":
      return [{ kind: "nothing", as: "not-needed" }];
    case "not-called":
      return [{ kind: "ask", who: whoCalls(standing) }];
    case "objections-open":
      return [{ kind: "nothing", as: "by-itself" }];
    case "choice-not-offered":
      return enter({ what: "choice", choices: refusal.choices });
    case "nobody-to-impose-on":
      return [otherOutcomes(standing)];
    case "not-this-ground":
      return enter({ what: "interim-ground", grounds: refusal.grounds });
    case "not-this-consequence":
      return refusal.consequences.length === 0
        ? [{ kind: "nothing", as: "not-needed" }]
        : enter({ what: "consequence", consequences: refusal.consequences });
    case "no-breach":
    case "not-begun":
    case "group-too-few":
    case "no-interim":
    case "not-reviewed":
      return [{ kind: "nothing", as: "not-needed" }];
    case "nothing-to-challenge":
      return [{ kind: "nothing", as: "not-yet" }];
    case "nobody-addressed":
      return [{ kind: "outside", labels: outsideOf(rulebook) }];
    case "nobody-named":
      return enter({ what: "somebody" });
    case "is-a-party":
    case "handles-it":
      return enter({ what: "somebody-else" });
    case "no-anonymous-evidence":
      return [{ kind: "nothing", as: "not-needed" }];
    case "file-too-large":
    case "file-kind":
    case "file-gone":
      return enter({ what: "another-file" });
    case "not-verified":
      return enter({ what: "how-checked" });
    case "question-open":
      return [
        { kind: "answer-body", who: { kind: "officers" } },
        { kind: "go-on", who: whoChairs(standing) },
      ];
    case "finding-first":
      return [{ kind: "find" }];
    case "finding-made":
      return [otherOutcomes(standing)];
    case "not-promised":
      return [{ kind: "promise" }];
    case "no-relevance":
      return enter({ what: "relevance" });
    case "no-companion":
      return enter({ what: "another-companion" });
    case "from-outside":
      return enter({ what: "own-words" });
    case "anybody-may-speak":
      return [{ kind: "nothing", as: "not-needed" }];
    case "closed-to-them":
      return [{ kind: "nothing", as: "final" }];
    case "not-told-yet":
      return [{ kind: "nothing", as: "not-yet" }];
    case "no-ground":
      return enter({ what: "ground" });
    case "no-evidence":
      return enter({ what: "evidence" });
    case "panel-too-small":
      return enter({ what: "members" });
    case "consult-first":
      return [{ kind: "consult" }];
    case "tell-first":
      return [{ kind: "tell-first" }];
    case "final":
      return [{ kind: "nothing", as: "final" }];
    case "challenge-over":
    case "challenge-closed":
    case "nothing-to-send":
    case "already-decided":
    case "no-support-card":
      return [{ kind: "nothing", as: "over" }];
    case "inquorate":
      return comeOrLeave(standing, act, refusal);
    case "cannot-be-quorate":
      return seatsOrLeave(standing, act, refusal);
  }
}

const enter = (entering: Entering): readonly Unblock[] => [{ kind: "enter", ...entering }];

/** Those whose task an act is. The notices of a decision are sent by those who made it. */
function whose(standing: Standing, act: Act): Who {
  if ("challenge" in act) return whoHears(standing, act);
  if (act.kind === "extend" || act.kind === "take-offer") return whoExtends(standing);
  if (act.kind === "refer") return whoChairs(standing);
  if (act.kind === "check-conflicts") return whoChecks(standing);
  if (act.kind === "impose-interim") return whoImposes(standing);
  if (act.kind === "keep-apart" || act.kind === "end-apart") return whoKeepsApart(standing);
  const { decision, decisions } = standing.current;
  const made = "decision" in act ? decisions.find(({ id }) => id === act.decision) : decision;
  const isOfMaker =
    act.kind === "send-notices" || act.kind === "lift" || act.kind === "prolong" || act.kind === "review";
  const isOfBody = isOfMaker ? made?.vote !== undefined : taskOf[act.kind] === "voter";
  return isOfBody ? whoDecides(standing) : { kind: "officers" };
}

/** Those who may impose a sanction while the case is handled. */
function whoImposes({ rulebook, current }: Standing): Who {
  const named = readProcedure(rulebook, current).interim.flatMap(({ by }) => (by.kind === "anyone" ? [] : [by]));
  const offices = named.flatMap(({ kind, id }) => (kind === "office" ? [id] : []));
  const [body] = named.flatMap(({ kind, id }) => (kind === "body" ? [id] : []));
  if (offices.length > 0) return { kind: "offices", offices };
  return body === undefined ? { kind: "officers" } : { kind: "body", body };
}

/** Those who look who of the body that is to decide has a conflict: by name where whoever asks handles the case. */
function whoChecks({ rulebook, roster, current, viewer }: Standing): Who {
  if (viewer.kind !== "handler") return whoIs(rulebook.conflicts.precheck_by);
  return { kind: "people", people: checkersOf(rulebook, roster, current) };
}

/** Those who may let somebody with a conflict take part all the same. */
function whoLets({ rulebook }: Standing): Who {
  return whoIs(rulebook.conflicts.override?.by);
}

/** Those who may give more time. */
const whoExtends = ({ rulebook, current }: Standing): Who => whoIs(readProcedure(rulebook, current).extendable?.by);

/** Those who decide that both sides are kept apart. */
const whoKeepsApart = ({ rulebook, current }: Standing): Who => whoIs(apartRule(rulebook, current)?.decided_by);

function whoIs(by: Selector | undefined): Who {
  if (by?.kind === "office") return { kind: "offices", offices: [by.id] };
  return by?.kind === "body" ? { kind: "body", body: by.id } : { kind: "officers" };
}

const sanctionableOf = ({ rulebook }: Standing) =>
  Object.entries(rulebook.rules).flatMap(([id, rule]) => (rule.sanctionable ? [id] : []));

/** The brief has to be written first, or approved by somebody. */
function briefStep(standing: Standing): Unblock {
  const { current, viewer } = standing;
  const who: Who = { kind: "officers" };
  if (findDraft(current) === undefined || viewer.kind !== "handler") return { kind: "brief", step: "write", who };
  return { kind: "brief", step: "approve", who: whoHandles(standing) };
}

/** Somebody who came onto the body since may take part in the next vote; whoever watches leaves it to the body. */
function notOfTheVote(standing: Standing): readonly Unblock[] {
  if (standing.viewer.kind === "voter") return afterVote(standing);
  return [{ kind: "ask", who: whoDecides(standing) }];
}

/** A new motion may be put once none is before the body, as long as it has not decided. */
function afterVote(standing: Standing): readonly Unblock[] {
  const { rulebook, current } = standing;
  if (readStage(rulebook, current).kind !== "vote") return [{ kind: "nothing", as: "over" }];
  const who = whoChairs(standing);
  const put = { kind: "put-motion", who } as const;
  return openVote(current) === undefined ? [put] : [{ kind: "close-vote", who }, put];
}
