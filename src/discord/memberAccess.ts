import { DiscordAPIError, PermissionFlagsBits, Routes } from "discord.js";
import type { Guild, REST, Role } from "discord.js";
import { z } from "zod";

import type { AccessChanged, AccessPort, AccessRead, Sent } from "../application/platform.ts";
import type { AccessProblem } from "../domain/case/noticeSubject.ts";
import type { Measure } from "../domain/sanctions/access.ts";

const member = z.object({ roles: z.array(z.string()), joined_at: z.string().nullable() });

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const nobody = [10_007, 10_013];
const UNKNOWN_ROLE = 10_011;

type Attempt = <T>(work: () => Promise<T>) => Promise<Sent<T>>;

/**
 * Who has which roles. A bot takes and gives roles with the permission Manage Roles, and only such as stand below its own highest.
 * https://discord.com/developers/docs/topics/permissions#permission-hierarchy
 * @param attempt does something on Discord, and says what came of it
 */
export function memberAccess(rest: REST, guild: Guild, attempt: Attempt): AccessPort {
  return {
    read: ({ id }, measures) => attempt(() => read(rest, guild, id, measures)),
    async change({ id: user }, role, to): Promise<AccessChanged> {
      const route = Routes.guildMemberRole(guild.id, user, role);
      // No reason is given: the audit log has many readers.
      const sent = await attempt(() => unlessRefused(() => (to === "has" ? rest.put(route) : rest.delete(route))));
      if (sent.kind === "later") return sent;
      if (sent.kind !== "done") return { kind: "refused", problem: "not-allowed" };
      const { value: code } = sent;
      if (code === undefined) return { kind: "done" };
      // Somebody who has just left is found to be away when it is looked at again.
      if (nobody.includes(code)) return { kind: "later", reason: String(code), waitMs: undefined };
      if (code === UNKNOWN_ROLE) return { kind: "refused", problem: "gone" };
      return { kind: "refused", problem: (await problemsOf(guild, [role]))[role] ?? "not-allowed" };
    },
    check: (measures) =>
      attempt(async () => {
        const problems = await problemsOf(
          guild,
          measures.map(({ id }) => id),
        );
        return Object.entries(problems).map(([id, problem]) => ({ id, problem }));
      }),
  };
}

/** What an account has: Discord gives the time of joining anew to whoever comes back. */
async function read(rest: REST, guild: Guild, user: string, measures: readonly Measure[]): Promise<AccessRead> {
  const there = guild.roles.cache;
  // What was heard of roles may be old: that one is gone is asked for before it is believed.
  if (measures.some(({ id }) => !there.has(id))) await guild.roles.fetch();
  const gone = measures.filter(({ id }) => !there.has(id));
  const problems = Object.fromEntries(gone.map(({ id }) => [id, "gone" as const]));
  const found = await findMember(rest, guild, user);
  if (found === undefined) return { standing: { isThere: false }, problems, seesAll: false };
  const { roles, joined_at: joined } = found;
  const held = roles.flatMap((id) => there.get(id) ?? []);
  const administers = held.some(({ permissions }) => permissions.has(PermissionFlagsBits.Administrator));
  return {
    standing: { isThere: true, stay: joined ?? "there", has: roles },
    problems,
    seesAll: guild.ownerId === user || administers,
  };
}

async function findMember(rest: REST, guild: Guild, user: string): Promise<z.infer<typeof member> | undefined> {
  try {
    return member.parse(await rest.get(Routes.guildMember(guild.id, user)));
  } catch (error) {
    if (error instanceof DiscordAPIError && nobody.includes(Number(error.code))) return undefined;
    throw error;
  }
}

/** Undefined once it is done; the code with which Discord refused it. */
async function unlessRefused(work: () => Promise<unknown>): Promise<number | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return Number(error.code);
    throw error;
  }
}

/** What stands in the way of taking and giving roles, by their ids. */
async function problemsOf(guild: Guild, roles: readonly string[]): Promise<Readonly<Record<string, AccessProblem>>> {
  const me = await guild.members.fetchMe({ force: true });
  const mayManage = me.permissions.has(PermissionFlagsBits.ManageRoles);
  const problemOf = (role: Role | undefined): AccessProblem | undefined => {
    if (role === undefined) return "gone";
    if (role.managed || role.id === guild.id) return "managed";
    if (!mayManage) return "no-permission";
    return me.roles.highest.comparePositionTo(role) > 0 ? undefined : "too-low";
  };
  return Object.fromEntries(
    roles.flatMap((id) => {
      const problem = problemOf(guild.roles.cache.get(id));
      return problem === undefined ? [] : [[id, problem]];
    }),
  );
}
