import { afterEach, describe, expect, test } from "vitest";

import type { Delivery } from "../../src/surface/delivery.ts";
import { actNames } from "../../src/surface/desk/desk.ts";
import type { Desk } from "../../src/surface/desk/desk.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn, fileReport, planted, reachSending } from "./plays.ts";
import { openDesk as openDeskOf } from "./probe.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { commonOf as commonOn } from "./walk.ts";

let stage: Stage;
let close: () => Promise<void> = async () => {};
afterEach(async () => {
  await close();
  await stage.close();
});

async function openDesk(): Promise<Desk> {
  const opened = await openDeskOf(stage);
  ({ close } = opened);
  return opened.desk;
}

const commonOf = (name: string) => commonOn(stage, name);

describe.each(platforms())("on %s", (platform) => {
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
