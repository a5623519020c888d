import type { StoredCase } from "../application/casePorts.ts";
import { nameOf } from "../application/house.ts";
import type { House } from "../application/house.ts";
import type { Recorded } from "../domain/case/entry.ts";
import type { Addressee } from "../domain/case/noticeSubject.ts";
import { gistOf } from "../domain/timeline/happening.ts";
import { timelineOf } from "../domain/timeline/timeline.ts";
import type { ClockLine, ReadClockLog } from "../sandbox/page/clockLog.ts";
import { cited } from "../surface/cards/refusalCard.ts";
import { gistText, happeningText } from "../surface/cards/timelineCard.ts";
import type { Speech } from "../surface/say.ts";
import { readAll } from "./caseFiles.ts";
import { told } from "./told.ts";

/**
 * What Redress did in any case because of the time: reminders, and sanctions that lapsed, with who was told. The same reminder to several
 * people is one thing.
 * @param house the house of Redress, also while it is stopped
 */
export function openClockLog(house: () => House): ReadClockLog {
  return async () => {
    const here = house();
    const stored = await readAll(here);
    return stored.flatMap((file) => linesOf(here, file)).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  };
}

function linesOf(house: House, stored: StoredCase): readonly ClockLine[] {
  const rulebook = house.rulebookOf(stored.rulebook);
  const { lines } = timelineOf(rulebook, stored, { kind: "handler" }, house.clock.now());
  return groupsOf(stored).map((group) => {
    const { version, at, entry } = group[0];
    const line = lines.find((each) => each.version === version);
    if (line === undefined) throw new Error(`The entry ${version} of the case ${stored.codeName} has no line.`);
    const people = group.flatMap((each) => (each.entry.kind === "notice-sent" ? [each.entry.to] : []));
    const text = (speech: Speech) => {
      if (entry.kind !== "notice-sent") return happeningText(line.happening, speech);
      const whom = speech.list(people.map((to) => whomOf(house, to, speech)));
      const subject = gistText(gistOf(entry.subject), speech);
      return speech.say("timeline.notice", { what: speech.name("entry", entry.kind), whom, subject });
    };
    return {
      id: `${stored.id}:${String(version).padStart(6, "0")}`,
      at: at.epochMilliseconds,
      codeName: stored.codeName,
      text: told(rulebook, text),
      ...(line.clause === undefined ? {} : { clause: cited(rulebook.document, line.clause) }),
    };
  });
}

type Group = [Recorded, ...Recorded[]];

/** What the clock brought about; the same notice to several at the same moment together. */
function groupsOf({ entries }: StoredCase): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const recorded of entries) {
    const { by, at, version, entry } = recorded;
    if (by.kind !== "clock") continue;
    const what = entry.kind === "notice-sent" ? JSON.stringify(entry.subject) : String(version);
    const key = `${at.epochMilliseconds} ${what}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [recorded]);
    else group.push(recorded);
  }
  return [...groups.values()];
}

function whomOf(house: House, to: Addressee, { name }: Speech): string {
  switch (to.kind) {
    case "party":
      return name("whom", to.role);
    case "room":
      return name("whom", to.purpose);
    case "person":
      return nameOf(house, to.person);
  }
}
