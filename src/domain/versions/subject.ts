import { wordsOf } from "../lint/words.ts";
import { patternOf } from "./placed.ts";
import type { Step } from "./placed.ts";

/** What something is called that has a name in the rulebook: of the kind "sanction", "first_degree" is “suspension of the first degree”. */
export type NameOf = (kind: string, name: string) => string;

/** The kind of thing that stands under each name of these keys. */
const kinds: Readonly<Record<string, string>> = {
  classes: "class of people",
  relations: "relation between people",
  attributes: "attribute of people",
  terms: "term",
  offices: "office",
  bodies: "body",
  externals: "outside party",
  rules: "rule",
  procedures: "procedure",
  stages: "stage",
  outcomes: "outcome",
  motions: "motion",
  votes: "vote",
  sanctions: "sanction",
  challenges: "challenge",
  notices: "notice",
  retention: "rule of retention",
  reasons: "list of reasons",
  fields: "question of the report",
  tasks: "task",
  unconfirmed: "open question",
  code: "chapter",
  clauses: "clause",
  title: "title in",
  says: "wording in",
  found_by: "search words in",
};

/** What is decided at a place, in words that a board uses; % stands for the thing with a name that it belongs to. */
const phrases: Readonly<Record<string, string>> = {
  "organisation.name": "the name of the organisation",
  "organisation.timezone": "the time zone of the organisation",
  "organisation.locales": "the languages of the organisation",
  "document.title": "the title of the document",
  "document.cite": "how the document is cited",
  "document.established": "the day on which the document was first adopted",
  "document.in_force": "the day from which the document says that it applies",
  "document.link": "the address of the document",
  "document.amendment.votes": "the votes by which the document is amended",
  "document.unconfirmed": "what the document leaves open",
  "document.unconfirmed.NAME.question": "what is asked by %",
  "document.unconfirmed.NAME.reading": "why the default of % stands there",
  "calendar.counting.duration": "how the days of a sanction are counted",
  "calendar.counting.window": "which day of a window is counted first",
  "calendar.working_week": "the days of the working week",
  "calendar.holidays": "the holidays",
  "calendar.reminders.before": "how long before a deadline people are reminded",
  "calendar.reminders.at": "the time of day of reminders",
  "calendar.reminders.overdue_every": "how often people are reminded of something overdue",
  "calendar.reminders.ladder": "who is told that something stays late",
  "offices.NAME.seats": "how many people hold %",
  "bodies.NAME.offices": "who belongs to %",
  "bodies.NAME.members": "who belongs to %",
  "bodies.NAME.chair": "who chairs %",
  severity: "the severities of a breach",
  "rules.NAME.grounds": "the grounds of %",
  "rules.NAME.sanctionable": "whether a breach of % can have a sanction",
  "intake.report.open_to": "who may file a report",
  "intake.report.to": "who receives reports",
  "intake.report.anonymous": "what becomes of anonymous reports",
  "intake.report.limitation": "how old a matter may be when it is reported",
  "intake.report.procedure": "the procedure that a report starts",
  "intake.report.about_a_receiver.choose": "to whom a report goes that is about one of its receivers",
  "conflicts.automatic": "who has a conflict of interest without being asked",
  "conflicts.declared": "what has to be declared as a conflict of interest",
  "conflicts.asked_before": "when somebody is asked about a conflict of interest",
  "conflicts.then": "what follows from a conflict of interest",
  "procedures.NAME.starts": "the stage with which % begins",
  "procedures.NAME.limit.within": "how long % may take",
  "procedures.NAME.stages.NAME.kind": "what is done at %",
  "procedures.NAME.stages.NAME.owner": "whose % is",
  "procedures.NAME.stages.NAME.target": "by when % should be over",
  "procedures.NAME.stages.NAME.target.within": "how long % should take",
  "procedures.NAME.stages.NAME.target.from": "the moment from which the time of % is counted",
  "procedures.NAME.stages.NAME.target.remind": "who is reminded of %",
  "procedures.NAME.stages.NAME.summons.notice": "how long before a meeting of % the respondent is told of it",
  "procedures.NAME.stages.NAME.summons.attempts": "how often the respondent is called to a meeting of %",
  "procedures.NAME.stages.NAME.brief.second_approval": "whether somebody else approves the brief of %",
  "procedures.NAME.stages.NAME.tasks.NAME.within": "by when % is done",
  "procedures.NAME.stages.NAME.outcomes.NAME.then": "the stage that follows %",
  "procedures.NAME.stages.NAME.outcomes.NAME.needs": "what is needed for %",
  "procedures.NAME.stages.NAME.outcomes.NAME.notify": "who is told of %",
  "procedures.NAME.stages.NAME.outcomes.NAME.sanctions": "the sanctions among which one is chosen with %",
  "procedures.NAME.stages.NAME.motions.NAME.vote": "the vote by which % is decided",
  "procedures.NAME.stages.NAME.motions.NAME.requires": "what has to be chosen with %",
  "procedures.NAME.stages.NAME.motions.NAME.outcome": "the outcome when % is carried",
  "votes.NAME.method": "how % is decided",
  "votes.NAME.electorate": "who may vote in %",
  "votes.NAME.observers": "who may be present at % without a ballot",
  "votes.NAME.closed": "whether % is behind closed doors",
  "votes.NAME.majority": "the majority of %",
  "votes.NAME.quorum": "the quorum of %",
  "votes.NAME.quorum.present": "the quorum of %",
  "votes.NAME.quorum.including": "who must be among those present for the quorum of %",
  "votes.NAME.quorum.recused_count": "whether members who step aside count for the quorum of %",
  "votes.NAME.quorum.check": "when the quorum of % is checked",
  "votes.NAME.second_ballot": "what a second ballot does in %",
  "votes.NAME.tie": "what a tie means in %",
  "votes.NAME.unreachable_quorum": "the way out when the quorum of % cannot be reached",
  "sanctions.NAME.kind": "whether % lasts",
  "sanctions.NAME.lasts": "how long % lasts",
  "sanctions.NAME.from": "the moment from which % is counted",
  "sanctions.NAME.for": "when % is meant",
  "sanctions.NAME.bars": "what is closed to somebody with %",
  "sanctions.NAME.enforce": "what is taken away on the platforms with %",
  "sanctions.NAME.enforce.access": "what is taken away on the platforms with %",
  "sanctions.NAME.permits": "what stays open to somebody with %",
  "sanctions.NAME.notice": "the notice by which % is told",
  "sanctions.NAME.on_lapse": "who is told when % lapses",
  "sanctions.NAME.on_new": "what another sanction does to %",
  "sanctions_limit.highest": "the highest sanction",
  "challenges.NAME.against": "the outcomes against which there is %",
  "challenges.NAME.by": "who has %",
  "challenges.NAME.window": "the window of %",
  "challenges.NAME.window.within": "the window of %",
  "challenges.NAME.window.from": "the moment from which the time of % is counted",
  "challenges.NAME.addressed_to": "to whom % is addressed",
  "challenges.NAME.suspends_sanction": "whether a sanction rests until % has been decided",
  "challenges.NAME.final": "whether nothing can be contested after %",
  "challenges.NAME.panel.seats": "who hears %",
  "challenges.NAME.panel.minimum": "how many must hear %",
  "notices.NAME.must_contain": "what stands in %",
  "records.statistics.minimum_cell": "the smallest number in published statistics",
  "records.retention.NAME.after": "when % takes effect",
};

