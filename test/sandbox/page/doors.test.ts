import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { movableClock } from "../../../src/sandbox/clock.ts";
import { ask, openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

let visitor: Visitor;
beforeAll(async () => {
  const clock = movableClock(Date.parse("2026-03-01T09:00:00Z"), false);
  visitor = await openVisitor("discord", { platforms: [], clock, afterMove: () => Promise.resolve() });
});
afterAll(() => visitor.close());

const json = { "content-type": "application/json" };
const moveOneHour = JSON.stringify({ by: "hour" });

test("the page listens on the loopback only and says where", () => {
  expect(visitor.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test.each(["", "static/main.js", "api/page", "api/nothing"])(
  "everything that is answered at /%s carries the strict headers",
  async (path) => {
    const { headers } = await ask(`${visitor.url}${path}`);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  },
);

describe("who may ask", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.1.5"])(
    "a name of somebody else's that leads here is refused: %s",
    async (host) => {
      expect((await ask(visitor.url, { headers: { host } })).statusCode).toBe(403);
    },
  );

  test.each(["localhost:1234", "127.0.0.1", "[::1]:4000"])("the loopback's own names are let in: %s", async (host) => {
    expect((await ask(visitor.url, { headers: { host } })).statusCode).toBe(200);
  });

  test.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("another site cannot act: %o", async (from) => {
    const headers = { ...json, ...from } as Record<string, string>;
    const answer = await ask(`${visitor.url}api/clock`, { method: "POST", headers, body: moveOneHour });
    expect(answer.statusCode).toBe(403);
    expect(await visitor.read("/api/clock")).toEqual({ now: Date.parse("2026-03-01T09:00:00Z") });
  });

  test("another site cannot read the interface, but may link to the page", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await ask(`${visitor.url}api/page`, { headers })).statusCode).toBe(403);
    expect((await ask(`${visitor.url}api/events`, { headers })).statusCode).toBe(403);
    expect((await ask(visitor.url, { headers })).statusCode).toBe(200);
  });
});

describe("what may be asked", () => {
  test("a body that is no JSON by its type is refused: a form of another site cannot send one", async () => {
    const headers = { "content-type": "text/plain" };
    const answer = await ask(`${visitor.url}api/clock`, { method: "POST", headers, body: moveOneHour });
    expect(answer.statusCode).toBe(415);
  });

  test.each([["{"], ['{"by":"year"}'], ['{"by":"hour","also":1}'], ["null"]])(
    "a body of another shape is refused: %s",
    async (body) => {
      expect((await ask(`${visitor.url}api/clock`, { method: "POST", headers: json, body })).statusCode).toBe(400);
    },
  );

  test("a body without end is refused", async () => {
    const { status } = await visitor.send("/api/clock", { by: "x".repeat(300_000) });
    expect(status).toBe(413);
  });

  test("what is not there is not found, a wrong method is named as such", async () => {
    expect((await ask(`${visitor.url}api/nothing`)).statusCode).toBe(404);
    expect((await ask(`${visitor.url}static/../openPage.ts`)).statusCode).toBe(404);
    expect((await ask(`${visitor.url}static/tsconfig.json`)).statusCode).toBe(404);
    expect((await ask(`${visitor.url}api/clock`, { method: "DELETE" })).statusCode).toBe(405);
    expect((await ask(visitor.url, { method: "POST" })).statusCode).toBe(405);
  });

  test("a file that is known already is not sent again", async () => {
    const first = await ask(`${visitor.url}static/main.js`);
    const headers = { "if-none-match": String(first.headers.etag) };
    expect((await ask(`${visitor.url}static/main.js`, { headers })).statusCode).toBe(304);
  });
});

test("every file of the page comes from here", async () => {
  const page = await (await fetch(visitor.url)).text();
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
  expect(addresses.filter((address) => !/^(?:\/static\/|\/api\/page$|#)/.test(address))).toEqual([]);
  const answers = await Promise.all(
    addresses.filter((address) => address.startsWith("/")).map((address) => fetch(new URL(address, visitor.url))),
  );
  expect(answers.map(({ status }) => status).every((status) => status === 200)).toBe(true);
});
