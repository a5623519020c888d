import { setTimeout as pause } from "node:timers/promises";

import { commands } from "../commands/index.ts";
import { openActs } from "./application/acts.ts";
import { readReadiness, wasLive } from "./application/goLive.ts";
import { emptyMemory, learnWithheld } from "./application/house.ts";
import type { House, Withholding } from "./application/house.ts";
import { learnSeats } from "./application/learnSeats.ts";
import { settleOutage } from "./application/motions/runDueMotions.ts";
import { asOnePerson } from "./application/onePerson.ts";
import { reviewRooms } from "./application/outbox/reviewRooms.ts";
import { runOutbox } from "./application/outbox/runOutbox.ts";
import type { Platform } from "./application/platform.ts";
import type { Chance, Clock, Log, Store } from "./application/ports.ts";
import { runDue } from "./application/runDue.ts";
import { openSeats } from "./application/seats.ts";
import type { Seats } from "./application/seats.ts";
import { learningVersions, openVersions } from "./application/versions.ts";
import type { Versions } from "./application/versions.ts";
import { lintRulebook } from "./domain/lint/lintRulebook.ts";
import { receiversOf } from "./domain/parties/receivers.ts";
import type { Roster } from "./domain/roster.ts";
import { rosterInForce } from "./domain/sanctions/rights.ts";
import { differencesOf } from "./domain/versions/differences.ts";
import type { RosterPerson } from "./rulebook/loadRoster.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";
import type { AccessRules } from "./rulebook/schema/access.ts";
import { openAlarm } from "./schedule/alarm.ts";
import { openOutboxLoop } from "./schedule/outboxLoop.ts";
import { limits } from "./surface/card.ts";
import { citationOf } from "./surface/cards/refusalCard.ts";
import type { Citation } from "./surface/cards/refusalCard.ts";
import { openDesk } from "./surface/desk/desk.ts";
import type { Desk } from "./surface/desk/desk.ts";

/** What Redress is made of. */
export interface RedressParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  /** The text of the rulebook: the first version where there is none yet, otherwise one that waits where it says something else. */
  readonly rulebookText: string;
  readonly roster: readonly RosterPerson[];
  /** Which roles and channels sanctions keep somebody from; none when left out. */
  readonly access?: AccessRules;
  /** Whether members are served only once administrators have confirmed what the document does not say; left out, they are at once. */
  readonly mustBeConfirmed?: boolean;
  /** How long a number in a board's room may be behind, in milliseconds; two seconds when left out. */
  readonly settleMs?: number;
  /** How long after a failed attempt something is first tried again, in milliseconds; one second when left out. */
  readonly retryMs?: number;
  /** Milliseconds on a clock that goes on while the machine sleeps; the one of the machine when left out. */
  readonly wall?: () => number;
  /** Connects the platforms; given the desk at which their deliveries arrive. */
  readonly connect: (desk: Desk, citation: Citation, locale: string) => Promise<readonly Platform[]>;
}

/** Redress as it runs. */
export interface Redress {
  readonly house: House;
  /** Does everything that is due now. */
  ring(): Promise<void>;
  /** Resolves once everything that has arrived from people has been answered. */
  answered(): Promise<void>;
  /** Resolves once everything in the outbox that is due now has been carried out. */
  settled(): Promise<void>;
  /** Answers what has arrived, carries out what is being carried out, and ends. */
  close(): Promise<void>;
}

const SETTLE_MS = 2000;
const RETRY_MS = 1000;
const OPENING_MS = 2500;
/** After such a silence it is looked whether a vote was open meanwhile. */
const OUTAGE_MS = 10 * 60_000;

