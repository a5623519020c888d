import { openVote } from "../../domain/case/case.ts";
import { isClosed } from "../../domain/case/stages.ts";
import { readChallengeRule } from "../../domain/challenges/challenge.ts";
import type { ChallengeTask } from "../../domain/challenges/entry.ts";
import { doersOf, tasksOf } from "../../domain/challenges/whoHears.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { whoseIs } from "../../domain/deadlines/whose.ts";
import type { CaseId, PersonId } from "../../domain/identity.ts";
import { leadOf } from "../../domain/parties/viewer.ts";
import { comingOf } from "../../domain/timeline/coming.ts";
import type { Coming } from "../../domain/timeline/coming.ts";
import { urgencyOf } from "../../domain/timeline/duties.ts";
import type { Urgency } from "../../domain/timeline/duties.ts";
import { hasNextAction } from "../../domain/timeline/gaps.ts";
import { factsOf } from "../actOnCase.ts";
import type { Facts } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { openObligations } from "./obligations.ts";
import type { ObligationItem } from "./obligations.ts";
import { questionsWaitingFor } from "./questions.ts";

/** Something that is due to somebody, to the officers or to the deciding body, or that comes by itself. */
export interface DueItem {
  /** "" where it is of no case. */
  readonly case: CaseId;
  readonly codeName: string;
  /** Whose it is: one's own, that of all officers of the case, or that of the deciding body. */
  readonly whose: "you" | "officers" | "board";
  readonly urgency: Urgency;
  readonly what:
    | Coming
    /** Something is waited for in a challenge, since that day. */
    | { readonly kind: "challenge"; readonly task: ChallengeTask; readonly since: string; readonly clause: string }
    /** Somebody asked in confidence, and waits for an answer: since that day, or until that day where there is one. */
    | { readonly kind: "question"; readonly since: string; readonly by: string | undefined; readonly clause: string }
    /** Something that has to be done again and again, or handed out regularly, by that day. */
    | {
        readonly kind: "duty";
        readonly about: string;
        readonly exportTo: ObligationItem["exportTo"];
        readonly day: string;
        readonly isLate: boolean;
        readonly clause: string;
      }
    /** The own ballot in an open vote is missing. */
    | { readonly kind: "ballot"; readonly clause: string }
    /** The case is open, and nothing in it has a day. */
    | { readonly kind: "open"; readonly about: string; readonly since: string; readonly clause: string | undefined };
}

const order: readonly Urgency[] = ["late", "soon", "later", "no-date"];

/** What is due to somebody in every case that this person may know of: late first, then what is nearest. */
export async function whatIsDue(house: House, caller: AccountRef): Promise<readonly DueItem[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const [handled, mine, open] = await Promise.all([
    house.store.casesHandledBy(person),
    house.store.casesOfParty(person),
    house.store.openCases(),
  ]);
  const ids = [...new Set([...handled, ...mine, ...open].map(({ id }) => id))];
  const found = await Promise.all(
    ids.map(async (id) => {
      const stored = await house.store.caseById(id);
      const facts = stored === undefined ? undefined : factsOf(house, stored, person);
      return facts === undefined ? [] : dueIn(house, facts);
    }),
  );
  const besides = await Promise.all([questionsDue(house, person), dutiesDue(house, caller)]);
  return [...found.flat(), ...besides.flat()].toSorted(
    (a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency) || dayOf(a).localeCompare(dayOf(b)),
  );
}

/** So many days ahead it is told of a duty. */
const DUTIES_AHEAD = 28;

/** The duties that are late, or to be done soon. */
async function dutiesDue(house: House, caller: AccountRef): Promise<readonly DueItem[]> {
  const today = localDay(house.rulebook, house.clock.now());
  const items = await openObligations(house, caller);
  return ("refused" in items ? [] : items).flatMap(({ standing, isLate, isOwn, exportTo }): readonly DueItem[] => {
    const { dueBy, rule } = standing;
    if (!isOwn || dueBy === undefined || today.until(dueBy).days > DUTIES_AHEAD) return [];
    const day = dueBy.toString();
    const what = { kind: "duty", about: rule.what, exportTo, day, isLate, clause: rule.clause } as const;
    return [{ case: "", codeName: "", whose: "you", urgency: urgencyOf(what, today), what }];
  });
}

