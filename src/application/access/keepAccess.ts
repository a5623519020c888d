import { enforceRule, isSo, keepsFrom, keptFrom, keyOf, stepsOf } from "../../domain/sanctions/access.ts";
import type { Kept, Measure } from "../../domain/sanctions/access.ts";
import { ledgerOf } from "../../domain/sanctions/ledger.ts";
import type { Ledger, Ruling } from "../../domain/sanctions/ledger.ts";
import { rulingsOf } from "../../domain/sanctions/record.ts";
import type { House } from "../house.ts";
import type { Outcome } from "../outbox/syncRoom.ts";
import type { AccountRef } from "../person.ts";
import type { AccessRead, Platform } from "../platform.ts";
import type { KeptAccess } from "../ports.ts";
import { casesOfPerson } from "../sanctions/personsCases.ts";
import { measuresFor } from "./measures.ts";
import { tellTroubles } from "./tellTroubles.ts";
import type { Trouble } from "./tellTroubles.ts";

const done: Outcome = { kind: "done" };

/**
 * Brings what somebody can reach on the platforms to what their sanctions come to at this moment. What is taken is kept before it is
 * taken, and until it has been given back, so that it can break off anywhere and be taken up again; what cannot be done is told to the
 * officers, and tried again with the next look.
 * @param id of the row of what was taken from them
 */
export async function keepAccess(house: House, id: string): Promise<Outcome> {
  const row = await gathered(house, id);
  if (row === undefined) return done;
  if (row === "stale") return again;
  const cases = await casesOfPerson(house, row.whom);
  const rulings = cases.flatMap(({ rulebook, current, party }) => rulingsOf(rulebook, current, party));
  const keeping = new Keeping(house, row, rulings);
  const outcome = await keeping.run();
  // Told before it is forgotten: what breaks off in between is found again.
  await tellTroubles(house, cases, keeping.troubles);
  return (await keeping.finish()) ?? outcome;
}

const again: Outcome = { kind: "later", reason: "changed", waitMs: 0 };

/** A row, with those of people who have turned out to be the same person put into it. */
async function gathered(house: House, id: string): Promise<KeptAccess | "stale" | undefined> {
  const { store } = house;
  const row = await store.accessById(id);
  if (row === undefined) return undefined;
  const others = (await store.accessOf(row.whom)).filter((each) => each.id !== id);
  if (others.length === 0) return row;
  const all = Map.groupBy(
    [row, ...others].flatMap(({ accounts }) => accounts),
    ({ account }) => refOf(account),
  );
  const accounts = [...all.values()].flatMap((same) => {
    const [first] = same;
    const kept = new Map(same.flatMap((each) => each.kept.map((one) => [keyOf(one), one])));
    return first === undefined ? [] : [{ account: first.account, kept: [...kept.values()] }];
  });
  if (!(await store.saveAccess({ ...row, accounts }))) return "stale";
  // oxlint-disable-next-line no-await-in-loop -- one or two
  for (const other of others) await store.forgetAccess(other);
  return { ...row, accounts, version: row.version + 1 };
}

const refOf = ({ platform, id }: AccountRef) => `${platform}:${id}`;

/** Somebody else has changed the row meanwhile: it is read again. */
class Stale extends Error {}

function ifStale(error: unknown): Outcome {
  if (error instanceof Stale) return again;
  throw error;
}

/** One look at everything that is kept from somebody: holds the row as it stands after the last step. */
class Keeping {
  readonly troubles: Trouble[] = [];
  readonly #house: House;
  /** Everything that was decided about the person, what was annulled included. */
  readonly #rulings: readonly Ruling[];
  readonly #ledger: Ledger;
  #row: KeptAccess;
  #later: Outcome = done;
  /** What cannot be given back, because it is not there any more. */
  readonly #lost: { readonly account: AccountRef; readonly kept: Kept }[] = [];

  constructor(house: House, row: KeptAccess, rulings: readonly Ruling[]) {
    this.#house = house;
    this.#row = row;
    this.#rulings = rulings;
    this.#ledger = ledgerOf(rulings);
  }