/** Puts the parts together and starts. */
export async function openRedress(parts: RedressParts): Promise<Redress> {
  const { log } = parts;
  const isNeeded = parts.mustBeConfirmed ?? false;
  const isDraft = isNeeded && !(await wasLive(parts.store));
  const versions = await openVersions(parts.store, parts.clock, parts.rulebookText, isDraft);
  const { rulebook } = versions.inForce();
  const seats = await openSeats(parts.store, parts.clock, parts.chance, parts.roster);
  const store = joinedStore(parts.store, seats, versions);
  for (const each of [rulebook, ...(versions.waiting() === undefined ? [] : [versions.given().rulebook])])
    refuseCrowd(each, seats.roster);

  const withheld: Withholding = { people: [] };
  let platforms: readonly Platform[] = [];
  const worker = parts.chance.id();
  const house: House = {
    get store() {
      return store();
    },
    clock: parts.clock,
    chance: parts.chance,
    log,
    versions,
    get rulebook() {
      return versions.inForce().rulebook;
    },
    get rulebookHash() {
      return versions.inForce().hash;
    },
    rulebookOf: (hash) => versions.rulebookOf(hash),
    goingLive: { isNeeded, isLive: false },
    get roster() {
      if (withheld.people.length === 0) return seats.roster;
      return rosterInForce(versions.inForce().rulebook, seats.roster, withheld.people, parts.clock.now());
    },
    withheld,
    seats,
    get people() {
      return seats.people;
    },
    get formerNames() {
      return seats.formerNames;
    },
    access: parts.access ?? {},
    platforms: () => platforms,
    wakeOutbox: () => outbox.wake(),
    ...emptyMemory(),
    settleMs: parts.settleMs ?? SETTLE_MS,
    retryMs: parts.retryMs ?? RETRY_MS,
  };
  const outbox = openOutboxLoop({
    run: (turn) => runOutbox(house, worker, turn),
    nextInMs: async () => (await house.store.waiting()).nextInMs,
    onError: (error) => log.warn("outbox stopped for a moment", { reason: nameOf(error) }),
  });
  const { desk, open } = closedDesk(openDesk({ acts: openActs(house), rulebook: () => house.rulebook, commands }));
  platforms = await parts.connect(desk, citationOf(rulebook), rulebook.organisation.locales[0] ?? "en");
  // Nothing is done before every platform is known: what follows is planned for all of them.
  await learnWithheld(house);
  open();
  await tellReadiness(house);
  warnOfDeadEnds(log, rulebook, seats.roster, house.access);
  tellOfWaiting(log, versions);
  await reviewRooms(house);
  const alarm = openAlarm(
    async ({ sinceMs }) => {
      await versions.learn();
      await learnWithheld(house);
      await learnSeats(house);
      // The machine slept, or the database was away: nobody could vote here meanwhile.
      if (sinceMs >= OUTAGE_MS) await settleOutage(house);
      return runDue(house);
    },
    (error) => log.warn("what is due could not be done", { reason: nameOf(error) }),
    parts.wall,
  );
  await settleOutage(house);
  outbox.wake();
  await alarm.ring();
  return {
    house,
    ring: () => alarm.ring(),
    async answered() {
      await Promise.all(platforms.map((platform) => platform.answered()));
    },
    async settled() {
      do {
        outbox.wake();
        // oxlint-disable-next-line no-await-in-loop -- one round may cause the next
        await outbox.settled();
        // oxlint-disable-next-line no-await-in-loop
      } while ((await house.store.waiting()).nextInMs === 0);
    },
    async close() {
      await alarm.stop();
      // What is in hand is finished while the platforms are still there; what is not begun waits for the next start.
      await outbox.stop();
      await Promise.all(platforms.map((platform) => platform.close()));
    },
  };
}

/** The store as it is read by whom the organisation knows at the moment: made anew when accounts turn out to be one person's. */
function joinedStore(store: Store, seats: Seats, versions: Versions): () => Store {
  const join = () => ({ same: seats.same, store: learningVersions(asOnePerson(store, seats.same), versions) });
  let joined = join();
  return () => {
    if (joined.same !== seats.same) joined = join();
    return joined.store;
  };
}

/** The report's form asks whether it is about one of those who read it: one more option says that it is not. */
function refuseCrowd(rulebook: Rulebook, roster: Roster): void {
  const readers = receiversOf(rulebook, roster).length;
  if (readers >= limits.options)
    throw new Error(
      `Reports would be read by ${readers} people; at most ${limits.options - 1} fit into the form that asks whether it is about one of them. Name fewer in the roster, or another body in the rulebook (intake.report.to).`,
    );
}

/** What keeps members waiting. */
async function tellReadiness(house: House): Promise<void> {
  const readiness = await readReadiness(house);
  if (readiness.kind === "not-live")
    house.log.warn(
      "not live: members are served once an administrator has answered the open questions of the rulebook in /setup",
      { open: readiness.open, of: house.versions.given().questions.length },
    );
}

/** What cannot work in the rulebook, with those who hold its offices now. Redress starts all the same: only the organisation can mend its rules. */
function warnOfDeadEnds(log: Log, rulebook: Rulebook, roster: Roster, access: AccessRules): void {
  for (const { level, path, clause = "", message, example = "" } of lintRulebook(rulebook, roster, access))
    if (level === "cannot-work")
      log.warn("a dead end in the rulebook", { key: path.map(String).join("."), clause, message, example });
}

/** Redress goes on by the version in force while the one it was started with waits to be adopted. */
function tellOfWaiting(log: Log, versions: Versions): void {
  const [waiting, newest] = [versions.waiting(), versions.all().at(-1)];
  if (waiting === undefined || newest === undefined) return;
  const differences = differencesOf(newest.rulebook, waiting.rulebook, { isProposed: true }).length;
  const { number, inForce } = versions.inForce();
  log.warn("a new version of the rulebook waits: see /setup rules", {
    differences,
    inForce: `version ${number}, from ${inForce.toString()}`,
  });
}

/** A desk at which people wait until it is opened; not longer than their platform waits for an answer. */
function closedDesk(desk: Desk): { readonly desk: Desk; readonly open: () => void } {
  let isOpen = false;
  const opened = Promise.withResolvers<void>();
  return {
    desk: {
      async handle(delivery, administers) {
        if (!isOpen) await Promise.race([opened.promise, pause(OPENING_MS)]);
        if (!isOpen) throw new Error("Redress is still starting.");
        return desk.handle(delivery, administers);
      },
      redraw: (sent) => (isOpen ? desk.redraw?.(sent) : undefined),
    },
    open() {
      isOpen = true;
      opened.resolve();
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
