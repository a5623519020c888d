import { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";

import type { Measure } from "../../src/domain/sanctions/access.ts";
import { silentLogger } from "../../src/slack/boltLogger.ts";
import { botScopes } from "../../src/slack/manifest.ts";
import { slackPlatform } from "../../src/slack/slackPlatform.ts";
import { botToken, openGuild } from "../sandbox/slack/guild.ts";

const take = (id: string): Measure => ({ id, name: id, how: "take" });
const on = (id: string) => ({ platform: "slack", id }) as const;

async function connected() {
  const many = Array.from({ length: 450 }, (_, i) => ({ id: `UMANY${i}`, name: `many${i}` }));
  const { slack } = await openGuild({
    scopes: botScopes,
    people: [
      { id: "UOWNER", name: "olga" },
      { id: "UADA", name: "ada" },
      { id: "UBO", name: "bo" },
      { id: "UONE", name: "una", isUltraRestricted: true },
      ...many,
    ],
    channels: [
      { id: "CHALL", name: "hall", members: ["UADA", "UBO", "UBOT"] },
      { id: "CROOM", name: "amber-fox", members: ["UADA", "UBO", "UBOT"], isPrivate: true },
      { id: "CGREAT", name: "great", members: [...many.map(({ id }) => id), "UADA", "UBOT"], isPrivate: true },
      { id: "CSECRET", name: "board", members: ["UADA"], isPrivate: true },
      { id: "CELSE", name: "elsewhere", members: ["UONE", "UBOT"], isPrivate: true },
    ],
  });
  const client = new WebClient(botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
  const { access } = slackPlatform({
    client,
    locale: "en",
    citation: { cite: "Code", title: "Code", link: "https://example.org", code: [] },
    onBadToken: () => {},
    answered: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
  return { slack, access };
}

test("in which channels somebody is, of which Slack lets the app see the members, however many there are", async () => {
  const { slack, access } = await connected();
  const asked = ["CROOM", "CGREAT", "CSECRET", "CHALL"].map(take);
  expect(await access.read(on("UADA"), asked)).toEqual({
    kind: "done",
    value: {
      standing: { isThere: true, stay: "there", has: ["CROOM", "CGREAT"] },
      problems: { CSECRET: "not-inside", CHALL: "public" },
      seesAll: false,
    },
  });
  slack.workspace.deactivate("UADA");
  for (const id of ["UADA", "UNOBODY"])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await access.read(on(id), asked)).toMatchObject({ value: { standing: { isThere: false } } });
});

test("people are taken out of private channels and brought in again, and asked twice it is done once", async () => {
  const { slack, access } = await connected();
  const isInside = () => slack.readersOf("CROOM").some(({ id }) => id === "UBO");
  for (const to of ["has-not", "has-not", "has", "has"] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await access.change(on("UBO"), "CROOM", to)).toEqual({ kind: "done" });
    expect(isInside()).toBe(to === "has");
  }
});

test("what stands in the way is said for what it is", async () => {
  const { slack, access } = await connected();
  const problem = async (user: string, channel: string, to: "has" | "has-not") => {
    const changed = await access.change(on(user), channel, to);
    return changed.kind === "refused" ? changed.problem : changed.kind;
  };
  expect(await problem("UADA", "CHALL", "has-not")).toBe("public");
  expect(await problem("UADA", "CSECRET", "has-not")).toBe("not-inside");
  expect(await problem("UONE", "CROOM", "has")).toBe("not-allowed");
  expect(await problem("UNOBODY", "CROOM", "has-not")).toBe("later");
  expect(await access.check(["CROOM", "CSECRET", "CHALL"].map(take))).toEqual({
    kind: "done",
    value: [
      { id: "CSECRET", problem: "not-inside" },
      { id: "CHALL", problem: "public" },
    ],
  });
  slack.workspace.archive("CROOM", "UADA");
  expect(await problem("UBO", "CROOM", "has-not")).toBe("not-allowed");
  slack.revokeToken("token_revoked");
  expect(await problem("UBO", "CGREAT", "has-not")).toBe("later");
});
