import { Temporal } from "temporal-polyfill";

import { openActs } from "../../src/application/acts.ts";
import type { Acts } from "../../src/application/acts.ts";
import type { Account } from "../../src/application/person.ts";
import type { Log, Store } from "../../src/application/ports.ts";
import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import type { Redress } from "../../src/redress.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { unionText } from "../fakes/union.ts";

/** The union's rules with secret votes of its forum: what is chosen in secret is not counted by hand. */
export const inSecret = (text: string): string =>
  text
    .replace(/( {2}position:\n(?: {4}.*\n)*? {4}closed: )false\n/, "$1true\n    secret: true\n")
    .replace(/(?<=\n {2}position:\n(?: {4}.*\n)*?) {4}hands: .*\n/, "");

export const secretText = inSecret(unionText);

export const accountOf = (i: number): Account => ({
  platform: "discord",
  id: `70000000000000${String(1000 + i)}`,
  name: `MARK member ${i}`,
  locale: "en",
});

/** A forum of so many members. */
const forumOf = (size: number): readonly RosterPerson[] =>
  Array.from({ length: size }, (_, i) => ({
    name: accountOf(i).name,
    offices: [],
    classes: ["full_member"],
    discord: accountOf(i).id,
    locale: "en",
  }));

export interface Forum {
  readonly acts: Acts;
  readonly redress: Redress;
  readonly logged: readonly string[];
  /** The motion whose vote is open. */
  readonly motion: string;
  readonly vote: string;
}

/** A forum on a store, with a motion by the rule called position whose vote is open. */
export async function openForum(store: Store, size: number, rulebookText: string, lastDay?: string): Promise<Forum> {
  const logged: string[] = [];
  const keep: Log["info"] = (event, facts) => logged.push(JSON.stringify({ event, ...facts }));
  const now = Temporal.Instant.from("2026-09-02T09:00:00Z");
  const redress = await openRedress({
    store,
    clock: { now: () => now },
    chance,
    log: { info: keep, warn: keep },
    rulebookText,
    roster: forumOf(size),
    connect: () => Promise.resolve([]),
  });
  const acts = openActs(redress.house);
  const moved = await acts.moveMotion(
    accountOf(0),
    { rule: "position", text: "MARK That the union buys a coffee machine.", lastDay, options: [] },
    "delivery-move",
  );
  if (!("motion" in moved)) throw new Error(`It was not moved: ${JSON.stringify(moved)}`);
  const { id } = moved.motion;
  const request = { caller: accountOf(0), motion: { id }, delivery: "delivery-open" };
  const opened = await acts.openMotionVote(request);
  if (!("motion" in opened)) throw new Error(`It was not opened: ${JSON.stringify(opened)}`);
  return { acts, redress, logged, motion: id, vote: opened.motion.votes[0]?.vote ?? "" };
}
