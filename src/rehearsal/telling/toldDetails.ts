import type { Entry } from "../../domain/case/entry.ts";
import { readStage } from "../../domain/case/stages.ts";
import type { PersonId } from "../../domain/identity.ts";
import { gistOf } from "../../domain/timeline/happening.ts";
import type { Speech } from "../../locale/speech.ts";
import { gistText } from "../../surface/cards/timelineCard.ts";
import type { Played } from "../playCase.ts";
import type { Happened } from "./happenings.ts";
import type { ToldDetail } from "./telling.ts";
import { addresseeText, membersText, officialText } from "./words.ts";

type Sent = Extract<Entry, { kind: "notice-sent" }>;

/** More than so many people are counted instead of being named. */
const NAMED = 4;

/** Who was told what, and through what: those who were brought into a room of the case, and each notice. */
export function toldDetails(played: Played, happened: Happened, speech: Speech): readonly ToldDetail[] {
  const sent = happened.entries.flatMap(({ entry }) => (entry.kind === "notice-sent" ? [entry] : []));
  const groups = Map.groupBy(sent, ({ to, subject }) => `${to.kind === "room"} ${JSON.stringify(subject)}`);
  const isSaid = happened.head.entry.kind === "notice-sent";
  const notices = [...groups.values()].map((group) => noticeText(played, group, isSaid, speech));
  return [...enteredTexts(played, happened, speech), ...notices].map((text) => ({ kind: "told", text }));
}

/** @param isSaid whether the line itself says what the notice is about */
function noticeText(played: Played, group: readonly Sent[], isSaid: boolean, speech: Speech): string {
  const [first] = group;
  const whom = speech.list(group.map(({ to }) => addresseeText(played, to, speech)));
  const told = speech.say(first?.to.kind === "room" ? "rehearsal.told.room" : "rehearsal.told.direct", { whom });
  return first === undefined || isSaid ? told : `${told} (${gistText(gistOf(first.subject), speech)})`;
}

/** Officers learn of a case in its room; the deciding body in its own, once there is an approved brief. */
function enteredTexts(played: Played, { entries, at, current }: Happened, speech: Speech): readonly string[] {
  const announced = entries.flatMap(({ entry }) => (entry.kind === "announced" ? entry.to : []));
  const isBefore = entries.some(({ entry }) => entry.kind === "brief-approved");
  const members = played.entered
    .filter(({ room, at: when }) => isBefore && room === "board" && when.equals(at))
    .flatMap(({ people }) => people);
  const owner = readStage(played.rulebook, current);
  const text = (people: readonly PersonId[]): readonly string[] => {
    if (people.length === 0) return [];
    const named = speech.list(people.map((each) => officialText(played, each, speech)));
    const whom = people.length > NAMED ? membersText(people.length, owner, speech) : named;
    return [speech.say("rehearsal.told.entered", { whom })];
  };
  return [...text(announced), ...text(members)];
}
