import type { IncomingMessage, ServerResponse } from "node:http";

/** Tells every open page that something changed, without saying what. */
export interface ChangeStream {
  /** Answers a request with a stream of server-sent events. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Something changed; changes that come at once are told once. */
  changed(): void;
  close(): void;
}

/** Opens a stream that nobody listens to yet. */
export function openChangeStream(): ChangeStream {
  const listeners = new Set<ServerResponse>();
  let isPlanned = false;
  const tell = () => {
    isPlanned = false;
    for (const listener of listeners) listener.write("event: changed\ndata:\n\n");
  };
  return {
    serve(request, response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      // Told at once: what happened before this moment may have been missed.
      response.write("retry: 1000\n\nevent: changed\ndata:\n\n");
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
