import type { Case } from "../domain/case/case.ts";
import type { Entry } from "../domain/case/entry.ts";
import { isToBeLinked } from "../domain/case/links.ts";
import type { RoomPurpose } from "../domain/case/noticeSubject.ts";
import type { PersonId } from "../domain/identity.ts";
import { decidersOf, handlersOf } from "../domain/parties/viewer.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Effect } from "./effect.ts";
import { platformOf } from "./house.ts";
import type { House } from "./house.ts";
import type { PlatformName } from "./person.ts";

/** Other cases are waited for so many times as long as for other changes of one case. */
const DIGEST_ROUNDS = 5;

/** What has to be done on the platforms after these entries: rooms to be brought up to date, notices to be delivered. */
export function effectsOf(
  house: House,
  rulebook: Rulebook,
  before: Case | undefined,
  current: Case,
  entries: readonly Entry[],
  parties: readonly PersonId[],
): readonly Effect[] {
  // That the officers have been told changes nothing that a room shows.
  const purposes = entries.every((entry) => entry.kind === "announced") ? [] : (["officers", "board"] as const);
  const states = before === undefined ? [current] : [before, current];
  const notices = entries.flatMap((entry): readonly Effect[] =>
    entry.kind === "notice-sent" && entry.to.kind !== "room" && !isGathered(entry)
      ? [{ kind: "notice", case: current.id, notice: entry.notice }]
      : [],
  );
  const sanctions = entries.some((entry) => bearsOnSanctions(current, entry));
  return [
    ...effectsOfRooms(house, rulebook, states, purposes, parties),
    ...notices,
    ...digestsOf(house, current, entries),
    ...confirmationsOf(current, entries),
    ...publicationsOf(current, entries),
    ...(isToBeLinked(rulebook, current) ? [{ kind: "linked" as const, case: current.id }] : []),
    ...(sanctions ? [{ kind: "sanctions" as const, case: current.id }] : []),
  ];
}

/** A vote elsewhere that confirms a decision begins, or ends as void with it; whoever has no part in the case any more leaves it. */
function confirmationsOf(current: Case, entries: readonly Entry[]): readonly Effect[] {
  const kinds: readonly Entry["kind"][] = ["confirmation-put", "recused", "challenge-decided", "decisions-replaced"];
  const isToLookAt = entries.some(({ kind }) => kinds.includes(kind));
  if (!isToLookAt) return [];
  const open = current.consents.votes.filter(({ isOver }) => !isOver);
  return open.map(({ motion }) => ({ kind: "confirmation", case: current.id, motion }));
}

/** What is published in a channel is posted there. */
const publicationsOf = ({ id, records }: Case, entries: readonly Entry[]): readonly Effect[] =>
  entries.flatMap((entry): readonly Effect[] => {
    if (entry.kind !== "published") return [];
    const { publication } = entry;
    const isPosted = records.publications.some((each) => each.id === publication && each.place !== undefined);
    return isPosted ? [{ kind: "publication", case: id, publication }] : [];
  });

type Sent = Extract<Entry, { kind: "notice-sent" }>;

/** What somebody is reminded of may come together with the same of other cases. */
const isGathered = ({ to, subject }: Sent) =>
  to.kind === "person" && ["reminder", "escalation", "gaps", "anonymising"].includes(subject.kind);

/** Reminders to people by name: one message for each of them, with what falls due for them in the same minute. */
function digestsOf(house: House, current: Case, entries: readonly Entry[]): readonly Effect[] {
  const sent = entries.flatMap((entry) =>
    entry.kind === "notice-sent" && entry.to.kind === "person" && isGathered(entry)
      ? [{ person: entry.to.person, notice: entry.notice }]
      : [],
  );
  const minute = house.clock.now().toString({ smallestUnit: "minute" });
  const settle = house.settleMs * DIGEST_ROUNDS;
  return [...Map.groupBy(sent, ({ person }) => person)].map(([person, own]) => ({
    kind: "digest",
    person,
    minute,
    settle,
    notices: own.map(({ notice }) => ({ case: current.id, notice })),
  }));
}

/** Whether an entry may change what the sanctions of a respondent come to, in this case or in another. */
function bearsOnSanctions(current: Case, entry: Entry): boolean {
  // What somebody else had to agree to may have been what a stage waited for.
  if (entry.kind === "stage-concluded") return current.decisions.some(({ sanction }) => sanction !== undefined);
  const acts = [
    "sanction-confirmed",
    "confirmation-voted",
    "sanction-lapsed",
    "sanction-lifted",
    "interim-ended",
    "sanction-prolonged",
    "challenge-lodged",
    "challenge-judged",
    "challenge-decided",
    "decisions-replaced",
  ];
  if (acts.includes(entry.kind)) return true;
  const isDecided = entry.kind === "decided" || entry.kind === "decided-by-officers";
  if (isDecided) return entry.sanction !== undefined;
  if (entry.kind !== "notice-delivered") return false;
  const notice = current.notices.find(({ id }) => id === entry.notice);
  if (notice?.subject.kind === "interim") return true;
  const decision = notice?.subject.kind === "decision" ? notice.subject.vote : undefined;
  return current.decisions.some(({ id, sanction }) => id === decision && sanction !== undefined);
}

/**
 * The rooms of a case on every platform where somebody belongs in one.
 * @param states the case before and after a change: who has just left must be taken out of the room
 */
export function effectsOfRooms(
  house: House,
  rulebook: Rulebook,
  states: readonly Case[],
  purposes: readonly RoomPurpose[],
  parties: readonly PersonId[],
): readonly Effect[] {
  return purposes.flatMap((purpose) => {
    const platforms = states.flatMap((state) =>
      roomMembers(house, rulebook, state, purpose, parties).flatMap(
        (person) => platformOf(house, person, state.origin) ?? [],
      ),
    );
    return [...new Set<PlatformName>(platforms)].map((platform): Effect => ({
      kind: "room",
      case: states[0]?.id ?? "",
      purpose,
      platform,
    }));
  });
}

/** Who belongs in a room of a case now. A room nobody belongs in is not made. */
export function roomMembers(
  house: House,
  rulebook: Rulebook,
  current: Case,
  purpose: RoomPurpose,
  parties: readonly PersonId[],
): readonly PersonId[] {
  if (purpose === "officers") return handlersOf(rulebook, house.roster, current);
  return decidersOf(rulebook, house.roster, current).filter(
    (person) => !current.recused.includes(person) && !parties.includes(person),
  );
}
