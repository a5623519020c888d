import { findEntry } from "../../domain/code/entries.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { lackingOf } from "../../domain/voting/quorum.ts";
import type { Including, Inquorate } from "../../domain/voting/quorum.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Code, Rulebook } from "../../rulebook/rulebook.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { sayDayCount, sayLength } from "../counting.ts";
import type { Names } from "../ownNames.ts";
import type { Speech } from "../say.ts";
import { selectorText } from "../selectorText.ts";
import { unblockText } from "../unblockText.ts";
import { button } from "./controls.ts";

/** How clauses of the organisation's document are cited. */
export interface Citation {
  readonly cite: string;
  readonly title: string;
  readonly link: string;
  /** What the document says, clause by clause. */
  readonly code: Code;
  /** What the organisation calls the things of its rulebook; undefined where the language has these names already. */
  readonly names?: Names;
}

/** How the clauses of a rulebook's document are cited. */
export function citationOf({ document, code, names }: Pick<Rulebook, "document" | "code" | "names">): Citation {
  return { cite: document.cite, title: document.title, link: document.link, code, names };
}

/** "Memo 4.1". */
export function cited({ cite }: Pick<Citation, "cite">, clause: string): string {
  return `${cite} ${clause}`;
}

/** What is not allowed, by which clause, the numbers now, and what would unblock it. */
export function refusalCard(refusal: Blocked, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const text = refusalText(refusal, speech);
  const helps = { label: say("unblock.label"), value: unblockText(refusal.unblock, speech) };
  const blocks: readonly Block[] = [
    { kind: "paragraph", text },
    { kind: "facts", facts: [helps] },
  ];
  if (refusal.refused === "nothing-here" || refusal.refused === "not-for-you")
    return { tone: "neutral", title: say(`refusal.${refusal.refused}.title`), blocks, rows: [] };
  const clause = "clause" in refusal ? refusal.clause : undefined;
  const source =
    clause === undefined
      ? []
      : [
          {
            kind: "small" as const,
            text: say("clause.source", { clause: cited(citation, clause), title: citation.title }),
          },
        ];
  const rules = clause === undefined ? [] : [rulesRow([clause], citation, speech)];
  const rows = [...waysOut(refusal, speech), ...rules];
  return { tone: "attention", title: say("refusal.title"), blocks: [...blocks, ...source], rows };
}

/** Where whoever is refused can refer the case instead, a button for it. */
function waysOut({ unblock }: Blocked, { say, name }: Speech): readonly (readonly Control[])[] {
  return unblock.flatMap((each) => {
    if (each.kind !== "exit" || each.of === undefined) return [];
    const label = fitted(say("act.refer", { stage: name("stage", each.stage) }), limits.buttonLabel);
    return [[button("primary", label, "vote.refer", each.of)]];
  });
}

/**
 * Where what is cited can be read: a link to the document, or to the clause where only one is cited and it can be opened there; and a button
 * for what the clauses say, those of which the code says something.
 * @param ref the case by whose version of the rules it is cited; home: by the version in force
 */
export function rulesRow(
  clauses: readonly string[],
  citation: Citation,
  speech: Speech,
  ref = "home",
): readonly Control[] {
  const { say } = speech;
  const found = clauses.map((clause) => findEntry(citation.code, clause, citation.cite));
  const said = [...new Set(found.flatMap((entry) => entry?.clause ?? []))];
  const [only] = said;
  const label = said.length === 1 && only !== undefined ? say("code.read", { clause: only }) : say("code.read.all");
  const url = (clauses.length === 1 ? found[0]?.link : undefined) ?? citation.link;
  const link = rulesLink({ link: url }, speech);
  const choice = fitting(said, limits.controlId - `code.read::${ref}`.length);
  return choice === "" ? [link] : [link, button("secondary", label, "code.read", ref, choice)];
}

/** A button that opens the document. */
export function rulesLink({ link: url }: Pick<Citation, "link">, { say }: Speech): Control {
  return { kind: "link", label: say("clause.read"), url };
}

/** So many of the clauses, with bars between them, as fit. */
function fitting(clauses: readonly string[], maximum: number): string {
  return clauses.reduce((text, clause) => {
    const longer = text === "" ? clause : `${text}|${clause}`;
    return longer.length <= maximum ? longer : text;
  }, "");
}

/** Names are mended one after the other: a few of them are enough to say. */
const FOUND = 10;

