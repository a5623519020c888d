import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { generateBlockKit, schemaFile } from "./generateBlockKit.ts";

test("the schema the local Slack checks with is the one of the installed @slack/types", () => {
  expect(JSON.parse(readFileSync(schemaFile, "utf8"))).toEqual(JSON.parse(JSON.stringify(generateBlockKit())));
});
