import type { Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import type { Citation } from "./refusalCard.ts";

/** Whom somebody can turn to while nothing can be filed. */
export interface NotLive {
  readonly organisation: string;
  /** Who would read a report. */
  readonly receivers: readonly string[];
  /** Somebody wanted to send a report that is written. */
  readonly isReportWritten: boolean;
}

/**
 * Nothing can be filed before the organisation has confirmed its rules.
 * @param own buttons to the cases that this person has
 */
export function notLiveCard(
  { organisation, receivers, isReportWritten }: NotLive,
  own: readonly Control[],
  citation: Citation,
  { say, list }: Speech,
): Card {
  return {
    tone: "neutral",
    title: say("not-live.title"),
    blocks: [
      { kind: "paragraph", text: say("not-live", { organisation }) },
      { kind: "paragraph", text: say(isReportWritten ? "not-live.kept" : "not-live.nothing") },
      ...(receivers.length === 0
        ? []
        : [{ kind: "paragraph" as const, text: say("not-live.whom", { people: list(receivers) }) }]),
      { kind: "small", text: say("not-live.administrators") },
    ],
    rows: [...(own.length === 0 ? [] : [own]), [{ kind: "link", label: say("clause.read"), url: citation.link }]],
  };
}