/** What is in the way, in one or two sentences. */
export function refusalText(refusal: Refusal, speech: Speech): string {
  const { say, name, list, day } = speech;
  switch (refusal.refused) {
    case "nothing-here":
    case "not-for-you":
    case "already-done":
    case "already-decided":
    case "no-support-card":
    case "not-your-task":
    case "not-this-way":
    case "officers-only":
    case "own-report":
    case "not-anonymous":
    case "own-hands":
    case "author-known":
    case "no-such-code":
    case "nobody-to-receive":
    case "last-officer":
    case "no-rule-cited":
    case "no-reasons":
    case "choose-first":
    case "not-offered":
    case "in-person":
    case "about-oneself":
    case "not-summoned":
    case "respondent-known":
    case "no-informal-way":
    case "brief-missing":
    case "own-brief":
    case "vote-running":
    case "no-vote-open":
    case "nobody-to-summon":
    case "no-finding":
    case "no-sanction":
    case "sanction-without-uphold":
    case "observers-do-not-vote":
    case "conflict-first":
    case "vote-closed":
    case "already-voted":
    case "no-tie":
    case "tie-open":
    case "not-a-consensus":
    case "not-called":
    case "nothing-to-send":
    case "nothing-to-challenge":
    case "final":
    case "nobody-addressed":
    case "no-ground":
    case "no-evidence":
    case "challenge-closed":
    case "consult-first":
    case "tell-first":
    case "nobody-to-approve":
    case "nobody-to-vote":
    case "not-this-consequence":
    case "no-interim":
    case "nobody-to-impose-on":
    case "not-proven":
    case "late-first":
    case "not-extendable":
    case "no-keeping-apart":
    case "no-questions-across":
    case "nobody-across":
    case "newer-text":
    case "answers-alone":
    case "chooses-alone":
    case "nothing-due":
    case "not-later":
    case "date-in-future":
    case "date-too-early":
    case "no-day":
    case "condition-not-offered":
    case "file-kind":
    case "file-gone":
    case "no-anonymous-evidence":
    case "not-verified":
    case "question-open":
    case "finding-first":
    case "finding-made":
    case "nobody-named":
    case "is-a-party":
    case "handles-it":
    case "from-outside":
    case "anybody-may-speak":
    case "not-promised":
    case "no-relevance":
    case "closed-to-them":
    case "not-told-yet":
    case "hearing-not-held":
    case "no-hearing":
      return say(`refusal.${refusal.refused}`);
    case "no-companion":
      return say("refusal.no-companion", { whom: selectorText(refusal.from, speech) });
    case "file-too-large":
      return say("refusal.file-too-large", { megabytes: refusal.megabytes });
    case "group-too-few":
      return say("refusal.group-too-few", {
        size: refusal.size,
        involved: refusal.involved,
        needed: refusal.needed,
      });
    case "challenge-over": {
      const { notified, lastDay, count } = refusal;
      return say("refusal.challenge-over", {
        notified: day(notified),
        day: day(lastDay),
        count: count.kind === "days" ? sayDayCount(speech, count) : sayLength(speech, count.rule.span),
      });
    }
    case "names-somebody":
      return say("refusal.names-somebody", { found: list(refusal.found.slice(0, FOUND)) });
    case "panel-undecided":
      return say(refusal.lacks === "panel" ? "refusal.panel-undecided" : "refusal.panel-undecided.unread");
    case "panel-too-small":
      return say("refusal.panel-too-small", { present: refusal.present, needed: refusal.needed });
    case "already-filed":
      return say("refusal.already-filed", { codeName: refusal.codeName });
    case "already-taken":
      return say("refusal.already-taken", { officer: refusal.by });
    case "not-at-this-stage":
      return say("refusal.not-at-this-stage", { stage: name("stage", refusal.stage) });
    case "notice-incomplete":
      return say("refusal.notice-incomplete", {
        parts: list(refusal.missing.map((part) => name("notice-part", part))),
      });
    case "tasks-open":
      return say("refusal.tasks-open", { tasks: list(refusal.tasks.map((task) => name("task", task))) });
    case "attempts-left":
      return say("refusal.attempts-left", { made: refusal.made, needed: refusal.needed });
    case "too-late":
      return say("refusal.too-late", { day: day(refusal.lastDay) });
    case "event-over": {
      const [closed = "", time = ""] = refusal.closed.split("T");
      return say("refusal.event-over", { day: day(closed), time });
    }
    case "objections-open": {
      const [until = "", time = ""] = refusal.until.split("T");
      return say("refusal.objections-open", { day: day(until), time });
    }
    case "choice-not-offered":
      return say("refusal.choice-not-offered", { choices: list(refusal.choices.map((each) => say(`choice.${each}`))) });
    case "answer-awaited":
      return say("refusal.answer-awaited", { day: day(refusal.until) });
    case "summons-pending":
      return say("refusal.summons-pending", { day: day(refusal.until) });
    case "hearing-too-soon":
      return say("refusal.hearing-too-soon", { day: day(refusal.earliest) });
    case "no-hearing-record":
      return say(refusal.isHeld ? "refusal.no-hearing-record.held" : "refusal.no-hearing-record");
    case "summons-too-soon":
      return say("refusal.summons-too-soon", { day: day(refusal.earliest) });
    case "words-name-somebody":
    case "brief-names-somebody":
      return say(`refusal.${refusal.refused}`, {
        found: list(refusal.found.slice(0, FOUND).map((word) => `“${word}”`)),
      });
    case "not-seconded":
    case "own-motion":
    case "mover-leads":
    case "mover-asked":
    case "came-later":
    case "agenda-fixed":
    case "session-not-open":
    case "session-over":
      return say(`refusal.${refusal.refused}`);
    case "counted-twice":
      return say("refusal.counted-twice", { counted: refusal.counted, mayVote: refusal.mayVote });
    case "too-few-for-secrecy":
      return say("refusal.too-few-for-secrecy", { mayVote: refusal.mayVote, needed: refusal.needed });
    case "day-is-over":
      return say("refusal.day-is-over", { day: day(refusal.day) });
    case "not-the-chair":
      return say("refusal.not-the-chair", { offices: list(refusal.offices.map((office) => name("office", office))) });
    case "sanction-not-offered":
      if (refusal.sanctions.length === 0) return say("refusal.sanction-not-meant");
      return say("refusal.sanction-not-offered", {
        sanctions: list(refusal.sanctions.map((sanction) => name("sanction", sanction))),
      });
    case "not-begun":
    case "no-breach":
    case "not-reviewed":
      return say(`refusal.${refusal.refused}`, { sanction: name("sanction", refusal.sanction) });
    case "not-open":
      return say("refusal.not-open", { whom: list(refusal.to.map((to) => selectorText(to, speech))) });
    case "precheck-first":
      return say("refusal.precheck-first", { body: name("body", refusal.body) });
    case "no-false-report":
      return say("refusal.no-false-report", { reason: name("reason", refusal.reason) });
    case "chosen-decides":
      return say("refusal.chosen-decides", { name: refusal.by });
    case "has-conflict":
      return say(`refusal.has-conflict.${refusal.conflict}`);
    case "needs-open":
      return say("refusal.needs-open", { whom: list([...new Set(refusal.roles)].map((role) => name("party", role))) });
    case "reason-not-listed":
      return say("refusal.reason-not-listed", { reasons: list(refusal.reasons.map((each) => name("reason", each))) });
    case "not-this-ground":
      return say("refusal.not-this-ground", {
        grounds: list(refusal.grounds.map((ground) => name("interim-ground", ground))),
      });
    case "condition-open":
      return say(refusal.by === undefined ? "refusal.condition-throughout" : "refusal.condition-open", {
        condition: name("condition", refusal.condition),
      });
    case "no-length":
      return say("refusal.no-length", { sanction: name("sanction", refusal.sanction) });
    case "no-letter":
      return say("refusal.no-letter", { sanction: name("sanction", refusal.sanction) });
    case "too-long":
      return say("refusal.too-long", {
        sanction: name("sanction", refusal.sanction),
        longest: sayLength(speech, refusal.longest),
      });
    case "not-sanctionable":
      return say("refusal.not-sanctionable", { rules: list(refusal.rules.map((rule) => name("rule", rule))) });
    case "not-in-electorate":
      return say("refusal.not-in-electorate", { body: name("body", refusal.body) });
    case "inquorate": {
      const { present, aside } = refusal;
      const numbers = { ...quorumNumbers(refusal, speech), came: present + aside, aside };
      const text = aside === 0 ? say("refusal.inquorate", numbers) : say("refusal.inquorate.aside", numbers);
      return `${text} ${say("refusal.inquorate.stays-open")}`;
    }
    case "cannot-be-quorate":
      return say("refusal.cannot-be-quorate", quorumNumbers(refusal, speech));
    case "can-be-quorate": {
      const { mayVote, needed } = refusal;
      if (needed === 0) return say("refusal.can-be-quorate.none");
      const { including } = quorumNumbers({ ...refusal, present: mayVote, missing: [] }, speech);
      return say("refusal.can-be-quorate", { mayVote, needed, including });
    }
  }
}

type Numbers = Inquorate & { readonly including: readonly Including[] };

/** How many are needed, of whom, and how many of them there are. */
export function quorumNumbers({ present, needed, including, missing }: Numbers, { say, name, list }: Speech) {
  const wanted = including.map((part) =>
    say("quorum.missing.body", { body: name("body", part.body), count: part.needed }),
  );
  const lacking = missing.map((part) =>
    say("refusal.quorum.lacking.body", { body: name("body", part.body), count: part.present }),
  );
  return {
    present,
    needed,
    including: wanted.length === 0 ? "" : say("refusal.quorum.including", { bodies: list(wanted) }),
    lacking: lacking.length === 0 ? "" : say("refusal.quorum.lacking", { bodies: list(lacking) }),
  };
}

/** What would make it quorate. */
export function missingText(inquorate: Inquorate, { say, name, list }: Speech): string {
  const wanted = lackingOf(inquorate).map(({ body, count }) =>
    body === undefined
      ? say("quorum.missing.members", { count })
      : say("quorum.missing.body", { body: name("body", body), count }),
  );
  return say("quorum.missing", { what: list(wanted) });
}
