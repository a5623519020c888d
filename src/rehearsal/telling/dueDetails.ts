import type { Coming } from "../../domain/timeline/coming.ts";
import type { Speech } from "../../locale/speech.ts";
import { comingText } from "../../surface/cards/timelineCard.ts";
import { sayCount } from "../../surface/counting.ts";
import type { Played } from "../playCase.ts";
import type { Ahead, Reminding } from "./ahead.ts";
import type { ToldDetail } from "./telling.ts";
import { addresseeText, dayText, sentenceCase, timeText } from "./words.ts";

/** What is due, how its day was counted, and the reminders that come if nobody acts. */
export function dueDetails(
  played: Played,
  { coming, abouts, count, reminders }: Ahead,
  speech: Speech,
): readonly ToldDetail[] {
  const { rulebook } = played;
  const cited = coming.clause === undefined ? "" : ` (${rulebook.document.cite} ${coming.clause})`;
  return [
    { kind: "due", text: `${dueText(coming, abouts, speech)}${cited}` },
    ...(count === undefined ? [] : [{ kind: "counted", text: sayCount(speech, rulebook, count) } as const]),
    ...remindersDetail(played, coming, reminders, speech),
  ];
}

function dueText(coming: Coming, abouts: readonly string[], speech: Speech): string {
  if (coming.kind !== "appeal") return sentenceCase(comingText({ ...coming, isLate: false }, speech));
  const whom = speech.list(abouts.map((about) => speech.name("whom", about)));
  return speech.say("timeline.coming.appeal", { whom, day: speech.day(coming.day) });
}

function remindersDetail(
  played: Played,
  { kind }: Coming,
  reminders: readonly Reminding[],
  speech: Speech,
): readonly ToldDetail[] {
  const { rulebook } = played;
  const [first] = reminders;
  if (first === undefined) return [];
  const day = ({ at }: Reminding) => dayText(rulebook, at, speech);
  const late = reminders.filter(({ isLate }) => isLate);
  const [firstLate, lastLate] = [late[0], late.at(-1)];
  const whom = speech.list(first.to.map((to) => addresseeText(played, to, speech)));
  const days = speech.list(reminders.filter(({ isLate }) => !isLate).map(day));
  // Nobody can act against a lapse: these reminders come in any case.
  const ahead = speech.say(kind === "lapse" ? "rehearsal.reminders.lapse" : "rehearsal.reminders", {
    whom,
    days,
    time: timeText(rulebook, first.at),
  });
  const more =
    firstLate === undefined || lastLate === undefined
      ? ""
      : speech.say("rehearsal.reminders.late", { count: late.length, first: day(firstLate), last: day(lastLate) });
  return [{ kind: "reminders", text: `${ahead}${more}` }];
}
