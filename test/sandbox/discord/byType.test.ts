import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";

import { byType } from "../../../src/sandbox/discord/checks/byType.ts";

/** Components as Discord's schema has them: those that hold others, one that has two types, and a list that may be missing. */
function components() {
  const text = z.object({ type: z.literal(10), content: z.string().check(z.maxLength(3)) });
  const button = z.object({ type: z.literal(2), label: z.nullish(z.string()), url: z.optional(z.string()) });
  const select = z.object({ type: z.union([z.literal(5), z.literal(6)]), id: z.string() });
  const row = z.object({ type: z.literal(1), components: z.array(z.union([button, select])) });
  const box = z.object({
    type: z.literal(17),
    get components(): z.ZodMiniType {
      return z.array(z.union([text, row, box]));
    },
  });
  const named = z.union([z.object({ name: z.string() }), z.object({ name: z.number(), type: z.number() })]);
  return z.object({ components: z.optional(z.nullable(z.array(z.union([text, row, box])))), named: z.optional(named) });
}

const { component } = fc.letrec((tie) => ({
  component: fc.record(
    {
      type: fc.constantFrom(1, 2, 5, 6, 10, 17, 99, "1", null),
      content: fc.string({ maxLength: 5 }),
      label: fc.constantFrom("a", null, 1),
      id: fc.constantFrom("a", 1),
      stranger: fc.constant(1),
      components: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie("component"), { maxLength: 3 })),
    },
    { requiredKeys: ["type"] },
  ),
}));

const plain = components();
const quick = byType(components());

const body = fc.record(
  {
    components: fc.oneof(fc.array(fc.oneof(component, fc.constantFrom(1, null)), { maxLength: 4 }), fc.constant(null)),
    named: fc.record(
      { name: fc.constantFrom("a", 1, null), type: fc.constantFrom(1, "a") },
      { requiredKeys: ["name"] },
    ),
  },
  { requiredKeys: [] },
);

test("of whatever is sent the same is read, and the same is found wrong, as where every form is tried", () => {
  fc.assert(
    fc.property(body, (sent) => {
      const options = { reportInput: true };
      expect(JSON.stringify(quick.safeParse(sent, options))).toBe(JSON.stringify(plain.safeParse(sent, options)));
    }),
    { numRuns: 500 },
  );
});

const inside = (label: unknown) => ({
  components: [{ type: 17, components: [{ type: 1, components: [{ type: 2, label }] }] }],
});

test("a right body and a wrong one deep in others are told apart", () => {
  expect(quick.safeParse(inside("a")).success).toBe(true);
  expect(quick.safeParse(inside(1)).success).toBe(false);
});
