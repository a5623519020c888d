import type * as z from "zod/mini";

import type { FormFault } from "../refusal.ts";

type Issue = z.core.$ZodIssue;
type Path = FormFault["path"];

/** What a schema found wrong, in Discord's words. */
export function schemaFaults(issues: readonly Issue[], under: Path = []): readonly FormFault[] {
  return issues.flatMap((issue) => {
    const path = [...under, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
    if (issue.code === "invalid_union") return unionFaults(issue.errors, path);
    return [{ path, ...wording(issue) }];
  });
}

/** Of a union, what the alternative of the right component or option type complains of; if none fits, that the type does not exist here. */
function unionFaults(alternatives: readonly (readonly Issue[])[], path: Path): readonly FormFault[] {
  const meant = alternatives.filter((issues) => !issues.some(({ path: at }) => at.length === 0 || at[0] === "type"));
  const closest = meant[0] ?? (alternatives.length === 1 ? alternatives[0] : undefined);
  if (closest !== undefined) return schemaFaults(closest, path);
  const types = alternatives.flatMap((issues) =>
    issues.flatMap((issue) => (issue.code === "invalid_value" && issue.path[0] === "type" ? issue.values : [])),
  );
  if (types.length === 0)
    return [{ path, code: "UNION_TYPE_CHOICES", message: "No possible type matches this value." }];
  return [
    {
      path: [...path, "type"],
      code: "UNION_TYPE_CHOICES",
      message: `Value of field "type" must be one of (${types.map(String).join(", ")}).`,
    },
  ];
}

function wording(issue: Issue): Pick<FormFault, "code" | "message"> {
  if (issue.code === "too_big")
    return bound(issue.origin, `less than or equal to ${issue.maximum}`, `${issue.maximum} or fewer`, "MAX");
  if (issue.code === "too_small")
    return bound(issue.origin, `greater than or equal to ${issue.minimum}`, `${issue.minimum} or more`, "MIN");
  if (issue.code === "invalid_value")
    return { code: "BASE_TYPE_CHOICES", message: `Value must be one of {${issue.values.map(String).join(", ")}}.` };
  if (issue.code === "invalid_format")
    return issue.format === "url"
      ? { code: "URL_TYPE_INVALID_URL", message: "Not a well formed URL." }
      : { code: "NUMBER_TYPE_COERCE", message: `Value is not of the form ${issue.format}.` };
  if (issue.code === "invalid_type")
    return issue.input === undefined || issue.input === null
      ? { code: "BASE_TYPE_REQUIRED", message: `This field is required (${issue.expected}).` }
      : { code: "BASE_TYPE_BAD_TYPE", message: `Value is not of type ${issue.expected}.` };
  return { code: "BASE_TYPE_INVALID", message: issue.message };
}

function bound(
  origin: string,
  number: string,
  length: string,
  side: "MAX" | "MIN",
): Pick<FormFault, "code" | "message"> {
  return origin === "string" || origin === "array"
    ? { code: "BASE_TYPE_BAD_LENGTH", message: `Must be ${length} in length.` }
    : { code: `NUMBER_TYPE_${side}`, message: `Value should be ${number}.` };
}