/** The questions that wait for an answer of this person. */
async function questionsDue(house: House, person: PersonId): Promise<readonly DueItem[]> {
  const today = localDay(house.rulebook, house.clock.now());
  return (await questionsWaitingFor(house, person)).map(({ id, codeName, asked: since, answerBy: by, clause }) => ({
    case: id,
    codeName,
    whose: "you",
    urgency: by === undefined ? "no-date" : urgencyOf({ day: by, isLate: by < today.toString() }, today),
    what: { kind: "question", since, by, clause },
  }));
}

async function dueIn(house: House, facts: Facts): Promise<readonly DueItem[]> {
  const { rulebook, roster, current, viewer, caller, at } = facts;
  const today = localDay(rulebook, at);
  const isMine = viewer.kind === "party" || (viewer.kind === "handler" && leadOf(rulebook, roster, current) === caller);
  const others = viewer.kind === "voter" ? ("board" as const) : ("officers" as const);
  const item = (what: DueItem["what"], urgency: Urgency, whose: DueItem["whose"]): DueItem => ({
    case: current.id,
    codeName: current.codeName,
    whose,
    urgency,
    what,
  });
  const coming = comingOf(rulebook, current, viewer, at);
  const whose = (each: Coming): DueItem["whose"] => {
    const { kind, about } = each;
    if (viewer.kind === "party" || kind === "meeting" || kind === "appeal") return isMine ? "you" : others;
    const owner = whoseIs(rulebook, roster, current, { kind, about });
    if (owner.kind === "body") return "board";
    if (owner.kind === "people") return owner.people.includes(caller) ? "you" : others;
    return isMine ? "you" : others;
  };
  const dated = coming.map((each) => item(each, urgencyOf(each, today), whose(each)));
  const ballot = viewer.kind === "voter" ? await missingBallot(house, facts) : undefined;
  const ballots = ballot === undefined ? [] : [item({ kind: "ballot", clause: ballot }, "soon", "you")];
  const waiting = challengesFor(facts).map((each) => item(each, "soon", "you"));
  if (viewer.kind !== "handler" || isClosed(rulebook, current) || hasNextAction(rulebook, current, at))
    return [...dated, ...ballots, ...waiting];
  const { stage, opened } = current.stage;
  const since = localDay(rulebook, opened).toString();
  const clause = rulebook.procedures[current.procedure]?.clause;
  return [
    ...dated,
    ...waiting,
    item({ kind: "open", about: stage, since, clause }, "no-date", isMine ? "you" : others),
  ];
}

/** What somebody has to do in the challenges of a case. */
function challengesFor(facts: Facts): readonly Extract<DueItem["what"], { kind: "challenge" }>[] {
  const { rulebook, current, viewer, caller } = facts;
  if (viewer.kind === "party") return [];
  return current.challenges.flatMap((challenge) =>
    tasksOf(facts, challenge)
      .filter((task) => doersOf(facts, challenge, task).includes(caller))
      .map((task) => ({
        kind: "challenge" as const,
        task,
        since: localDay(rulebook, challenge.lodged).toString(),
        clause: readChallengeRule(rulebook, challenge).clause,
      })),
  );
}

/** The clause of the open vote in which somebody's own ballot is missing. */
async function missingBallot(house: House, { rulebook, current, caller }: Facts): Promise<string | undefined> {
  const open = openVote(current);
  if (open === undefined || !open.electorate.includes(caller)) return undefined;
  const voter = (await house.store.vote(open.vote))?.voters.find(({ person }) => person === caller);
  if (voter === undefined || voter.choice !== undefined || voter.isRecused) return undefined;
  return rulebook.votes[open.rule]?.clause;
}

const dayOf = ({ what }: DueItem) => {
  if ("day" in what) return what.day;
  return "since" in what ? what.since : "";
};
