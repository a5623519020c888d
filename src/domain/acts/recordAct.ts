import { after } from "../case/after.ts";
import type { Entry } from "../case/entry.ts";
import { doTask, tasksByTelling } from "../case/handle.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import { localDay } from "../deadlines/calendar.ts";
import { findMentions, findNames } from "../parties/findNames.ts";
import { handlersOf } from "../parties/viewer.ts";
import { ASK_AGAIN, outsideOf } from "../records/outside.ts";
import { recordsClause } from "../records/recordClause.ts";
import { openGroups } from "../records/whoseOutside.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Act, Standing } from "./act.ts";
import { decidePublicationAct } from "./publicationAct.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type Decided = readonly Entry[] | Refusal;

const kinds = [
  "hold-records",
  "release-records",
  "write-precedent",
  "approve-precedent",
  "write-publication",
  "approve-publication",
  "decide-publication",
  "publish",
  "escalate",
  "write-bundle",
  "approve-bundle",
  "hand-outside",
  "enter-outside",
] as const satisfies readonly Act["kind"][];

export type RecordActKind = (typeof kinds)[number];
type RecordAct = Of<RecordActKind>;

/** Whether an act is about the records of a case, or hands something of it to somebody outside. */
export const isRecordAct = (act: Act): act is RecordAct => isRecordActKind(act.kind);

export const isRecordActKind = (kind: string): kind is RecordActKind => kinds.some((each) => each === kind);

/** What those who handle a case do with its records, and with others outside. */
export function decideRecordAct(standing: Standing, act: RecordAct, newId: () => string): Decided {
  // Of a case whose words are gone nothing is written or handed to anybody any more.
  const isKeeping = act.kind === "hold-records" || act.kind === "release-records";
  if (standing.current.records.isErased && !isKeeping) return { refused: "nothing-here" };
  switch (act.kind) {
    case "hold-records":
      return hold(standing, act);
    case "release-records":
      return standing.current.records.held === undefined
        ? { refused: "already-done" }
        : [{ kind: "anonymising-released" }];
    case "write-precedent":
      return writePrecedent(standing, act, newId);
    case "approve-precedent":
      return approve(standing, "precedent", act.precedent);
    case "write-publication":
    case "approve-publication":
    case "decide-publication":
    case "publish":
      return decidePublicationAct(standing, act, newId);
    case "write-bundle":
      return writeBundle(standing, act, newId);
    case "approve-bundle":
      return approve(standing, "bundle", act.bundle);
    case "escalate":
      return escalate(standing, act, newId);
    case "hand-outside":
      return handOutside(standing, act, newId);
    case "enter-outside":
      return enterOutside(standing, act, newId);
  }
}

/** A case is held as long as it is not anonymised; of one that never is there is nothing to hold. */
function hold({ rulebook, current }: Standing, { statement }: Of<"hold-records">): Decided {
  if (rulebook.records.retention["case"] === undefined) return { refused: "nothing-here" };
  if (current.records.held !== undefined) return { refused: "already-done" };
  return [{ kind: "anonymising-held", statement }];
}

/** What is kept without names is written once the case is over and was decided at a stage that the rulebook names. */
function writePrecedent(
  { rulebook, roster, current, names, caller }: Standing,
  { precedent, text, statement }: Of<"write-precedent">,
  newId: () => string,
): Decided {
  const rule = rulebook.records.precedents;
  if (rule === undefined) return { refused: "nothing-here" };
  const { clause } = rule;
  const isMeant = current.decisions.some(({ stage, quashed }) => quashed === undefined && rule.of.includes(stage));
  if (!isClosed(rulebook, current) || !isMeant)
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  if (current.records.precedents.some(({ isApproved }) => isApproved)) return { refused: "already-done" };
  const found = [...findNames(text, names), ...findMentions(text)];
  if (found.length > 0) return { refused: "brief-names-somebody", found, clause };
  const others = handlersOf(rulebook, roster, current).filter((person) => person !== caller);
  return [{ kind: "precedent-written", precedent, statement }, ...asked(others, "precedent", precedent, newId)];
}

function writeBundle(
  { rulebook, roster, current, caller }: Standing,
  { bundle, statement }: Of<"write-bundle">,
  newId: () => string,
): Decided {
  if (outsideOf(rulebook, current).length === 0) return { refused: "nothing-here" };
  const others = handlersOf(rulebook, roster, current).filter((person) => person !== caller);
  if (others.length === 0) return { refused: "nobody-to-approve", clause: recordsClause(rulebook, current) };
  return [{ kind: "bundle-written", bundle, statement }, ...asked(others, "bundle", bundle, newId)];
}

const asked = (
  people: readonly string[],
  what: "precedent" | "bundle",
  id: string,
  newId: () => string,
): readonly Entry[] =>
  people.map((person) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "person", person },
    subject: { kind: "to-approve", what, id },
  }));

/** Whoever wrote it cannot be the one who approves it; what was written anew meanwhile is not approved unread. */
function approve({ rulebook, current, caller }: Standing, what: "precedent" | "bundle", id: string): Decided {
  const texts = what === "precedent" ? current.records.precedents : current.records.bundles;
  const last = texts.at(-1);
  if (last === undefined || last.id !== id) return { refused: "nothing-here" };
  if (last.isApproved) return { refused: "already-done" };
  if (last.by === caller) return { refused: "own-brief", clause: recordsClause(rulebook, current) };
  return [
    what === "precedent" ? { kind: "precedent-approved", precedent: id } : { kind: "bundle-approved", bundle: id },
  ];
}

