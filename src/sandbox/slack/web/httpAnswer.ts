import type { Faults } from "../../faults.ts";

/** What goes back over HTTP: an answer, or a connection closed without one. */
export type HttpAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "drop" };

/** An answer with a body of JSON or text. */
export function httpAnswer(status: number, body: unknown, headers?: Readonly<Record<string, string>>): HttpAnswer {
  return { kind: "answer", status, body, ...(headers === undefined ? {} : { headers }) };
}

/** Carries a call out, unless an armed fault strikes it: then its effect happens or not, and its answer is another, late, or missing. */
export async function underFaults(
  faults: Faults,
  call: string,
  body: unknown,
  carryOut: () => HttpAnswer,
): Promise<HttpAnswer> {
  const mishap = faults.strike(call, body);
  if (mishap === undefined) return carryOut();
  switch (mishap.kind) {
    case "delay": {
      const answer = carryOut();
      await new Promise((resolve) => setTimeout(resolve, mishap.ms));
      return answer;
    }
    case "drop":
      if (mishap.effect === "happens") carryOut();
      return { kind: "drop" };
    case "answer":
      if (mishap.effect === "happens") carryOut();
      return httpAnswer(mishap.status, mishap.body ?? {}, mishap.headers);
  }
}
