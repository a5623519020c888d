import type { Temporal } from "temporal-polyfill";

import type { Addressee } from "../../domain/case/noticeSubject.ts";
import type { Actor } from "../../domain/case/party.ts";
import { localTime } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { shortDay } from "../../locale/shortDay.ts";
import type { Speech } from "../../locale/speech.ts";
import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Played } from "../playCase.ts";

/** "Thu 17 Dec 2026", where the organisation is. */
export function dayText(rulebook: Rulebook, at: Temporal.Instant, speech: Speech): string {
  return shortDay(speech, localTime(rulebook, at).toPlainDate().toString());
}

/** "10:00", where the organisation is. */
export function timeText(rulebook: Rulebook, at: Temporal.Instant): string {
  return localTime(rulebook, at).toPlainTime().toString({ smallestUnit: "minute" });
}

/** Who did something: "Safety officer 2", "The complainant". */
export function actorText(played: Played, by: Actor, speech: Speech): string {
  switch (by.kind) {
    case "person":
      return officialText(played, by.person, speech);
    case "party": {
      const role = played.file.identities.find(({ party }) => party === by.party)?.role ?? "person";
      return sentenceCase(speech.name("whom", role));
    }
    case "clock":
      return speech.say("rehearsal.who.clock");
    case "platform":
      return speech.say("app.title");
  }
}

/** Whom something is told: "the complainant", "the officers", "President". */
export function addresseeText(played: Played, to: Addressee, speech: Speech): string {
  switch (to.kind) {
    case "party":
      return speech.name("whom", to.role);
    case "room":
      return speech.name("whom", to.purpose);
    case "person":
      return officialText(played, to.person, speech);
  }
}

/** What somebody of the organisation is called, with the office; those who are invented are called after it: "Safety officer 2". */
export function officialText({ nameOf, roster, isInvented }: Played, person: PersonId, { name }: Speech): string {
  const [office, holders = []] =
    Object.entries(roster).find(([held, people]) => !held.includes(":") && people.includes(person)) ?? [];
  if (office === undefined) return nameOf(person);
  const title = name("office", office);
  if (!isInvented) return `${nameOf(person)} (${title})`;
  return holders.length === 1 ? sentenceCase(title) : `${sentenceCase(title)} ${holders.indexOf(person) + 1}`;
}

export const sentenceCase = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** "9 members of the Board": of the body whose stage it is. */
export function membersText(count: number, stage: Stage, { say, name }: Speech): string {
  const body = stage.kind === "closed" || !("id" in stage.owner) ? "" : name("body", stage.owner.id);
  return say("rehearsal.who.members", { count, body });
}
