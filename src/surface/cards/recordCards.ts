import type { OutsideView } from "../../application/acts/outside.ts";
import type { RecordsView, TextView } from "../../application/acts/records.ts";
import { paragraph, small } from "../blocks.ts";
import type { Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What was handed over and what came of it is shown of so many, the last ones. */
const MOST = 5;

/** A text that waits for a second reader: with whose names stand in it, as whoever approves answers for each of them. */
export function textCard(view: TextView, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  const { what, text, found, isOwn, isApproved, codeName, case: ref, id, clause } = view;
  const act = what === "bundle" ? "outside.approve" : "records.approve";
  const download =
    what === "bundle" && isApproved ? [button("primary", say("act.outside.file"), "outside.file", ref)] : [];
  const unread = isOwn ? "own" : "waits";
  const state = isApproved ? "approved" : unread;
  const approve = isApproved || isOwn ? [] : [button("success", say("act.outside.approve"), act, ref, id)];
  return {
    tone: isApproved ? "good" : "neutral",
    title: say(`records.text.${what}`, { codeName }),
    blocks: [
      { kind: "quote", text },
      ...(found.length > 0 ? [small(say("records.text.found", { found: list(found) }))] : []),
      small(say(`records.text.${state}`)),
    ],
    rows: [...inRows([...approve, ...download]), rulesRow([clause], citation, speech)],
  };
}

/** What of a case is with others outside. */
export function outsideCard(view: OutsideView, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { case: ref, codeName, bundle } = view;
  const owed = view.owed.map(({ outcome, to }) =>
    say("outside.owed", { outcome: speech.name("outcome", outcome), to: speech.either(to) }),
  );
  const lines = [...escalationLines(view, speech), ...referralLines(view, speech), ...owed];
  const isAwaited = view.referrals.some(({ answer }) => answer === undefined);
  const controls: readonly Control[] = [
    ...(view.canEscalate ? [button("secondary", say("act.outside.escalate"), "outside.escalate", ref)] : []),
    ...(view.canHand ? [button("secondary", say("act.outside.bundle"), "outside.bundle", ref)] : []),
    ...(bundle === "none" ? [] : [button("secondary", say("act.outside.check"), "outside.check", ref)]),
    ...(view.canHand ? [button("primary", say("act.outside.hand"), "outside.hand", ref)] : []),
    ...(isAwaited ? [button("primary", say("act.outside.answer"), "outside.answer", ref)] : []),
    button("secondary", say("act.outside.log"), "outside.log", ref),
  ];
  return {
    tone: "neutral",
    title: say("outside.title", { codeName }),
    blocks: [
      ...(lines.length > 0 ? [{ kind: "list" as const, items: lines.slice(-MOST) }] : [paragraph(say("outside.none"))]),
      ...(bundle === "none" ? [] : [paragraph(say(`outside.bundle.${bundle}`))]),
      small(say("outside.small")),
    ],
    rows: [...inRows(controls), rulesRow([view.clause], citation, speech)],
  };
}

function escalationLines({ escalations }: OutsideView, { say }: Speech): readonly string[] {
  return escalations.map(({ to, person, isTaken }) => {
    if (person === undefined) return say("outside.escalated.by-hand", { to });
    const answer = isTaken === true ? "taken" : "declined";
    const state = isTaken === undefined ? "asked" : answer;
    return say(`outside.escalated.${state}`, { to, person });
  });
}

function referralLines({ referrals }: OutsideView, { say, day, name }: Speech): readonly string[] {
  return referrals.map(({ to, on, ground, hasBundle, waitsUntil, text, answer }) =>
    [
      say("outside.handed", { to, day: day(on), text: shortOf(text) }),
      ...(ground === undefined ? [] : [say("outside.handed.ground", { ground: name("ground", ground) })]),
      ...(hasBundle ? [say("outside.handed.bundle")] : []),
      ...(answer === undefined && waitsUntil !== undefined
        ? [say("outside.handed.waits", { day: day(waitsUntil) })]
        : []),
      ...(answer === undefined ? [] : [say("outside.answered", { day: day(answer.on), text: shortOf(answer.text) })]),
    ].join(" "),
  );
}

/** As much of a text as fits in a line; the whole stands in the file. */
const shortOf = (text: string) =>
  text.length <= 250 ? text : `${text.slice(0, 249).replace(/[\uD800-\uDBFF]$/u, "")}…`;

/** What becomes of the records of a case, and what can be done about it. */
export function recordsCard(view: RecordsView, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const { case: ref, codeName, state, held, precedent } = view;
  const values = { codeName, day: view.day === undefined ? "" : day(view.day) };
  const controls: readonly Control[] = [
    ...(state === "held" ? [button("primary", say("act.records.release"), "records.release", ref)] : []),
    ...(state === "known" || state === "words-gone"
      ? [button("danger", say("act.records.hold"), "records.hold", ref)]
      : []),
    ...(view.canWritePrecedent ? [button("secondary", say("act.records.precedent"), "records.precedent", ref)] : []),
    ...(precedent === "none" ? [] : [button("secondary", say("act.outside.check"), "records.check", ref)]),
    ...(view.publication === "written" ? [button("secondary", say("act.publish.check"), "publish.check", ref)] : []),
    ...(view.publication === "can" ? [button("secondary", say("act.publish.write"), "publish.write", ref)] : []),
  ];
  return {
    tone: "neutral",
    title: say("records.title", { codeName }),
    blocks: [
      paragraph(say(`records.state.${state}`, values)),
      ...(held === undefined ? [] : [{ kind: "quote" as const, text: held }]),
      ...(precedent === "none" ? [] : [paragraph(say(`records.precedent.${precedent}`))]),
      ...(state === "known" ? [small(say("records.small"))] : []),
    ],
    rows: [...inRows(controls), rulesRow([view.clause], citation, speech)],
  };
}
