import type { NoticeView } from "../application/notice.ts";
import { dueName } from "./dueName.ts";
import type { Speech } from "./say.ts";

type Body<Kind extends NoticeView["body"]["kind"]> = Extract<NoticeView["body"], { kind: Kind }>;

/** What is due, and by when, or since when. */
export function reminderText(body: Body<"reminder">, codeName: string, speech: Speech): string {
  const { say, day, name } = speech;
  if (body.deadlineKind === "review" || body.deadlineKind === "sanction-task") {
    const about = { codeName, sanction: name("sanction", body.about), day: day(body.day) };
    return body.days < 0
      ? say(`notice.reminder.${body.deadlineKind}.late`, { ...about, days: -body.days })
      : say(`notice.reminder.${body.deadlineKind}`, about);
  }
  const what = dueName(body.deadlineKind, body.about, speech);
  const values = { what, day: day(body.day), codeName, days: Math.abs(body.days) };
  if (body.deadlineKind === "condition")
    return say(body.days < 0 ? "notice.reminder.condition.late" : "notice.reminder.condition", {
      ...values,
      days: Math.abs(body.days),
    });
  if (body.deadlineKind === "relay" && body.about === "answer")
    return say(body.days < 0 ? "notice.reminder.relay.late" : "notice.reminder.relay", values);
  if (body.deadlineKind === "hearing" && body.about === "evidence") return say("notice.reminder.hearing", values);
  if (body.deadlineKind === "inactivity") return say("notice.reminder.inactivity", values);
  if (body.deadlineKind === "lapse") return say("notice.reminder.lapse", values);
  if (body.days > 0) return say("notice.reminder.ahead", values);
  return say(body.days === 0 ? "notice.reminder.today" : "notice.reminder.late", values);
}

/**
 * That something is late, since when, whose it is, and who was told before. To whoever does not handle the case nothing is said of what it
 * is that is late.
 * @param length "short" among others of its kind
 */
export function escalationText(
  body: Body<"escalation">,
  codeName: string,
  speech: Speech,
  length: "whole" | "short",
): string {
  const { say, day, list } = speech;
  const { what, whose, before, days } = body;
  const values = { codeName, day: day(body.day), days };
  return [
    what === undefined
      ? say("notice.escalation", values)
      : say("notice.escalation.what", { ...values, what: dueName(what.kind, what.about, speech) }),
    whoseText(whose, speech),
    ...(length === "short" ? [] : [say("notice.escalation.reminded")]),
    ...(before.length === 0 ? [] : [say("notice.escalation.before", { people: list(before) })]),
    ...(length === "short" ? [] : [say("notice.escalation.ask")]),
  ].join(" ");
}

/** What a case lacks, in sentences. */
export function gapsText({ gaps, about, day: since }: Body<"gaps">, codeName: string, speech: Speech): string {
  const { say, name, day } = speech;
  const told = gaps.map((gap) => say(`gap.${gap}`));
  const at = about === undefined ? [] : [say("notice.gaps.at", { stage: name("stage", about), day: day(since) })];
  return [say("notice.gaps", { codeName }), ...told, ...at].join(" ");
}

function whoseText(whose: Body<"escalation">["whose"], { say, name, list }: Speech): string {
  switch (whose.kind) {
    case "people":
      return say("notice.escalation.people", { people: list(whose.names) });
    case "officers":
      return say("notice.escalation.officers");
    case "body":
      return say("notice.escalation.body", { body: name("body", whose.body) });
  }
}

/** On which day a case that is over is anonymised. */
export function anonymisingText({ on, isLast }: Body<"anonymising">, codeName: string, { say, day }: Speech): string {
  return say(isLast ? "notice.anonymising.last" : "notice.anonymising", { codeName, day: day(on) });
}
