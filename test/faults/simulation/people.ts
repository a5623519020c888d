import { Temporal } from "temporal-polyfill";

import type { Account } from "../../../src/application/person.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import { readStage } from "../../../src/domain/case/stages.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Scene } from "../../../src/rehearsal/openScene.ts";
import { reportsOf } from "../../../src/rehearsal/report.ts";
import type { FictitiousReport } from "../../../src/rehearsal/report.ts";
import { stageKinds } from "../../../src/rehearsal/stageKinds.ts";
import { waysOf } from "../../../src/rehearsal/ways.ts";
import type { Dice } from "./dice.ts";
import type { World } from "./world.ts";

/** People do things in a world while its time goes on: one after the other, each until they wait for something. */
export interface Crowd {
  begin(life: (waitUntil: (at: Temporal.Instant) => Promise<void>) => Promise<void>): Promise<void>;
  /** Whoever waited for a moment that has come goes on. */
  goOn(): Promise<void>;
}

export function gather(now: () => Temporal.Instant): Crowd {
  let waiting: readonly { readonly at: Temporal.Instant; readonly go: () => void }[] = [];
  let rest: (() => void) | undefined;
  const failures: unknown[] = [];
  const waitUntil = async (at: Temporal.Instant) => {
    if (Temporal.Instant.compare(at, now()) <= 0) return;
    await new Promise<void>((go) => {
      waiting = [...waiting, { at, go }];
      rest?.();
    });
  };
  const whileAwake = async (wake: () => void) => {
    const asleep = new Promise<void>((resolve) => (rest = resolve));
    wake();
    await asleep;
    if (failures.length > 0) throw failures[0];
  };
  return {
    begin: (life) =>
      whileAwake(() => {
        life(waitUntil)
          .catch((error: unknown) => failures.push(error))
          .finally(() => rest?.());
      }),
    async goOn() {
      for (;;) {
        const next = waiting.find(({ at }) => Temporal.Instant.compare(at, now()) <= 0);
        if (next === undefined) return;
        waiting = waiting.filter((each) => each !== next);
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await whileAwake(next.go);
      }
    },
  };
}

const accountOf = (id: string): Account => ({ platform: "discord", id, name: id, locale: "en" });

/** More steps than any case takes to its end. */
const TO_THE_END = 40;

/** Somebody files a report some day; the case is handled for as many steps as the dice say, and then left to itself, or to its end. */
export async function liveThrough(
  world: World,
  dice: Dice,
  number: number,
  days: number,
  oneLeftIn: number,
  waitUntil: (at: Temporal.Instant) => Promise<void>,
): Promise<void> {
  const rest = (most: number) => waitUntil(world.now().add({ minutes: dice.between(0, most * 24 * 60) }));
  await rest(days);
  const report = dice.pick(reportsOf(world.rulebook));
  const answers = {
    relation: "affected",
    about: aboutWhom(world, report, dice),
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: report.rules,
    texts: report.answers,
  } as const;
  const delivery = dice.id();
  const filer = accountOf(`filer-${number}`);
  const filed = await world.act(() => world.acts.fileReport(filer, `draft-${number}`, answers, undefined, delivery));
  const id = "case" in filed ? filed.case : (await world.house.store.caseOfDraft(`draft-${number}`))?.id;
  if (id === undefined) return;
  world.watch(id);
  const scene = sceneOf(world, dice, id, waitUntil);
  const isLeft = oneLeftIn === 1 || dice.isOneIn(oneLeftIn);
  for (let steps = isLeft ? dice.between(0, 8) : TO_THE_END; steps > 0; steps -= 1) {
    // oxlint-disable no-await-in-loop -- one step after the other
    await rest(dice.pick([1, 5, 30]));
    const current = await scene.read();
    const stage = readStage(world.rulebook, current);
    const [first, ...others] = waysOf(world.rulebook, current.procedure, report).filter(
      (way) => way.stage === current.stage.stage,
    );
    if (stage.kind === "closed" || first === undefined) return;
    await stageKinds[stage.kind].play(scene, stage, dice.pick([first, ...others]));
    // oxlint-enable no-await-in-loop
  }
}

/** Few people, so that one comes to have several sanctions. */
function aboutWhom({ house }: World, { about, office }: FictitiousReport, dice: Dice): readonly Account[] {
  if (about === "nobody-known") return [];
  const [holder] = office === undefined ? [] : (house.roster[office] ?? []);
  const account = holder === undefined ? undefined : house.people.get(holder)?.accounts[0];
  return [account ?? accountOf(`respondent-${dice.between(1, 3)}`)];
}

/** A case as the people see it who handle it: they do everything at once, or in the last minute. */
function sceneOf(world: World, dice: Dice, id: string, waitUntil: Scene["waitUntil"]): Scene {
  const { house, acts, rulebook } = world;
  const isSlow = dice.isOneIn(3);
  const readFile = async () => {
    const file = await house.store.caseById(id);
    if (file === undefined) throw new Error("The case is gone.");
    return file;
  };
  const read = async () => foldCase(await readFile());
  const sanctions = Object.keys(rulebook.sanctions);
  return {
    rulebook,
    house,
    acts,
    sanction: sanctions[dice.between(0, sanctions.length - 1)],
    entered: [],
    begins: new Set(),
    now: world.now,
    readFile,
    read,
    follow: async () => {},
    async act(person, work) {
      const known = house.people.get(person) ?? (await house.store.person(person));
      const [caller] = known?.accounts ?? [];
      if (caller === undefined) throw new Error(`The person ${person} has no account to act with.`);
      const delivery = dice.id();
      const answer = await world.act(() => work({ caller, case: { id }, delivery }));
      return isRefusal(answer) ? answer : undefined;
    },
    async actAs(caller, work) {
      const delivery = dice.id();
      const answer = await world.act(() => work({ caller, case: { id }, delivery }));
      return isRefusal(answer) ? answer : undefined;
    },
    waitUntil,
    async waitForLastMoment(key) {
      const deadline = deadlinesOf(rulebook, await read()).find((each) => each.key === key);
      if (isSlow && deadline !== undefined) await waitUntil(deadline.due.subtract({ minutes: 1 }));
    },
  };
}
