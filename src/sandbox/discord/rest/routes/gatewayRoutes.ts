import { GatewayBotResponseSchema, GatewayResponseSchema } from "discord-api-spec/zod";

import { ok, type Route } from "../route.ts";

/** Where the gateway is (events/gateway, "Get Gateway"). */
export function gatewayRoutes(gatewayUrl: string): readonly Route[] {
  return [
    { name: "GET /gateway", answers: GatewayResponseSchema, handle: () => ok({ url: gatewayUrl }) },
    {
      name: "GET /gateway/bot",
      answers: GatewayBotResponseSchema,
      handle: () =>
        ok({
          url: gatewayUrl,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
        }),
    },
  ];
}
