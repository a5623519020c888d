import type { WebClient } from "@slack/web-api";
import { z } from "zod";

import type { RoomReader } from "../application/platform.ts";

const page = z.object({
  members: z.array(
    z.object({
      name: z.string().default(""),
      real_name: z.string().optional(),
      deleted: z.boolean().default(false),
      is_owner: z.boolean().default(false),
      is_primary_owner: z.boolean().default(false),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/**
 * Who may be able to read private channels without being in them: the owners of the workspace, where its plan lets them export all
 * conversations. https://slack.com/help/articles/201658943-Export-your-workspace-data
 */
export async function roomReaders(client: WebClient): Promise<readonly RoomReader[]> {
  const owners: RoomReader[] = [];
  let cursor: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const answer: unknown = await client.users.list({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    const { members, response_metadata: next } = page.parse(answer);
    const found = members.filter((each) => !each.deleted && (each.is_owner || each.is_primary_owner));
    owners.push(...found.map((each): RoomReader => ({ kind: "owner", name: each.real_name ?? each.name })));
    cursor = next?.next_cursor === "" ? undefined : next?.next_cursor;
  } while (cursor !== undefined);
  return owners;
}
