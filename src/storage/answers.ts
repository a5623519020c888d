import { Temporal } from "temporal-polyfill";

import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import { answerRow } from "./rows.ts";

/** What administrators answered about values of the rulebook: append-only. */
export function answerStore(prisma: PrismaClient): Pick<Store, "recordAnswer" | "answers"> {
  return {
    async recordAnswer({ key, value, hash, answer, by, at }) {
      const data = { key, value, hash, answer, personId: by, at: new Date(at.epochMilliseconds) };
      const { count } = await prisma.answer.createMany({ data: [data], skipDuplicates: true });
      return count > 0;
    },
    async answers() {
      const rows = await prisma.answer.findMany({ orderBy: { id: "asc" } });
      return rows.map(({ key, value, hash, answer, personId, at }) => ({
        key,
        value,
        hash,
        answer: answerRow.parse(answer),
        by: personId,
        at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
      }));
    },
  };
}
