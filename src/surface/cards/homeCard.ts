import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import type { Citation } from "./refusalCard.ts";

export interface HomeCounts {
  readonly mine: number;
  readonly handled: number;
  readonly toDecide: number;
  /** Reports that were begun and not sent. */
  readonly drafts?: number;
}

/** What somebody can do here: for a member a report and the own cases, for those with a task that too. */
export function homeCard(
  counts: HomeCounts,
  organisation: string,
  citation: Citation,
  { say }: Speech,
  anonymous: "refused" | "statistics_only" | "investigable" = "refused",
  canAsk = false,
): Card {
  const duties = [
    ...(counts.handled > 0
      ? [button("secondary", say("home.handled", { count: counts.handled }), "case.list", "home")]
      : []),
    ...(counts.toDecide > 0
      ? [button("secondary", say("home.to-decide", { count: counts.toDecide }), "vote.list", "home")]
      : []),
  ];
  const others = [
    ...(canAsk ? [button("secondary", say("home.ask"), "ask.list", "home")] : []),
    ...((counts.drafts ?? 0) > 0 ? [button("secondary", say("home.drafts"), "draft.list", "home")] : []),
    ...(anonymous === "investigable" ? [button("secondary", say("act.anonymous.open"), "anonymous.open", "home")] : []),
  ];
  return {
    tone: "neutral",
    title: say("home.title", { organisation }),
    blocks: [
      { kind: "paragraph", text: say("home.intro", { title: citation.title }) },
      { kind: "small", text: say("home.small") },
      ...(anonymous === "refused" ? [] : [{ kind: "small" as const, text: say("home.anonymous") }]),
    ],
    rows: [
      [
        button("primary", say("act.report"), "report.start", "home"),
        ...(anonymous === "refused" ? [] : [button("secondary", say("act.anonymous"), "anonymous.start", "home")]),
        button("secondary", say("act.mycase"), "mycase.list", "home"),
        ...duties,
      ],
      [
        { kind: "link", label: say("clause.read"), url: citation.link },
        button("secondary", say("home.code"), "code.find", "home"),
        ...(duties.length === 0 ? [] : [button("secondary", say("home.due"), "due.list", "home")]),
      ],
      ...(others.length === 0 ? [] : [others]),
    ],
  };
}