/** Those whom the rulebook names hand a case to somebody outside, at any stage; it goes on meanwhile. */
function escalate(
  { rulebook, roster, current, caller, parties }: Standing,
  { escalation, person, statement }: Of<"escalate">,
  newId: () => string,
): Decided {
  const rule = readProcedure(rulebook, current).escalate;
  if (rule === undefined || rule.to.kind !== "external") return { refused: "nothing-here" };
  const { clause } = rule;
  if (!holdersOf(rulebook, roster, rule.by).includes(caller)) return { refused: "not-your-task", clause };
  if (person !== undefined && current.handlers.includes(person)) return { refused: "handles-it", clause };
  const out = [...parties, ...current.recused, ...current.keptOut];
  if (person !== undefined && out.includes(person)) return { refused: "is-a-party", clause };
  const isAsked = current.records.escalations.some((each) => each.person === person && each.isTaken !== false);
  if (person !== undefined && isAsked) return { refused: "already-done" };
  const entry: Entry = { kind: "escalated", escalation, to: rule.to.id, person, statement };
  if (person === undefined) return [entry];
  const subject = { kind: "escalation-asked", escalation } as const;
  return [entry, { kind: "notice-sent", notice: newId(), to: { kind: "person", person }, subject }];
}

/**
 * Something was handed to somebody outside. To the police only where the rulebook lets them, on one of its grounds where it names some.
 * The last text that a second person approved goes with it.
 */
function handOutside(standing: Standing, act: Of<"hand-outside">, newId: () => string): Decided {
  const { rulebook, current, caller, belonging = {}, at } = standing;
  const { referral, to, ground, on, waitsUntil, statement } = act;
  const rule = readProcedure(rulebook, current).referrals;
  if (!outsideOf(rulebook, current).includes(to)) return { refused: "nothing-here" };
  const clause = recordsClause(rulebook, current);
  const grounds = to === "police" ? (rule?.police_when ?? []) : [];
  if (grounds.length > 0 && !grounds.some((each) => each === ground))
    return { refused: "not-this-ground", grounds, clause };
  const today = localDay(rulebook, at).toString();
  if (waitsUntil !== undefined && waitsUntil < today) return { refused: "not-later", earliest: today, clause };
  const bundle = current.records.bundles.findLast(({ isApproved }) => isApproved)?.id;
  const tooEarly = notAfterToday(standing, on);
  if (tooEarly !== undefined) return tooEarly;
  const handed: Entry = {
    kind: "handed-outside",
    referral,
    to,
    ground: grounds.length > 0 ? ground : undefined,
    bundle,
    on,
    waitsUntil,
    statement,
  };
  // Whoever handed it over is reminded to ask what came of it.
  const ask = waitsUntil ?? localDay(rulebook, at).add(ASK_AGAIN).toString();
  const told = after(current, {
    version: current.version + 1,
    at,
    by: { kind: "person", person: caller },
    entry: handed,
  });
  const done = tasksByTelling(rulebook, current, to)
    .filter((task) => openGroups(rulebook, told, task, belonging).length === 0)
    .map((task) => doTask(rulebook, current, task));
  const ticked = done.flatMap((task) => (isRefusal(task) ? [] : [task]));
  return [handed, { kind: "step-planned", step: newId(), owner: caller, on: ask, statement }, ...ticked];
}

/** What came of something that was handed over; what is recommended becomes a task of somebody who handles the case, with a day. */
function enterOutside(standing: Standing, act: Of<"enter-outside">, newId: () => string): Decided {
  const { rulebook, roster, current, at } = standing;
  const { referral: id, on, statement, task } = act;
  const referral = current.records.referrals.find((each) => each.referral === id);
  if (referral === undefined) return { refused: "nothing-here" };
  if (referral.answered !== undefined) return { refused: "already-done" };
  const told = notAfterToday(standing, on);
  if (told !== undefined) return told;
  const answered: Entry = { kind: "outside-answered", referral: id, on, statement };
  const reminder = current.times.steps.find((step) => step.statement === referral.statement && !step.isDone);
  const done: readonly Entry[] = reminder === undefined ? [] : [{ kind: "step-done", step: reminder.step }];
  if (task === undefined) return [answered, ...done];
  const clause = recordsClause(rulebook, current);
  const today = localDay(rulebook, at).toString();
  if (!handlersOf(rulebook, roster, current).includes(task.owner)) return { refused: "not-your-task", clause };
  if (task.by < today) return { refused: "not-later", earliest: today, clause };
  return [answered, ...done, { kind: "step-planned", step: newId(), owner: task.owner, on: task.by, statement }];
}

/** What is recorded has happened. */
function notAfterToday({ rulebook, current, at }: Standing, on: string): Refusal | undefined {
  const today = localDay(rulebook, at).toString();
  return on > today ? { refused: "date-in-future", today, clause: recordsClause(rulebook, current) } : undefined;
}
