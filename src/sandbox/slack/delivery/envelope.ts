import { isObject } from "../web/readRequest.ts";
import type { Delivery } from "./delivery.ts";

/** A delivery as it travels over Socket Mode. */
export function envelope(delivery: Delivery): Readonly<Record<string, unknown>> {
  const common = {
    envelope_id: delivery.id,
    payload: delivery.payload,
    type: delivery.kind,
    accepts_response_payload: delivery.acceptsReply,
  };
  if (delivery.kind !== "events_api") return common;
  return {
    ...common,
    retry_attempt: delivery.retry?.attempt ?? 0,
    retry_reason: delivery.retry?.reason ?? "",
  };
}

/** The id and the payload of an acknowledgement; nothing when the text is none. */
export function parseAck(text: string): { readonly id: string; readonly reply: unknown } | undefined {
  try {
    const ack: unknown = JSON.parse(text);
    if (!isObject(ack) || typeof ack["envelope_id"] !== "string") return undefined;
    return { id: ack["envelope_id"], reply: ack["payload"] };
  } catch {
    return undefined;
  }
}