/** Words for keys that do not say what they are by themselves. */
const keyWords = new Map([
  ["within", "time"],
  ["lasts", "length"],
  ["by", "who acts"],
  ["to", "recipient"],
  ["of", "base"],
  ["then", "what follows"],
  ["part_of", "larger body"],
  ["code", "text of the rules"],
]);

/** What is decided at a place of a rulebook: "the quorum of the vote “sanction”", or in words of ours "how long the warning lasts". */
export function subjectOf(steps: readonly Step[], nameOf: NameOf): string {
  const named = steps.findLastIndex(({ isName }) => isName) + 1;
  const thing = named === 0 ? undefined : thingOf(steps.slice(0, named), nameOf);
  const phrase = phrases[patternOf(steps)];
  if (phrase !== undefined) return phrase.replace("%", thing ?? "");
  const keys = steps.slice(named).toReversed();
  const parts = keys.map(({ key }) => `the ${keyWords.get(key) ?? wordsOf(key)}`);
  return [...parts, ...(thing === undefined ? [] : [thing])].join(" of ");
}

/** Whether there are words of ours for a place, so that it needs no more explanation. */
export const hasPhrase = (steps: readonly Step[]) => phrases[patternOf(steps)] !== undefined;

/** What the thing under a name is: "the outcome “violation” of the stage “assess”". Only one procedure needs no naming. */
function thingOf(steps: readonly Step[], nameOf: NameOf): string {
  const at = steps.length - 1;
  const kind = kindAt(steps, at);
  const own = `the ${kind} “${nameOf(kind, steps[at]?.key ?? "")}”`;
  const outer = steps.slice(0, at).findLastIndex(({ isName }) => isName) + 1;
  return outer === 0 || steps[outer - 2]?.key === "procedures"
    ? own
    : `${own} of ${thingOf(steps.slice(0, outer), nameOf)}`;
}

/** The kind of the thing at an index of a path, in words. */
export function kindAt(steps: readonly Step[], index: number): string {
  const over = steps[index - 1]?.key ?? "";
  return kinds[over] ?? wordsOf(over).replace(/s$/, "");
}
