import type { ServerResponse } from "node:http";

import type { Answer, UploadedFile } from "./route.ts";

export type Headers = Readonly<Record<string, string>>;

/** A call of the bot, as it is kept. */
export interface DiscordCall {
  /** Method and path with ids as ":id" and tokens as ":token". */
  readonly call: string;
  /** The path as it was called, without "/api/v10". */
  readonly path: string;
  readonly at: number;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** What the bot wrote for the audit log. */
  readonly reason: string | undefined;
  /** The status answered; 0 when the connection was dropped. */
  readonly status: number;
}

/** One request and the way to answer it. */
export interface Exchange {
  readonly response: ServerResponse;
  readonly keep: (status: number) => void;
}

/** Answers a request. */
export function send({ response, keep }: Exchange, { status, body }: Answer, headers: Headers = {}): void {
  keep(status);
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Closes the connection without an answer. */
export function drop({ response, keep }: Exchange): void {
  keep(0);
  response.destroy();
}
