import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import { roomMessages } from "./rows.ts";

/** The rooms of cases on platforms, as they were left. */
export function roomStore(prisma: PrismaClient): Pick<Store, "room" | "saveRoom"> {
  return {
    async room(of, purpose, platform) {
      const where = { caseId_purpose_platform: { caseId: of, purpose, platform } };
      const row = await prisma.room.findUnique({ where });
      if (row === null) return undefined;
      const { remote, members, isArchived, series } = row;
      const messages = roomMessages.parse(row.messages);
      return { case: of, purpose, platform, remote: remote ?? undefined, members, messages, isArchived, series };
    },
    async saveRoom(room) {
      const { case: caseId, purpose, platform, remote, messages, isArchived, series } = room;
      const data = {
        remote: remote ?? null,
        members: [...room.members],
        messages: { ...messages },
        isArchived,
        series,
      };
      await prisma.room.upsert({
        where: { caseId_purpose_platform: { caseId, purpose, platform } },
        create: { caseId, purpose, platform, ...data },
        update: data,
      });
    },
  };
}
