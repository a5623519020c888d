import type { ShownLine, TimelineView } from "../../application/views/timelineView.ts";
import type { Coming } from "../../domain/timeline/coming.ts";
import type { ChallengeHappening, Happening, NoticeGist } from "../../domain/timeline/happening.ts";
import type { Block, Card, Control } from "../card.ts";
import { dueName } from "../dueName.ts";
import { LENGTH, lengthOf, paged } from "../pages.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { motionText } from "./boardCardView.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/**
 * The timeline of a case for a party or a member of the deciding body, privately.
 * @param act what its buttons for the other pages do
 * @param wanted which of its pages, from 1
 * @param more buttons beside them
 */
export function timelineCard(
  view: TimelineView,
  act: string,
  wanted: number,
  more: readonly Control[],
  citation: Citation,
  speech: Speech,
): Card {
  const { say, name } = speech;
  const { blocks, page, pages } = timelinePage(view, wanted, citation, speech);
  const turns = [
    ...(page > 1 ? [button("secondary", say("page.previous"), act, view.case, String(page - 1))] : []),
    ...(page < pages ? [button("secondary", say("page.next"), act, view.case, String(page + 1))] : []),
  ];
  return {
    tone: "neutral",
    title: say("case.file.title", { codeName: view.codeName, part: name("part", "timeline") }),
    blocks: [...blocks, ...versionBlocks(view.version, speech), { kind: "small", text: say("timeline.small") }],
    rows: inRows([...turns, ...more, rulesLink(citation, speech)]),
  };
}

/** By which version of the rules a case goes, where that is not the one in force. */
export function versionBlocks(version: TimelineView["version"], { say, day }: Speech): readonly Block[] {
  if (version === undefined) return [];
  return [{ kind: "small", text: say("timeline.version", { cite: version.cite, day: day(version.inForce) }) }];
}

/**
 * One page of a timeline, which it is, and how many there are; the last for one there is not any more. What comes next stands at the end of
 * the last.
 */
export function timelinePage(
  { lines, coming }: Pick<TimelineView, "lines" | "coming">,
  wanted: number,
  citation: Citation,
  speech: Speech,
): { readonly blocks: readonly Block[]; readonly page: number; readonly pages: number } {
  const { say } = speech;
  const past = paged(lines.map((line) => lineText(line, citation, speech)));
  const next = paged(coming.map((each) => withClause(comingText(each, speech), each.clause, citation)));
  const ahead = next.map((items): readonly Block[] => [{ kind: "heading", text: say("timeline.coming") }, list(items)]);
  const pages = past.map((items): readonly Block[] => [list(items)]);
  const [last, first] = [past.at(-1) ?? [], next[0] ?? []];
  const together = lengthOf([...last, ...first]) <= LENGTH ? [...pages.splice(-1), ...ahead.splice(0, 1)].flat() : [];
  const all = [...pages, ...(together.length === 0 ? [] : [together]), ...ahead];
  const count = Math.max(1, all.length);
  const page = all[wanted - 1] === undefined ? count : wanted;
  return { blocks: all[page - 1] ?? [], page, pages: count };
}

const list = (items: readonly string[]): Block => ({ kind: "list", items });

function lineText({ day, time, by, happening, clause }: ShownLine, citation: Citation, speech: Speech): string {
  const what = happeningText(happening, speech);
  const more = [...(by === undefined ? [] : [by]), ...(clause === undefined ? [] : [cited(citation, clause)])];
  return more.length === 0
    ? speech.say("timeline.line", { day, time, what })
    : speech.say("timeline.line.more", { day, time, what, more: more.join("; ") });
}

const withClause = (text: string, clause: string | undefined, citation: Citation) =>
  clause === undefined ? text : `${text} (${cited(citation, clause)})`;

/** What is to be done or happens by a day: "Acknowledge the report: by Tuesday, 3 March 2026". */
export function comingText({ kind, about, day: date, isLate }: Coming, speech: Speech): string {
  const { say, name, day } = speech;
  switch (kind) {
    case "task":
    case "target":
    case "limit":
    case "step":
    case "objections":
    case "relay":
    case "hearing":
      if (kind === "hearing" && about === "day") return say("timeline.coming.hearing", { day: day(date) });
      return say(isLate ? "due.late" : "due.by", { what: dueName(kind, about, speech), day: day(date) });
    case "review":
    case "sanction-task":
    case "condition":
      return say(isLate ? "due.late" : "due.by", { what: dueName(kind, about, speech), day: day(date) });
    case "lapse":
      return say("timeline.coming.lapse", { what: name("sanction", about), day: day(date) });
    case "meeting":
      return say("timeline.coming.meeting", { whom: name("whom", about), day: day(date) });
    case "appeal":
      return say("timeline.coming.appeal", { whom: name("whom", about), day: day(date) });
  }
}

