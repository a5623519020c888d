import type { Delegated, DoorAnswer, DoorLogLine } from "../../application/acts/checkDoor.ts";
import { small } from "../blocks.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** Whether somebody may take part, until when not, and nothing else. */
export function doorAnswerCard(
  { whom, event, of: kind, answer, until, isByName, clause }: DoorAnswer,
  mayDelegate: boolean,
  citation: Citation,
  speech: Speech,
): Card {
  const { say, name, day } = speech;
  const values = { whom, event: name("permit", event) };
  const of = kind === undefined ? ("" as const) : (`.${kind}` as const);
  const text =
    answer === "refuse" && until !== undefined
      ? say(`door.refuse${of}.until`, { ...values, day: day(until) })
      : say(answer === "unknown" ? "door.unknown" : `door.${answer}${of}`, values);
  const delegate = mayDelegate ? [button("secondary", say("act.door.delegate"), "door.delegate", "home")] : [];
  return {
    tone: answer === "admit" ? "good" : "attention",
    title: say(
      kind === "application" && answer !== "unknown" ? `door.${answer}.application.title` : `door.${answer}.title`,
    ),
    blocks: [{ kind: "paragraph", text }, ...(isByName ? [small(say("door.by-name"))] : []), small(say("door.small"))],
    rows: [
      [button("primary", say("act.door.check"), "door.check", "home"), ...delegate],
      rulesRow([clause], citation, speech),
    ],
  };
}

/** Who may ask now, and until when. */
export function delegatedCard(
  { whom, until, clause }: Delegated,
  timezone: string,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  return {
    tone: "good",
    title: say("door.delegated.title"),
    blocks: [{ kind: "paragraph", text: say("door.delegated", { whom, moment: momentText(until, timezone, speech) }) }],
    rows: [rulesRow([clause], citation, speech)],
  };
}

/** The latest questions at the door, for officers. */
export function doorLogCard(lines: readonly DoorLogLine[], timezone: string, speech: Speech): Card {
  const { say, name } = speech;
  const items = lines.map(({ at, by, about, event, answer }) =>
    say("door.log.line", {
      ...dayAndTime(at, timezone, speech),
      by,
      about,
      event: name("permit", event),
      answer: name("door-answer", answer),
    }),
  );
  return {
    tone: "neutral",
    title: say("door.log.title"),
    blocks:
      items.length === 0
        ? [{ kind: "paragraph", text: say("door.log.none") }]
        : [{ kind: "list", items }, small(say("door.log.small"))],
    rows: [],
  };
}

function dayAndTime(at: DoorLogLine["at"], timezone: string, { day }: Speech) {
  const local = at.toZonedDateTimeISO(timezone);
  return { day: day(local.toPlainDate().toString()), time: local.toPlainTime().toString().slice(0, 5) };
}

function momentText(at: DoorLogLine["at"], timezone: string, speech: Speech): string {
  const { day, time } = dayAndTime(at, timezone, speech);
  return `${day}, ${time}`;
}
