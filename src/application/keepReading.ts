import type { StatementId } from "../domain/identity.ts";
import type { ReadPart, Reading } from "../domain/records/readings.ts";
import { readCase } from "./actOnCase.ts";
import type { CaseRef, Facts } from "./actOnCase.ts";
import { ensurePerson } from "./house.ts";
import type { House } from "./house.ts";
import type { Account } from "./person.ts";

/** Who reads, as what they stand to the case. */
type Reader = Pick<Facts, "viewer" | "caller" | "at"> & { readonly current: Pick<Facts["current"], "id"> };

/** Keeps that a part of a case was read which is no text of its own. */
export async function keepReading(house: House, reader: Reader, part: ReadPart): Promise<void> {
  await keep(house, reader, { kind: "part", part });
}

/** The words of a text, with it kept who read them; "" once they were made unreadable. */
export async function readWords(house: House, reader: Reader, statement: StatementId): Promise<string> {
  return (await readText(house, reader, statement)) ?? "";
}

/** The same; undefined once they were made unreadable. */
export async function readText(house: House, reader: Reader, statement: StatementId): Promise<string | undefined> {
  await keep(house, reader, { kind: "text", statement });
  return house.store.words(reader.current.id, statement);
}

async function keep(house: House, { current, viewer, caller, at }: Reader, what: Reading["what"]): Promise<void> {
  // Who the parties are stands nowhere in clear: one of them is kept by their id in this case.
  const reader = "party" in viewer ? viewer.party.party : caller;
  await house.store.recordReading(current.id, { reader, at, as: viewer.kind, what });
}

/** What is put down where somebody asks for a case that there is not: as long takes it either way. */
const NOTHING = "reading.of-nothing";

/** Keeps that somebody wanted to read a case of which they may know nothing. They are told what is told when there is none. */
export async function keepAttempt(house: House, account: Account, ref: CaseRef): Promise<void> {
  const at = house.clock.now();
  const person = await ensurePerson(house, account);
  const stored = await readCase(house, ref);
  if (stored === undefined) {
    await house.store.remember(NOTHING, at.toString());
    return;
  }
  const reader = stored.identities.find((each) => each.person === person)?.party ?? person;
  await house.store.recordReading(stored.id, { reader, at, as: "nobody", what: { kind: "refused" } });
}