/** What happened, without a name: "Notice sent to the respondent: Decision". */
export function happeningText(happening: Happening, speech: Speech): string {
  const { say, name, day } = speech;
  const what = name("entry", happening.kind);
  switch (happening.kind) {
    case "joining-answered":
      return say(happening.isJoining ? "timeline.joined" : "timeline.not-joined");
    case "received":
    case "announced":
    case "taken":
    case "support-named":
    case "decisions-replaced":
    case "noted":
    case "step-done":
    case "answered":
    case "brief-drafted":
    case "brief-approved":
    case "cleared":
    case "recused":
    case "member-recused":
    case "notices-sent":
      return what;
    case "consensus-called":
      return happening.isLonger ? say("timeline.consensus.longer") : what;
    case "deadline-extended": {
      const due = dueName(happening.due, happening.about, speech);
      return say("timeline.extended", { what, due, day: day(happening.until) });
    }
    case "lateness-judged":
      return say(happening.isTaken ? "timeline.late.taken" : "timeline.late.refused", { what });
    case "entered":
      return say("timeline.entered", { what, how: name("came-by", happening.how), day: day(happening.on) });
    case "step-planned":
      return say("timeline.by-day", { what, day: day(happening.on) });
    case "more-asked":
      return say("timeline.by-day", { what, day: day(happening.until) });
    case "room-refused":
      return `${what}: ${name("party", happening.purpose)}`;
    case "task-done":
      return `${what}: ${name("task", happening.task)}`;
    case "summoned":
      return say("timeline.summoned", { day: day(happening.on), attempt: happening.attempt });
    case "stage-concluded": {
      const { next } = happening;
      return say("timeline.concluded", { what, outcome: outcomeText(happening, speech), next: name("stage", next) });
    }
    case "given":
      return `${what}: ${happening.body === undefined ? say("timeline.given.person") : name("body", happening.body)}`;
    case "choice-ended":
    case "handed-on":
      return `${what}: ${name("stage", happening.stage)}`;
    case "delegated":
      return happening.until === undefined ? what : say("timeline.until", { what, day: day(happening.until) });
    case "needs-considered":
      return `${what}: ${name("party", happening.whom)}, ${say(`needs.${happening.how}`)}`;
    case "conflicts-checked":
      return `${what}: ${say("timeline.checked", { body: name("body", happening.body), count: happening.out })}`;
    case "linked":
      return `${what}: ${say(`hands.link.${happening.link}.${happening.isOrigin ? "from" : "to"}`)}`;
    case "succeeded":
    case "delegation-ended":
    case "counter-asked":
      return what;
    case "opened":
      return happening.skipped.length === 0
        ? what
        : say("timeline.skipped", {
            what,
            stages: speech.list(happening.skipped.map((stage) => name("stage", stage))),
          });
    case "referred":
      return `${what}: ${name("stage", happening.next)}`;
    case "motion-put":
      return happening.motion === undefined ? what : `${what}: ${motionText(happening.motion, speech)}`;
    case "tie-decided":
    case "vote-closed": {
      const { motion, result } = happening;
      if (motion === undefined || result === undefined) return what;
      return `${what}, ${name("result", result)}: ${motionText(motion, speech)}`;
    }
    case "decided": {
      const { sanction, lasts, scope, conditions, isIndefinite } = happening;
      const imposed = sanction === undefined ? "" : `, ${sanctionText({ sanction, lasts, scope, conditions }, speech)}`;
      const end = isIndefinite === true ? ` (${say("card.until.none")})` : "";
      return `${what}: ${outcomeText(happening, speech)}${imposed}${end}`;
    }
    case "notice-sent":
    case "notice-failed":
    case "notice-seen":
      return say("timeline.notice", { what, whom: name("whom", happening.to), subject: gistText(happening, speech) });
    case "notice-delivered": {
      const values = { what, whom: name("whom", happening.to), subject: gistText(happening, speech) };
      if (happening.on === undefined) return say("timeline.notice", values);
      return say("timeline.notice.by-hand", { ...values, day: day(happening.on) });
    }
    case "hearing-called":
    case "hearing-held":
      return say("timeline.hearing", { what, day: day(happening.on) });
    case "choice-made":
      return `${what}: ${name("outcome", happening.outcome)}`;
    case "scope-judged": {
      const { situation } = happening;
      return `${what}: ${situation === undefined ? say("card.scope.none") : name("situation", situation)}`;
    }
    case "sanction-condition":
      return say(happening.isMet ? "timeline.condition.met" : "timeline.condition.missed", {
        condition: name("condition", happening.condition),
      });
    case "reheard":
      return say("timeline.reheard", { what, stage: name("stage", happening.stage) });
    case "interim-asked":
    case "interim-imposed":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
    case "sanction-breached":
    case "sanction-prolonged":
    case "confirmation-put":
    case "confirmation-voted":
    case "confirmation-void":
    case "disclosure-asked":
    case "disclosure-approved":
    case "disclosure-refused":
    case "witness-asked":
    case "witness-promised":
    case "witness-declined":
    case "witness-released":
    case "kept-apart":
    case "apart-ended":
    case "contact-noted":
    case "relay-asked":
    case "relay-answered":
    case "relay-declined":
    case "wording-shown":
    case "wording-agreed":
    case "wording-refused":
    case "relay-passed":
    case "relay-held":
    case "relay-closed":
    case "agreement-asked":
    case "agreement-given":
    case "agreement-withheld":
    case "agreement-left":
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "answer-returned":
    case "question-dropped":
    case "finding-made":
    case "hearing-recorded":
    case "record-asked":
    case "evidence-given":
    case "evidence-set-aside":
    case "evidence-opened":
    case "own-voice":
    case "submission-returned":
    case "group-named":
    case "anonymising-held":
    case "anonymising-released":
    case "words-erased":
    case "precedent-written":
    case "precedent-approved":
    case "publication-written":
    case "publication-approved":
    case "published":
    case "publication-posted":
    case "publication-not-posted":
    case "escalation-taken":
    case "escalation-declined":
    case "bundle-written":
    case "bundle-approved":
    case "class-named":
      return what;
    case "challenge-lodged":
    case "challenge-consulted":
    case "challenge-told-first":
    case "challenge-judged":
    case "challenge-names":
    case "challenge-decided":
      return challengeText(happening, what, speech);
    case "sanction-confirmed":
    case "sanction-not-confirmed":
    case "sanction-lapsed":
    case "sanction-lifted":
      return `${what}: ${name("sanction", happening.sanction)}`;
    case "sanction-changed": {
      const { sanction, until } = happening;
      const text = changedText(happening, { what, sanction: name("sanction", sanction) }, speech);
      return `${text} (${until === undefined ? say("card.until.none") : say("card.until", { day: day(until) })})`;
    }
    case "anonymising-told":
    case "publication-agreed":
    case "publication-declined":
    case "outside-answered":
      return say("timeline.on", { what, day: day(happening.on) });
    case "escalated":
      return `${what}: ${happening.to}`;
    case "handed-outside":
      return say("timeline.on", { what: `${what}: ${happening.to}`, day: day(happening.on) });
    case "before-body":
      return say("timeline.before-body", { body: name("body", happening.body) });
    case "moved":
      return `${what}: ${name("stage-for-party", happening.stage)}`;
    case "told":
      return `${what}: ${gistText(happening, speech)}`;
    case "reached": {
      const subject = gistText(happening, speech);
      if (happening.on === undefined) return `${what}: ${subject}`;
      return say("timeline.reached.by-hand", { subject, day: day(happening.on) });
    }
  }
}

