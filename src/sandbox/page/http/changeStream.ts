import type { IncomingMessage, ServerResponse } from "node:http";

/** Tells every open page that something changed, without saying what, and the name of what stands behind the page. */
export interface ChangeStream {
  /** Answers a request with a stream of server-sent events. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Something changed; changes that come at once are told once. */
  changed(): void;
  close(): void;
}

/**
 * Opens a stream that nobody listens to yet.
 * @param opened the name of what stands behind the page now
 */
export function openChangeStream(opened: () => string): ChangeStream {
  const listeners = new Set<ServerResponse>();
  let isPlanned = false;
  const event = () => `event: changed\ndata: ${opened()}\n\n`;
  const tell = () => {
    isPlanned = false;
    for (const listener of listeners) listener.write(event());
  };
  return {
    serve(request, response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      // Told at once: what happened before this moment may have been missed.
      response.write(`retry: 1000\n\n${event()}`);
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
    },
    changed() {
      if (isPlanned) return;
      isPlanned = true;
      setImmediate(tell);
    },
    close() {
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
