import { afterEach, describe, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import type { Delivery } from "../../src/surface/delivery.ts";
import { actNames } from "../../src/surface/desk/desk.ts";
import type { Desk } from "../../src/surface/desk/desk.ts";
import { officials, rulebookText } from "./people.ts";
import { codeNameIn, fileReport, planted, playToVote, reachSending, vote } from "./plays.ts";
import { begun } from "./probe.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
let close: () => Promise<void> = async () => {};
afterEach(async () => {
  await close();
  await stage.close();
});

/** The desk behind the platforms: what arrives at it need not stand on any screen. */
async function openDesk(roster = officials): Promise<Desk> {
  let found: Desk | undefined;
  const redress = await openRedress({
    store: stage.store,
    clock: { now: () => stage.now() },
    chance,
    log: { info() {}, warn() {} },
    rulebookText,
    roster,
    connect(desk) {
      found = desk;
      return Promise.resolve([]);
    },
  });
  close = () => redress.close();
  if (found === undefined) throw new Error("No desk was opened.");
  return found;
}

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
function commonOf(name: string): () => Common {
  const { id, name: called } = stage.person(name);
  const caller = { platform: stage.kind, id, name: called, locale: "en" };
  return () => ({ key: chance.id(), platform: stage.kind, caller });
}

/** Everything that somebody is answered who tries all of it, with what names the case taken out. */
async function answers(desk: Desk, name: string, codeName: string, ids: readonly string[]): Promise<readonly string[]> {
  const common = commonOf(name);
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

async function idsOf(codeName: string): Promise<readonly string[]> {
  const stored = await stage.store.caseByCodeName(codeName);
  if (stored === undefined) throw new Error(`There is no case ${codeName}.`);
  const inside = stored.entries.flatMap(({ entry }) => {
    if (entry.kind === "notice-sent") return [entry.notice];
    return entry.kind === "motion-put" ? [entry.vote] : [];
  });
  return [stored.id, ...inside.slice(-2)];
}

/** What of all that people send about a case is answered otherwise than if there were no such case; and whether something came of it. */
async function probe(codeName: string, names: readonly string[], roster = officials): Promise<readonly string[]> {
  const desk = await openDesk(roster);
  const ids = await idsOf(codeName);
  const before = await stage.store.caseByCodeName(codeName);
  const told: string[] = [];
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    const real = await answers(desk, name, codeName, ids);
    // oxlint-disable-next-line no-await-in-loop
    const none = await answers(desk, name, nowhere.codeName, nowhere.ids(ids.length));
    told.push(...real.filter((each, i) => each !== none[i]).map((each) => `${name}: ${each}`));
  }
  const after = await stage.store.caseByCodeName(codeName);
  return after?.entries.length === before?.entries.length ? told : [...told, "something was done"];
}

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  test("[E-09][E-15][V-02][V-03][V-06] every act and form with the ids of a new case is answered to whom it is about, whom it passes by and who has no part in it as if there were none", async () => {
    stage = await openStage({ platform });
    const codeName = await fileReport(stage, ["Nils"], "Elin Berg");
    expect(await probe(codeName, ["Nils", "Elin", "Petra", "Tova", "Lo", "Owen"])).toEqual([]);
    expect(await probe(codeName, ["Sara"])).not.toEqual([]);
  });

  test("[V-03][V-06] so it is to a member who has stepped aside, to a trustee and to another member while the board votes", async () => {
    stage = await openStage({ platform });
    const codeName = await playToVote(stage);
    expect(await probe(codeName, ["Bea", "Tova", "Ulf", "Lo"])).toEqual([]);
  });

  test("[V-01][V-04] in a case that imposed a sanction neither the parties nor a trustee bring anything about by any act or form, and no words of others are told", async () => {
    stage = await openStage({ platform });
    const codeName = await playToVote(stage);
    const inFavour = { Petra: "In favour", Viktor: "In favour", Dina: "In favour" } as const;
    await vote(stage, { ...inFavour, Hanna: "In favour", Ivan: "In favour", Julia: "In favour" });
    await stage.person("Petra").press("Close the vote");
    await stage.settle();
    await stage.person("Petra").press("Send the notices");
    await stage.settle();
    const told = await probe(codeName, ["Nils", "Mona", "Tova", "Bea"]);
    expect(told).not.toContain("something was done");
    expect(told.filter((each) => !/^(Nils|Mona): /.test(each))).toEqual([]);
    expect(told.join("\n")).not.toMatch(/PLANTED-(WHAT|WHERE|NOTE)|Omar|Petra|Bea/);
  });

  test("[V-04][V-05] so it is to an officer and a member of the board who have left office during the vote: a ballot of theirs counts no more", async () => {
    stage = await openStage({ platform });
    const codeName = await playToVote(stage);
    const left = officials.filter(({ name }) => !["Sara", "Dina"].some((each) => name.startsWith(each)));
    expect(await probe(codeName, ["Dina", "Sara"], left)).toEqual([]);
    expect(stage.asked.filter((call) => call.startsWith("castBallot"))).toEqual([]);
  });

  test("[V-01] with the id of somebody else's draft nothing of it can be read, changed, sent or thrown away, nor the case that became of it be learnt", async () => {
    stage = await openStage({ platform });
    await reachSending(stage);
    const draft = /saveDraft \[\{"id":"([^"]+)"/.exec(stage.asked.join("\n"))?.[1] ?? "";
    const desk = await openDesk();
    const common = commonOf("Nils");
    const acts = actNames.filter((act) => act.startsWith("report.") || act.startsWith("form."));
    const mine = { what: "TYPED-BY-NILS", relation: "affected", about_receiver: "nobody" };
    const attack = async () => {
      const told: string[] = [];
      for (const page of [1, 2]) {
        const sent = { kind: "submit", form: `report//${page}`, ref: draft, values: mine, people: {} } as const;
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        told.push(JSON.stringify(await desk.handle({ ...common(), ...sent })));
      }
      for (const act of acts)
        for (const choice of ["", "1", "2", "report//1", "report//2"]) {
          const press = { kind: "press", act, choice, ref: draft, values: [] } as const;
          // oxlint-disable-next-line no-await-in-loop
          told.push(JSON.stringify(await desk.handle({ ...common(), ...press })));
        }
      return told.join("\n");
    };
    expect(draft).not.toBe("");
    expect(await attack()).not.toContain("PLANTED");
    const mona = stage.person("Mona");
    await mona.press("Send the report");
    await stage.settle();
    const codeName = codeNameIn(mona.note());
    const told = await attack();
    expect(told).not.toContain(codeName);
    expect(told).not.toContain("PLANTED");
    const stored = await stage.store.caseByCodeName(codeName);
    const words = stage.asked.filter((call) => call.startsWith("commit") && call.includes(stored?.id ?? "-"));
    expect(words[0]).toContain(planted.what);
    expect(words[0]).not.toContain("TYPED-BY-NILS");
  });

  test("[V-06] whoever is no administrator gets nothing of /setup by any press or form", async () => {
    stage = await openStage({ platform });
    const desk = await openDesk();
    const answered = async (delivery: Delivery) => JSON.stringify(await desk.handle(delivery, async () => "no"));
    const common = commonOf("Petra");
    const turnedAway = await answered({ ...common(), kind: "command", words: ["setup"], options: {} });
    const acts = actNames.filter((act) => act.startsWith("setup."));
    const presses = [
      ...acts.map((act) => ({ act, choice: "rules" })),
      { act: "form.open", choice: "amendment/chapter_meeting/1" },
      { act: "form.anyway", choice: "amendment/chapter_meeting/1" },
    ];
    const told = await Promise.all(
      presses.map((press) => answered({ ...common(), kind: "press", ...press, ref: "home", values: ["1"] })),
    );
    const form = { kind: "submit", form: "amendment//1", ref: "", values: { minutes: "PLANTED" }, people: {} } as const;
    expect(new Set([...told.slice(0, -1), await answered({ ...common(), ...form })])).toEqual(new Set([turnedAway]));
    expect(told.at(-1)).not.toContain("amendment");
    expect(stage.asked.join("\n")).not.toContain("PLANTED");
  });

  test("[V-03] by no press does a form of the doors open to whoever keeps none", async () => {
    stage = await openStage({ platform });
    const desk = await openDesk();
    const common = commonOf("Lo");
    const press = { kind: "press", act: "form.open", ref: "home", values: [] } as const;
    for (const choice of ["door//1", "delegate//1"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const answer = await desk.handle({ ...common(), ...press, choice });
      expect(answer).toMatchObject({ kind: "note", card: { title: "Not for you here" } });
    }
    const asTrustee = await desk.handle({ ...commonOf("Tova")(), ...press, choice: "door//1" });
    expect(asTrustee.kind).toBe("form");
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "[E-15] what is sent under the name %s is answered as if there were nothing of that name",
    async (name) => {
      stage = await openStage({ platform });
      const desk = await openDesk();
      const common = commonOf("Sara");
      const sent = { kind: "submit", ref: "home", values: { day: "2026-03-01", note: "x" }, people: {} } as const;
      const press = { kind: "press", ref: "home", values: [] } as const;
      const deliveries: readonly Delivery[] = [
        { ...common(), ...press, act: name, choice: "" },
        { ...common(), ...press, act: "form.open", choice: `${name}//1` },
        { ...common(), ...press, act: "obligation.record", choice: name },
        { ...common(), ...sent, form: `${name}//1` },
        { ...common(), ...sent, form: `obligation/${name}/1` },
      ];
      for (const delivery of deliveries) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(await desk.handle(delivery)).toMatchObject({ kind: "note", card: { title: "Nothing here" } });
      }
    },
  );

  test("[V-03] whoever is told that a case is late and does not handle it cannot tell from that which officers have stepped aside", async () => {
    stage = await openStage({ platform });
    const codeName = await fileReport(stage);
    await stage.person("Sara").press("Take the case");
    await stage.person("Elin").command("case recuse", { code: codeName });
    await stage.settle();
    for (const day of ["04", "06", "10", "17"]) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await stage.moveTo(`2026-03-${day}T09:00`);
    }
    expect(stage.person("Omar").reads()).toContain("is late. It was due on Tuesday, 3 March 2026");
    for (const name of ["Petra", "Ulf"]) {
      expect(stage.person(name).reads()).toContain("It is with Sara Lind. Reminders have not helped. Please see to it");
      expect(stage.person(name).reads()).not.toMatch(/Omar|Elin/);
    }
  });

  test("[V-02][K38] a president who is named in words only is passed by on the ladder too", async () => {
    stage = await openStage({ platform });
    const mona = stage.person("Mona");
    await mona.command("report");
    await mona.fillIn({ "What happened?": "It was the president.", "How are you involved?": "It happened to me" });
    if (platform === "discord") await mona.press("Continue");
    await mona.fillIn({ "Somebody without an account here": "Nyman, PETRA" });
    await mona.press("Send the report");
    await stage.settle();
    await stage.person("Sara").press("Take the case");
    for (const day of ["04", "06", "10"]) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await stage.moveTo(`2026-03-${day}T09:00`);
    }
    expect(stage.person("Viktor").reads()).toContain("Something is late");
    expect(stage.person("Petra").reads()).not.toContain("late");
  });
});
