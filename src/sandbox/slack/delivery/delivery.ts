/** The three kinds of things Slack sends to an app, as Socket Mode names them. */
export type DeliveryKind = "slash_commands" | "interactive" | "events_api";

/** What is delivered, as JSON. */
export type Payload = Readonly<Record<string, unknown>>;

/** Something on its way to the app. */
export interface Delivery {
  /** In Socket Mode the envelope's id. */
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly payload: Payload;
  /** Whether what comes back with the ack is read. */
  readonly acceptsReply: boolean;
  /** For events: how often it was sent before, and why again. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** What became of a delivery. */
export type Outcome =
  | { readonly kind: "acked"; readonly reply: unknown }
  /** No ack within three seconds. */
  | { readonly kind: "timeout" }
  /** Nobody was there, or it was answered with an error. */
  | { readonly kind: "failed"; readonly reason: "connection_failed" | "http_error"; readonly mayRetry: boolean };

/** A way to the app: Socket Mode, or signed HTTP requests. */
export interface Carrier {
  /** Sends one delivery. `settle` is called once when something came back. Returns what stops waiting for it. */
  send(delivery: Delivery, settle: (outcome: Outcome) => void): () => void;
  close(): Promise<void>;
}

/** How long an app has for its ack, in milliseconds. */
export const ackTime = 3000;
