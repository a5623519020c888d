import type { Temporal } from "temporal-polyfill";

import type { PartyRole } from "../../domain/case/party.ts";
import { bundleOf } from "../../domain/challenges/bundle.ts";
import { readChallengeRule, stateOf } from "../../domain/challenges/challenge.ts";
import type { Challenge, ChallengeState } from "../../domain/challenges/challenge.ts";
import type { ChallengeId, ChallengeTask, Question, Verdict } from "../../domain/challenges/entry.ts";
import { isToldFirst, verdictsOf } from "../../domain/challenges/hear.ts";
import { isMasked } from "../../domain/challenges/realNames.ts";
import { benchOf, doersOf, receiversOf, tasksOf } from "../../domain/challenges/whoHears.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import type { CaseId, OutcomeId, SanctionId, StageId, StatementId } from "../../domain/identity.ts";
import { masked } from "../../domain/parties/masked.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Facts } from "../actOnCase.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import { namedPeople } from "../organisationParty.ts";
import type { AppealTo } from "./appealView.ts";
import { appealTo } from "./appealView.ts";
import { hearingRecordView } from "./hearingView.ts";
import type { HearingRecordView } from "./hearingView.ts";
import { itemView } from "./itemView.ts";
import type { ItemView } from "./itemView.ts";

export type ChallengeKind = Rulebook["challenges"][string]["kind"];

/** A day and the time of it where the organisation is: 2026-03-04, 14:05. */
interface MomentView {
  readonly day: string;
  readonly time: string;
}

/** What was decided and from what; where the grounds alone are looked at, why it was decided so and what is new, and nothing else. */
interface ChallengeFile {
  readonly brief: string;
  /** What is challenged, and what was challenged before that; the first first. */
  readonly rationale: readonly {
    readonly stage: StageId;
    readonly outcome: OutcomeId;
    readonly reasons: string;
    /** The text of the letter, where the sanction was one. */
    readonly letter: string;
  }[];
  /** What was handed in since. */
  readonly items: readonly ItemView[];
  /** What was written down of hearings before it. */
  readonly records: readonly HearingRecordView[];
  readonly isMasked: boolean;
}

/** A challenge as those read it before whom it is, and whoever lodged it. */
export interface ChallengeView {
  readonly kind: "challenge";
  readonly case: CaseId;
  readonly codeName: string;
  readonly challenge: ChallengeId;
  /** Its name in the rulebook. */
  readonly rule: string;
  readonly what: ChallengeKind;
  readonly by: PartyRole;
  readonly against: { readonly outcome: OutcomeId; readonly sanction: SanctionId | undefined };
  readonly to: readonly AppealTo[];
  readonly ground: string | undefined;
  readonly words: string;
  /** Whether other names stand in the words in place of the real ones. */
  readonly isMasked: boolean;
  readonly evidence: string;
  readonly lodged: MomentView;
  readonly isLate: boolean;
  readonly state: ChallengeState;
  /** What those said who were asked. */
  readonly consulted: readonly string[];
  readonly judged: readonly {
    readonly question: Question;
    readonly isHeard: boolean;
    readonly reasons: string;
    readonly day: string;
  }[];
  /** At which stage of the case it is heard; undefined where people hear it. */
  readonly stage: StageId | undefined;
  readonly bench:
    | { readonly seats: readonly AppealTo[]; readonly out: readonly AppealTo[]; readonly minimum: number }
    | undefined;
  readonly decided:
    | {
        readonly how: Verdict;
        readonly sanction: SanctionId | undefined;
        readonly members: readonly AppealTo[];
        readonly reasons: string;
        readonly day: string;
      }
    | undefined;
  /** What those read who hear it, with other names in place of the real ones; undefined for whoever lodged it. */
  readonly file: ChallengeFile | undefined;
  readonly names: "asked" | "allowed" | "refused" | undefined;
  readonly whyNames: string;
  /** What this reader has to do. */
  readonly tasks: readonly ChallengeTask[];
  readonly verdicts: readonly Verdict[];
  readonly canAskNames: boolean;
  /** Whom others are told of before an answer: whether that is still to be done, is on its way, or has reached them. */
  readonly first: "to-do" | "sent" | "reached" | undefined;
  readonly clause: string;
}

