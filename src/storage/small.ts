import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
import { draftText } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

/** Drafts, and small values that outlive a restart. */
export async function smallStore(
  prisma: PrismaClient,
  keys: DataKeys,
): Promise<Pick<Store, "saveDraft" | "draft" | "deleteDraft" | "remember" | "remembered" | "rememberedUnder">> {
  const key = await keys.readOrMake("drafts");
  return {
    async saveDraft({ id, person, form, values }) {
      const sealed = new Uint8Array(seal(key, `draft|${id}`, Buffer.from(JSON.stringify(values))));
      const data = { personId: person, form, sealed };
      await prisma.draft.upsert({ where: { id }, create: { id, ...data }, update: data });
    },
    async draft(id) {
      const row = await prisma.draft.findUnique({ where: { id } });
      if (row === null) return undefined;
      const values = draftText.parse(JSON.parse(unseal(key, `draft|${id}`, row.sealed).toString()));
      return { id, person: row.personId, form: row.form, values };
    },
    async deleteDraft(id) {
      await prisma.draft.deleteMany({ where: { id } });
    },
    async remember(name, value) {
      await prisma.memory.upsert({ where: { name }, create: { name, value }, update: { value } });
    },
    async remembered(name) {
      return (await prisma.memory.findUnique({ where: { name } }))?.value;
    },
    async rememberedUnder(prefix) {
      return (await prisma.memory.findMany({ where: { name: { startsWith: prefix } } })).map((row) => row.value);
    },
  };
}
