import { afterEach, expect, test } from "vitest";

import { movableClock } from "../../../src/sandbox/clock.ts";
import type { CaseFiles, CaseFileShown } from "../../../src/sandbox/page/caseFiles.ts";
import type { ClockLine } from "../../../src/sandbox/page/clockLog.ts";
import type { Overview } from "../../../src/sandbox/page/wire.ts";
import { openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

let visitor: Visitor | undefined;
afterEach(() => visitor?.close());

const start = Date.parse("2026-03-01T09:00:00Z");
const told = (text: string) => ({ en: text, sv: text });
const base = () => ({ platforms: [], clock: movableClock(start, false), afterMove: () => Promise.resolve() });

const file: CaseFileShown = {
  codeName: "quiet-harbour-41",
  columns: [{ key: "officers", title: told("officers"), may: told("all"), nothing: told("-"), lines: [], coming: [] }],
};
const listed = { id: "case-1", codeName: "quiet-harbour-41", received: start, stage: told("contact") };
const caseFiles: CaseFiles = {
  list: () => Promise.resolve([listed]),
  read: (id) => Promise.resolve(id === "case-1" ? file : undefined),
};

test("the page lists the cases and shows one from every side", async () => {
  visitor = await openVisitor("discord", { ...base(), caseFiles });
  expect(await visitor.read<Overview>("/api/page")).toMatchObject({ caseFiles: true });
  expect(await visitor.read("/api/cases")).toEqual({ cases: [listed] });
  expect(await visitor.read("/api/case?id=case-1")).toEqual(file);
});

test("a case that is not there is not found, and a question without a case is refused", async () => {
  visitor = await openVisitor("discord", { ...base(), caseFiles });
  const status = async (path: string) => (await fetch(new URL(path, visitor?.url))).status;
  expect(await status("/api/case?id=case-2")).toBe(404);
  expect(await status("/api/case")).toBe(400);
});

test("a page that was given no case files and no log has neither", async () => {
  visitor = await openVisitor("discord", base());
  const overview = await visitor.read<Overview>("/api/page");
  expect(overview).not.toHaveProperty("caseFiles");
  expect(overview).not.toHaveProperty("clockLog");
  expect(await visitor.read("/api/cases")).toHaveProperty("refused");
  expect(await visitor.read("/api/clock/log")).toHaveProperty("refused");
});

const line = (id: string): ClockLine => ({ id, at: start, codeName: "quiet-harbour-41", text: told(id) });

test("a move of the clock says how many things happened because of it, and what they were stands in the log", async () => {
  const lines: ClockLine[] = [line("before")];
  const options = {
    ...base(),
    clockLog: () => Promise.resolve(lines),
    afterMove: async () => void lines.unshift(line("second"), line("first")),
  };
  visitor = await openVisitor("discord", options);
  expect(await visitor.read("/api/clock")).not.toHaveProperty("happened");
  expect((await visitor.send("/api/clock", { by: "day" })).body).toMatchObject({ happened: 2 });
  expect(await visitor.read("/api/clock/log")).toEqual({ lines });
});

test("a move that causes nothing says so", async () => {
  visitor = await openVisitor("discord", { ...base(), clockLog: () => Promise.resolve([line("before")]) });
  expect((await visitor.send("/api/clock", { by: "hour" })).body).toMatchObject({ happened: 0 });
});
