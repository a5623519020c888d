import { expect, test } from "vitest";

import { readLog } from "../../../src/domain/records/readings.ts";
import type { Reading } from "../../../src/domain/records/readings.ts";
import { at, complainant, recorded, upTo } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

const read = (reader: string, local: string, what: Reading["what"], as: Reading["as"] = "handler"): Reading => ({
  reader,
  at: at(local),
  as,
  what,
});

test("[A13] the read log says who read what and what for, the last first; a party is known by the role, and the same within a minute is one line", () => {
  const entries = recorded(upTo.voting).map((each, i) => (i === 0 ? each : { ...each, at: at("2026-03-02T09:00") }));
  const file = { id: "case-1", codeName: "quiet-river-07", entries };
  const statement = file.entries.flatMap(({ entry }) => (entry.kind === "received" ? [entry.statement] : []))[0] ?? "";
  const lines = readLog(kth, file, [
    read("s1", "2026-03-01T10:05", { kind: "text", statement }),
    read("s1", "2026-03-01T10:05:30", { kind: "text", statement }),
    read("s2", "2026-03-01T10:05", { kind: "part", part: "card" }),
    read(complainant.party, "2026-03-01T10:20", { kind: "refused" }, "nobody"),
    read("s1", "2026-12-01T09:00", { kind: "text", statement: "something else" }),
  ]);
  expect(lines.map(({ reader, what, as, stage }) => [reader, what, as, stage])).toEqual([
    [{ kind: "person", person: "s1" }, "words", "handler", "board_decision"],
    [{ kind: "party", role: "complainant" }, "refused", "nobody", "contact"],
    [{ kind: "person", person: "s2" }, "card", "handler", "contact"],
    [{ kind: "person", person: "s1" }, "report", "handler", "contact"],
  ]);
});
