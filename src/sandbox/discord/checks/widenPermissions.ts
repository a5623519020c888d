import { property } from "../wire/json.ts";

/** Permissions travel as text of digits; the schemas were generated for numbers (topics/permissions). */
export function widenPermissions(body: unknown): unknown {
  const own = digitsToNumbers(body, ["allow", "deny", "default_member_permissions"]);
  const overwrites = property(own, "permission_overwrites");
  if (!Array.isArray(overwrites)) return own;
  const widened = overwrites.map((overwrite: unknown) => digitsToNumbers(overwrite, ["allow", "deny"]));
  return { ...asObject(own), permission_overwrites: widened };
}

function digitsToNumbers(value: unknown, names: readonly string[]): unknown {
  const changed = names.flatMap((name): [string, number][] => {
    const found = property(value, name);
    return typeof found === "string" && /^\d+$/.test(found) ? [[name, Number(found)]] : [];
  });
  return changed.length === 0 ? value : { ...asObject(value), ...Object.fromEntries(changed) };
}

const asObject = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});