function challengeText(happening: ChallengeHappening, what: string, { say, name }: Speech): string {
  const values = { what, rule: name("challenge", happening.rule) };
  switch (happening.kind) {
    case "challenge-lodged":
    case "challenge-consulted":
    case "challenge-told-first":
      return say("timeline.challenge", values);
    case "challenge-judged":
      return say("timeline.challenge.more", { ...values, more: name("heard", happening.isHeard ? "yes" : "no") });
    case "challenge-names":
      return say("timeline.challenge.more", { ...values, more: name("names-step", happening.step) });
    case "challenge-decided": {
      const { how, sanction } = happening;
      const more =
        sanction === undefined ? name("verdict", how) : `${name("verdict", how)}: ${name("sanction", sanction)}`;
      return say("timeline.challenge.more", { ...values, more });
    }
  }
}

/** By what a sanction was changed. */
function changedText(
  { by, isLonger }: Extract<Happening, { kind: "sanction-changed" }>,
  values: { readonly what: string; readonly sanction: string },
  { say, name }: Speech,
): string {
  if (isLonger === true) return say("timeline.changed.longer", values);
  if (by === undefined) return say("timeline.changed.back", values);
  return say("timeline.changed", { ...values, by: name("sanction", by) });
}

/** What a notice is about: "Decision", "Reminder of “decision of the board”, due Tuesday, 24 March 2026". */
export function gistText({ subject, reminds }: NoticeGist, speech: Speech): string {
  const { say, name, day } = speech;
  if (reminds === undefined) return name("subject", subject);
  const values = { what: dueName(reminds.kind, reminds.about, speech), day: day(reminds.day) };
  if (reminds.kind === "inactivity") return say("timeline.reminder.inactivity", values);
  if (subject === "escalation") return say("timeline.escalation", values);
  return say(reminds.kind === "lapse" ? "timeline.reminder.lapse" : "timeline.reminder", values);
}

/** "dismissed (vexatious and repetitive)". */
function outcomeText(
  { outcome, because = [] }: { readonly outcome: string; readonly because?: readonly string[] | undefined },
  speech: Speech,
): string {
  const reasons = because.map((reason) => speech.name("reason", reason));
  return reasons.length === 0
    ? speech.name("outcome", outcome)
    : `${speech.name("outcome", outcome)} (${speech.list(reasons)})`;
}
