import type { Case } from "../domain/case/case.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { CaseId, PartyId } from "../domain/identity.ts";
import { anonymisingStep, whoStays } from "../domain/records/anonymising.ts";
import { factsOfCase } from "../domain/records/facts.ts";
import type { CaseFacts } from "../domain/records/facts.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { peopleBehind, recordInCase } from "./actOnCase.ts";
import type { StoredCase } from "./casePorts.ts";
import type { House } from "./house.ts";
import { keepPrecedent } from "./keepPrecedent.ts";
import { onceADay } from "./onceADay.ts";
import { respondentsOf } from "./organisationParty.ts";
import type { Erasure } from "./recordPorts.ts";
import { casesOfRespondent } from "./sanctions/personsCases.ts";

const clock = { kind: "clock" } as const;

/** Cases read at once. */
const BATCH = 25;

/**
 * Looks at every case that is over once a day: announces which are to be anonymised, and anonymises those of which it was announced and
 * that nobody holds. A case in which something is wrong keeps none of the others waiting; the log has the numbers only.
 */
export function anonymiseDue(house: House): Promise<void> {
  return onceADay(house, "records-reviewed", async () => {
    const cases = await house.store.closedCases();
    let done = 0;
    for (let from = 0; from < cases.length; from += BATCH)
      // oxlint-disable-next-line no-await-in-loop -- once a day, in no hurry
      done += await stepsOf(house, cases.slice(from, from + BATCH));
    house.log.info("every case that is over was looked at", { closed: cases.length, anonymised: done });
  });
}

/** In how many of these cases something was made unreadable. Where something is wrong in one of them each is looked at alone. */
async function stepsOf(house: House, ids: readonly CaseId[]): Promise<number> {
  let done = 0;
  try {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const stored of await house.store.casesById(ids)) done += (await takeStep(house, stored)) ? 1 : 0;
  } catch (error) {
    // oxlint-disable-next-line no-await-in-loop -- to find the one in which something is wrong
    if (ids.length > 1) for (const id of ids) done += await stepsOf(house, [id]);
    else {
      const reason = error instanceof Error ? error.name : "unknown";
      house.log.warn("a case that is over could not be looked at", { reason });
    }
  }
  return done;
}

/** Whether something of the case was made unreadable. */
async function takeStep(house: House, stored: StoredCase): Promise<boolean> {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const now = house.clock.now();
  // Whoever approved one may have been cut off before it was kept.
  await keepPrecedent(house, rulebook, current);
  const stepIn = (each: Case, read: StoredCase) =>
    anonymisingStep(rulebook, house.roster, each, peopleBehind(read), now, () => house.chance.id());
  const step = stepIn(current, stored);
  switch (step.kind) {
    case "nothing":
      return false;
    case "tell":
      await recordInCase(house, stored.id, clock, (each, _, __, read) => {
        const again = stepIn(each, read);
        return again.kind === "tell" ? again.entries : [];
      });
      return false;
    case "erase-words":
    case "erase-all": {
      const bound = await boundBySanctions(house, stored);
      const isAll = step.kind === "erase-all" && bound.length === 0;
      // What was decided here may have changed a sanction that still runs: the words go all the same, once.
      if (!isAll && current.records.isErased) return false;
      const stay = isAll ? [] : [...(step.kind === "erase-words" ? step.stay : []), ...bound];
      const facts = current.records.isErased ? undefined : await readFactsOf(house, rulebook, current);
      const erasure: Erasure = {
        case: stored.id,
        expected: current.version,
        entry: isAll
          ? undefined
          : { version: current.version + 1, at: now, by: clock, entry: { kind: "words-erased" } },
        stay: stored.identities.filter(({ party }) => stay.includes(party)),
        motions: current.consents.votes.map(({ motion }) => motion),
        facts:
          facts === undefined ? undefined : { id: house.chance.id(), at: monthOf(now), kind: "facts", value: facts },
      };
      // Where somebody was faster it is looked at again tomorrow.
      return (await house.store.anonymise(erasure)) === "committed";
    }
  }
}

/**
 * Of whom a sanction still runs, in this case or in another: what was decided here may have changed that one, and what it comes to is
 * told from the decisions of all of them.
 */
async function boundBySanctions(house: House, stored: StoredCase): Promise<readonly PartyId[]> {
  const respondents = respondentsOf(stored);
  const running = await Promise.all(
    respondents.map(async (respondent) => {
      const cases = await casesOfRespondent(house, stored.id, respondent);
      return cases.some(({ rulebook, current, party }) => whoStays(rulebook, current).includes(party));
    }),
  );
  return respondents.filter((_, i) => running[i]).map(({ party }) => party);
}

/** When facts were kept, so coarse that it says nothing of which case they are. */
function monthOf(now: ReturnType<House["clock"]["now"]>) {
  return now.toZonedDateTimeISO("UTC").with({ day: 1 }).startOfDay().toInstant();
}

/** The facts of a case that is over, with the options that were chosen in the report. */
export async function readFactsOf(house: House, rulebook: Rulebook, current: Case): Promise<CaseFacts> {
  const text = (await house.store.words(current.id, current.statement)) ?? "";
  const parsed: unknown = text === "" ? {} : JSON.parse(text);
  const answers = typeof parsed === "object" && parsed !== null ? Object.entries(parsed) : [];
  return factsOfCase(rulebook, current, Object.fromEntries(answers.map(([field, answer]) => [field, String(answer)])));
}