/** A challenge for somebody who may read it. Who read which words is kept. */
export async function challengeView(house: House, facts: Facts, challenge: Challenge): Promise<ChallengeView> {
  const { rulebook, current, viewer, caller } = facts;
  const rule = readChallengeRule(rulebook, challenge);
  const isOwn = viewer.kind === "party";
  const isHidden = !isOwn && isMasked(facts, challenge);
  const read = async (statement: StatementId | undefined) => {
    const text = await wordsOf(house, facts, statement);
    return isHidden ? masked(text, masksOf(facts)) : text;
  };
  const bench = benchOf(facts, challenge);
  const tasks = isOwn
    ? []
    : tasksOf(facts, challenge).filter((task) => doersOf(facts, challenge, task).includes(caller));
  const isEnding = tasks.some((task) => task === "decide" || task === "answer" || task === "opinion");
  const day = (at: Temporal.Instant) => momentView(rulebook, at).day;
  const { decided } = challenge;
  return {
    kind: "challenge",
    case: current.id,
    codeName: current.codeName,
    challenge: challenge.id,
    rule: challenge.rule,
    what: rule.kind,
    by: current.parties.find(({ party }) => party === challenge.party)?.role ?? "respondent",
    against: { outcome: challenge.against.outcome, sanction: challenge.against.sanction },
    to: recipientsOf(rulebook, challenge),
    ground: challenge.ground,
    words: await read(challenge.words),
    isMasked: isHidden,
    evidence: await read(challenge.evidence),
    lodged: momentView(rulebook, challenge.lodged),
    isLate: challenge.isLate,
    state: stateOf(rulebook, challenge),
    consulted: isOwn ? [] : await Promise.all(challenge.consulted.map(({ words }) => read(words))),
    judged: await Promise.all(
      challenge.judged.flatMap(({ question, isHeard, reasons, at, by }) =>
        by === undefined ? [] : [read(reasons).then((text) => ({ question, isHeard, reasons: text, day: day(at) }))],
      ),
    ),
    stage: rule.heard_at,
    bench:
      bench === undefined
        ? undefined
        : { seats: seatsOf(rulebook, bench.seats), out: seatsOf(rulebook, bench.out), minimum: bench.minimum },
    decided:
      decided === undefined
        ? undefined
        : {
            how: decided.how,
            sanction: decided.sanction,
            members: seatsOf(rulebook, decided.members),
            reasons: await read(decided.reasons),
            day: day(decided.at),
          },
    file: isOwn ? undefined : await fileView(house, facts, challenge),
    names: isOwn ? undefined : challenge.names?.step,
    whyNames: isOwn ? "" : await read(challenge.names?.reasons),
    tasks,
    verdicts: isEnding ? verdictsOf(facts, challenge) : [],
    canAskNames:
      rule.unmask !== undefined &&
      isHidden &&
      challenge.names?.step !== "asked" &&
      receiversOf(facts, challenge).includes(caller) &&
      decided === undefined,
    first: isOwn || !tasks.includes("answer") ? undefined : firstOf(facts, challenge),
    clause: rule.clause,
  };
}

function firstOf(facts: Facts, challenge: Challenge): ChallengeView["first"] {
  if (readChallengeRule(facts.rulebook, challenge).inform_first === undefined) return undefined;
  if (isToldFirst(facts, challenge)) return "reached";
  return challenge.toldFirst === undefined ? "to-do" : "sent";
}

/** To whom it was written. */
export function recipientsOf(rulebook: Rulebook, { rule, to }: Pick<Challenge, "rule" | "to">): readonly AppealTo[] {
  const recipients = rulebook.challenges[rule]?.addressed_to[to];
  if (recipients === undefined) return [];
  return ("all_of" in recipients ? recipients.all_of : [recipients]).flatMap((one) => appealTo(rulebook, one));
}

/** Seats as the rulebook names them: "external:seo". */
export function seatsOf({ externals }: Rulebook, seats: readonly string[]): readonly AppealTo[] {
  return seats.flatMap((seat): readonly AppealTo[] => {
    const [kind, id = ""] = seat.split(":");
    if (kind === "office" || kind === "body") return [{ kind, id }];
    return kind === "external" ? [{ kind, label: externals[id]?.label ?? id }] : [];
  });
}

/** What those read who hear it. Names stand in little of it, and would not be shown if they did. */
async function fileView(house: House, facts: Facts, challenge: Challenge): Promise<ChallengeFile> {
  const { rulebook, current } = facts;
  const { isGroundsOnly, rationale, newItems, hearings } = bundleOf(rulebook, current, challenge);
  const brief = isGroundsOnly ? undefined : current.briefs.findLast(({ approvedBy }) => approvedBy !== undefined);
  const isHidden = readChallengeRule(rulebook, challenge).kind === "appeal" || isMasked(facts, challenge);
  const hide = (text: string) => (isHidden ? masked(text, masksOf(facts)) : text);
  const read = async (statement: StatementId | undefined) => hide(await wordsOf(house, facts, statement));
  const items = await Promise.all(newItems.map((item) => itemView(house, facts, item)));
  const records = await Promise.all(hearings.map((hearing) => hearingRecordView(house, facts, hearing)));
  return {
    brief: await read(brief?.statement),
    rationale: await Promise.all(
      rationale.map(async ({ stage, outcome, reasons, letter }) => ({
        stage,
        outcome,
        reasons: await read(reasons),
        letter: await read(letter),
      })),
    ),
    items: items.map((item) => ({
      ...item,
      from: item.from === undefined ? undefined : { ...item.from, name: undefined },
      anonymous: item.anonymous === undefined ? undefined : { ...item.anonymous, source: undefined },
      text: hide(item.text),
      relevance: hide(item.relevance),
      files: item.files.map((each) => ({ ...each, name: hide(each.name) })),
    })),
    records: records.flatMap((record) =>
      record === undefined
        ? []
        : [
            {
              ...record,
              text: hide(record.text),
              files: record.files.map((each) => ({ ...each, name: hide(each.name) })),
            },
          ],
    ),
    isMasked: isHidden,
  };
}

const masksOf = ({ stored, current }: Facts) =>
  namedPeople(stored).map(({ name, party }) => ({ name, pseudonym: `Person ${pseudonymOf(current, party)}` }));

async function wordsOf(house: House, facts: Facts, statement: StatementId | undefined) {
  if (statement === undefined || statement === "") return "";
  if (facts.viewer.kind !== "party") return readWords(house, facts, statement);
  return (await house.store.words(facts.current.id, statement)) ?? "";
}

function momentView(rulebook: Rulebook, at: Temporal.Instant): MomentView {
  const local = localTime(rulebook, at);
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: "minute" }) };
}