  async run(): Promise<Outcome> {
    const person = await this.#house.store.person(this.#row.whom);
    const known = [...(person?.accounts ?? []), ...this.#row.accounts.map(({ account }) => account)];
    const accounts = [...new Map(known.map((account) => [refOf(account), account])).values()];
    try {
      for (const platform of this.#house.platforms()) {
        const own = accounts.filter((account) => account.platform === platform.name);
        const wanted = this.#wantedOn(platform);
        if (own.length === 0 && wanted.length > 0) this.#tellAll(platform, "no-account");
        // oxlint-disable-next-line no-await-in-loop -- one account after the other: the row is kept in between
        for (const account of own) await this.#keep(platform, account, wanted);
      }
      return this.#later;
    } catch (error) {
      return ifStale(error);
    }
  }

  /** Keeps nothing any more of what is lost, nor of the person where nothing is left to be given back and nothing is to be taken. */
  async finish(): Promise<Outcome | undefined> {
    try {
      // oxlint-disable-next-line no-await-in-loop -- hardly ever any
      for (const { account, kept } of this.#lost) await this.#save(account, [], [kept]);
    } catch (error) {
      return ifStale(error);
    }
    if (this.#later.kind === "later" || keepsFrom(this.#ledger, this.#house.clock.now())) return undefined;
    // Whoever is away gets it back when they return, and what could not be given back is tried again: as long as the cases can be read.
    const isForgotten = this.#rulings.length === 0;
    if (this.#row.accounts.length === 0 || isForgotten) await this.#house.store.forgetAccess(this.#row);
    return undefined;
  }

  async #keep(platform: Platform, { platform: name, id }: AccountRef, wanted: readonly Measure[]): Promise<void> {
    const account = { platform: name, id };
    const kept = this.#keptOf(account);
    if (wanted.length === 0 && kept.length === 0) return;
    const read = await platform.access.read(account, [...wanted, ...kept]);
    if (read.kind === "later") return this.#wait(read);
    if (read.kind !== "done") return this.#tellAll(platform, "not-allowed");
    const { standing, problems, seesAll } = read.value;
    const isPossible = (measure: Measure) => problems[measure.id] === undefined;
    const isWanted = (measure: Measure) => wanted.some((each) => keyOf(each) === keyOf(measure));
    this.#tellProblems(platform, wanted, kept, read.value);
    const possible = kept.filter(isPossible);
    const steps = stepsOf(wanted.filter(isPossible), possible, standing, this.#house.clock.now());
    for (const each of kept)
      if (problems[each.id] === "gone" && !isWanted(each)) this.#lost.push({ account, kept: each });
    await this.#save(account, [...steps.note, ...steps.undone, ...steps.enforce, ...steps.restore], steps.forget);
    for (const each of this.#keptOf(account))
      if (each.state === "undone" && isWanted(each))
        this.#tell(platform, each, "undone", undefined, each.at.toString());
    for (const each of steps.enforce)
      // oxlint-disable-next-line no-await-in-loop -- each is kept as done before the next
      await this.#change(platform, account, each, "enforce");
    for (const each of steps.restore)
      // oxlint-disable-next-line no-await-in-loop
      await this.#change(platform, account, each, "restore");
    if (seesAll && wanted.some(({ how }) => how === "take")) this.#tellAll(platform, "sees-all");
  }

  async #change(platform: Platform, account: AccountRef, kept: Kept, what: "enforce" | "restore"): Promise<void> {
    const isHad = isSo(kept, [kept.id]) === (what === "enforce");
    const changed = await platform.access.change(account, kept.id, isHad ? "has" : "has-not");
    if (changed.kind === "later") return this.#wait(changed);
    if (changed.kind === "done") {
      if (what === "enforce") return this.#save(account, [{ ...kept, state: "done" }], []);
      return this.#save(account, [], [kept]);
    }
    const { problem } = changed;
    this.#tell(platform, kept, what === "enforce" ? "not-taken" : "not-restored", problem, sinceOf(kept, what));
    // What was not taken is not given back; what cannot be given back at this moment is, once somebody has mended what is in the way.
    if (what === "enforce") await this.#save(account, [], [kept]);
    else if (problem === "gone") this.#lost.push({ account, kept });
  }

  /** What cannot be done about things that are not there, or that the bot does not see. */
  #tellProblems(
    platform: Platform,
    wanted: readonly Measure[],
    kept: readonly Kept[],
    { problems, standing }: AccessRead,
  ): void {
    if (!standing.isThere) return;
    for (const measure of wanted) {
      const problem = problems[measure.id];
      const isKept = kept.some((each) => keyOf(each) === keyOf(measure));
      if (problem !== undefined && !isKept) this.#tell(platform, measure, "not-taken", problem, "");
    }
    for (const each of kept) {
      const problem = problems[each.id];
      const isWanted = wanted.some((measure) => keyOf(measure) === keyOf(each));
      if (problem !== undefined && !isWanted)
        this.#tell(platform, each, "not-restored", problem, sinceOf(each, "restore"));
    }
  }

  #tell(
    { name: platform }: Platform,
    { id }: Measure,
    what: Trouble["what"],
    problem: Trouble["problem"],
    since: string,
  ): void {
    for (const ruling of this.#rulingsAbout(platform, id, what === "not-restored"))
      this.troubles.push({ ruling, platform, things: [id], what, problem, since });
  }

  /** It is the same with everything that is kept from the person there. */
  #tellAll({ name: platform }: Platform, problem: NonNullable<Trouble["problem"]>): void {
    for (const { access, ruling } of keptFrom(this.#ledger, this.#house.clock.now())) {
      const things = measuresFor(this.#house, [access], platform).map(({ id }) => id);
      if (things.length > 0) this.troubles.push({ ruling, platform, things, what: "not-taken", problem, since: "" });
    }
  }

  /** The decisions whose sanctions keep somebody from a thing now; of what has ended the last one that did. */
  #rulingsAbout(platform: Platform["name"], id: string, hasEnded: boolean): readonly string[] {
    const isAbout = (access: string) => measuresFor(this.#house, [access], platform).some((each) => each.id === id);
    const isAboutRuling = ({ rulebook, sanction }: Ruling) =>
      (enforceRule(rulebook, sanction)?.access ?? []).some(isAbout);
    if (!hasEnded)
      return keptFrom(this.#ledger, this.#house.clock.now()).flatMap(({ access, ruling }) =>
        isAbout(access) ? [ruling] : [],
      );
    const moments = this.#ledger.held.map(({ from }) => from);
    const held = moments.flatMap((from) => keptFrom(this.#ledger, from)).findLast(({ access }) => isAbout(access));
    // What was annulled holds nothing any more, and the roster may have another name for it: the officers are told all the same.
    const last = held?.ruling ?? this.#rulings.findLast(isAboutRuling)?.id ?? this.#rulings.at(-1)?.id;
    return last === undefined ? [] : [last];
  }

  #wantedOn({ name }: Platform): readonly Measure[] {
    const wanted = keptFrom(this.#ledger, this.#house.clock.now()).map(({ access }) => access);
    return measuresFor(this.#house, wanted, name);
  }

  #keptOf(account: AccountRef): readonly Kept[] {
    return this.#row.accounts.find((each) => refOf(each.account) === refOf(account))?.kept ?? [];
  }

  async #save(account: AccountRef, changed: readonly Kept[], over: readonly Kept[]): Promise<void> {
    if (changed.length === 0 && over.length === 0) return;
    const kept = new Map([...this.#keptOf(account), ...changed].map((each) => [keyOf(each), each]));
    for (const each of over) kept.delete(keyOf(each));
    const others = this.#row.accounts.filter((each) => refOf(each.account) !== refOf(account));
    const own = kept.size === 0 ? [] : [{ account, kept: [...kept.values()] }];
    await this.#store({ ...this.#row, accounts: [...others, ...own] });
  }

  async #store(row: KeptAccess): Promise<void> {
    if (!(await this.#house.store.saveAccess(row))) throw new Stale();
    this.#row = { ...row, version: row.version + 1 };
  }

  #wait({ reason, waitMs }: { readonly reason: string; readonly waitMs: number | undefined }): void {
    this.#later = { kind: "later", reason, waitMs };
  }
}

const sinceOf = ({ at }: Kept, what: "enforce" | "restore") => (what === "restore" ? at.toString() : "");
