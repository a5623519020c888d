import pg from "pg";

import { everybody } from "../journeys/people.ts";
import { load, median, percentile } from "./load.ts";
import { row } from "./print.ts";
import { deep, generalOf, quiet } from "./scene.ts";
import type { Scene } from "./scene.ts";

const REPORTS = 300;
const AT_ONCE = 60;
const INTERACTIONS_A_REPORT = 4;

const text = (id: string, value: string) => ({ type: 18, component: { type: 4, custom_id: id, value } });
const chosen = (id: string, value: string) => ({ type: 18, component: { type: 3, custom_id: id, values: [value] } });

/** Members file reports on Discord, all at once; a bare bot answers as many forms. */
export async function benchReports(bare: Scene, ours: Scene, databaseUrl: string): Promise<void> {
  const place = generalOf(bare.discord);
  const member = everybody[0]?.discord ?? "";
  const form = { kind: "form", place, form: "x", components: [] } as const;
  const least = await load(
    REPORTS * INTERACTIONS_A_REPORT,
    AT_ONCE,
    async () => (await bare.discord.interact(member, form)).kind === "answered",
  );
  await quiet(ours.discord);
  const before = ours.discord.rationedCalls();
  const latencies: number[] = [];
  const { failed } = await load(REPORTS, AT_ONCE, (i) => fileReport(ours, i, latencies));
  await emptied(databaseUrl);
  const calls = (ours.discord.rationedCalls() - before) / REPORTS;
  const [barely, slowest] = [percentile(least.latencies, 0.99), percentile(latencies, 0.99)];
  row(`${REPORTS} reports, ${AT_ONCE} at once: unanswered`, String(failed), "0");
  row("  first answer p99, bare and ours", `${barely.toFixed(0)} / ${slowest.toFixed(0)} ms`);
  row("  ratio", (slowest / barely).toFixed(2), "under 10");
  row("  median of ours", `${median(latencies).toFixed(0)} ms`);
  row("  globally rationed calls a report", calls.toFixed(2), "at most 2");
}

/** The interactions of one report; notes how long each took to be answered for the first time. */
async function fileReport({ discord }: Scene, i: number, latencies: number[]): Promise<boolean> {
  const person = everybody[everybody.length - 1 - (i % 3)]?.discord ?? "";
  const place = generalOf(discord);
  const act = async (press: Parameters<typeof discord.interact>[1]) => {
    const began = performance.now();
    const outcome = await discord.interact(person, press);
    latencies.push(performance.now() - began);
    return outcome;
  };
  const form = deep(await act({ kind: "command", place, name: "report" }), "custom_id") ?? "";
  const first = [
    text("what", "Something happened"),
    chosen("relation", "affected"),
    chosen("about_receiver", "nobody"),
  ];
  const answered = await act({ kind: "form", place, form, components: first });
  const second = [text("when_where", "Friday")];
  const checked = await act({ kind: "form", place, form: form.replace("/1:", "/2:"), components: second });
  const message = deep(checked, "messageId") ?? deep(checked, "id");
  if (answered.kind !== "answered" || checked.kind !== "answered" || message === undefined) return false;
  const draft = form.split(":")[2] ?? "";
  const sent = await act({ kind: "control", message, control: `report.send::${draft}` });
  return sent.kind === "answered";
}

/** Waits until the outbox is empty. */
async function emptied(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (;;) {
    // oxlint-disable no-await-in-loop
    const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM outbox");
    if (rows[0]?.count === 0) break;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    // oxlint-enable no-await-in-loop
  }
  await client.end();
}
