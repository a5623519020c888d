import { commands } from "../../commands/index.ts";
import { chance } from "../../src/chance.ts";
import type { Delivery } from "../../src/surface/delivery.ts";
import { actNames } from "../../src/surface/desk/desk.ts";
import type { Desk } from "../../src/surface/desk/desk.ts";
import { chapter } from "./people.ts";
import { begun, openDesk } from "./probe.ts";
import type { Stage } from "./stage.ts";

type Common = Pick<Delivery, "key" | "platform" | "caller">;
type Of<Kind extends Delivery["kind"]> = Extract<Delivery, { kind: Kind }>;

/** What somebody can send about a case that is named so, with nothing but its name and ids. */
function attempts(codeName: string, ids: readonly string[]): readonly ((common: Common) => Delivery)[] {
  const typed = commands
    .flatMap(({ name, subcommands }) =>
      subcommands.map((each) => ({ words: [name, each.name ?? ""], options: each.options })),
    )
    .filter(({ options }) => options.some(({ kind }) => kind === "case"))
    .map(({ words, options }) => {
      const given = Object.fromEntries(
        options.map((option) => [option.name, option.kind === "case" ? codeName : "yes"]),
      );
      return (common: Common): Of<"command"> => ({ ...common, kind: "command", words, options: given });
    });
  const acts = actNames.filter((act) => !begun.has(act));
  // What can be pressed with every id there is, test/faults/probing.test.ts tries.
  const pressed = ids.flatMap((ref, i) =>
    acts.flatMap((act) =>
      (i === 0 ? choices : ["", "in-favour"]).map((choice) => (common: Common): Of<"press"> => ({
        ...common,
        kind: "press",
        act,
        choice,
        ref,
        values: [],
      })),
    ),
  );
  const sent = ids.flatMap((ref) =>
    forms.map((form) => (common: Common): Of<"submit"> => ({
      ...common,
      kind: "submit",
      form,
      ref,
      values: entered,
      people: {},
    })),
  );
  return [...typed, ...pressed, ...sent];
}

const choices = ["", "yes", "report.1", "decision.1", "violation", "acknowledge", "in-favour", "motion//1", "lift//1"];
const forms = [
  "acknowledge//1",
  "note//1",
  "task/acknowledge/1",
  "brief//1",
  "conclude/violation/1",
  "conclude/dismissed/1",
  "summon//1",
  "delivered//1",
  "motion//1",
  "motion//2",
  "lift//1",
];
const entered = {
  text: "PLANTED-TYPED",
  on: "2026-03-20",
  day: "2026-03-01",
  motion: "uphold",
  findings: ["boundaries"],
  rules: ["boundaries"],
  severity: "ordinary",
  sanction: "warning",
};

/** Somebody who sends something. */
export function commonOf(stage: Stage, name: string): () => Common {
  const { id, name: called } = stage.person(name);
  const caller = { platform: stage.kind, id, name: called, locale: "en" };
  return () => ({ key: chance.id(), platform: stage.kind, caller });
}

/** Everything that somebody is answered who tries all of it, with what names the case taken out. */
async function answers(
  stage: Stage,
  desk: Desk,
  name: string,
  codeName: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const common = commonOf(stage, name);
  const all: string[] = [];
  for (const attempt of attempts(codeName, ids)) {
    const delivery = attempt(common());
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as one person does
    const answer = await desk.handle(delivery, async () => "no");
    const what = `${delivery.kind} ${"act" in delivery ? `${delivery.act} ${delivery.choice}` : ""}`;
    const told = JSON.stringify(answer).replaceAll(codeName, "CODE");
    all.push(`${what}: ${ids.reduce((text, each) => text.replaceAll(each, "ID"), told)}`);
  }
  return all;
}

const nowhere = { codeName: "no-such-11", ids: (count: number) => Array.from({ length: count }, () => chance.id()) };

async function idsOf(stage: Stage, codeName: string): Promise<readonly string[]> {
  const stored = await stage.store.caseByCodeName(codeName);
  if (stored === undefined) throw new Error(`There is no case ${codeName}.`);
  const inside = stored.entries.flatMap(({ entry }) => {
    if (entry.kind === "notice-sent") return [entry.notice];
    return entry.kind === "motion-put" ? [entry.vote] : [];
  });
  return [stored.id, ...inside.slice(-2)];
}

/** What of all that people send about a case is answered otherwise than if there were no such case; and whether something came of it. */
export async function walk(
  stage: Stage,
  codeName: string,
  names: readonly string[],
  officials = chapter.officials,
): Promise<readonly string[]> {
  const { desk, close } = await openDesk(stage, { ...chapter, officials });
  const ids = await idsOf(stage, codeName);
  const before = await stage.store.caseByCodeName(codeName);
  const told: string[] = [];
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    const real = await answers(stage, desk, name, codeName, ids);
    // oxlint-disable-next-line no-await-in-loop
    const none = await answers(stage, desk, name, nowhere.codeName, nowhere.ids(ids.length));
    told.push(...real.filter((each, i) => each !== none[i]).map((each) => `${name}: ${each}`));
  }
  await close();
  const after = await stage.store.caseByCodeName(codeName);
  return after?.entries.length === before?.entries.length ? told : [...told, "something was done"];
}
