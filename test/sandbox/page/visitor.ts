import { request } from "node:http";
import type { IncomingMessage } from "node:http";

import type { Act } from "../../../src/sandbox/page/acts.ts";
import { openPage } from "../../../src/sandbox/page/openPage.ts";
import type { PageOptions } from "../../../src/sandbox/page/openPage.ts";
import type { PlatformKind, Refused, Screen } from "../../../src/sandbox/page/wire.ts";

/** Somebody who uses the page's interface as a browser would. */
export interface Visitor {
  readonly url: string;
  read<Answer>(path: string): Promise<Answer>;
  send(path: string, body: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  screen(person: string, place?: string): Promise<Screen>;
  /** Does something; the sentence of the refusal when it was refused. */
  act(person: string, act: Act): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Opens a page, and a visitor who acts on one platform. */
export async function openVisitor(
  platform: PlatformKind,
  options: Omit<PageOptions, "port" | "organisation"> & { readonly organisation?: string },
): Promise<Visitor> {
  const page = await openPage({ organisation: "The chapter", ...options, port: 0 });
  const at = (path: string) => new URL(path, page.url);
  const read = async <Answer>(path: string) => (await (await fetch(at(path))).json()) as Answer;
  const send = async (path: string, body: unknown) => {
    const response = await fetch(at(path), {
      method: "POST",
      headers: { "content-type": "application/json", origin: page.url.slice(0, -1) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    url: page.url,
    read,
    send,
    screen: (person, place = "") =>
      read<Screen>(`/api/screen?${new URLSearchParams({ platform, person, place }).toString()}`),
    async act(person, act) {
      const { status, body } = await send("/api/act", { platform, person, act });
      if (status !== 409) return undefined;
      const { refused } = body as Refused;
      return typeof refused === "string" ? refused : refused.en;
    },
    close: () => page.close(),
  };
}

/** A request with any header at all, which `fetch` would not send. */
export function ask(
  url: string,
  { method = "GET", headers, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers: headers ?? {} }, (response) => {
      response.resume();
      resolve(response);
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
