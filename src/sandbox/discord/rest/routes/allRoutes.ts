import type { Route } from "../route.ts";
import { accountRoutes } from "./accountRoutes.ts";
import { channelRoutes } from "./channelRoutes.ts";
import { commandRoutes } from "./commandRoutes.ts";
import { gatewayRoutes } from "./gatewayRoutes.ts";
import { guildRoutes } from "./guildRoutes.ts";
import { interactionRoutes } from "./interactionRoutes.ts";
import { memberRoleRoutes } from "./memberRoleRoutes.ts";
import { messageRoutes } from "./messageRoutes.ts";
import { threadRoutes } from "./threadRoutes.ts";

/** Every route the local Discord has, by name. */
export function allRoutes(gatewayUrl: string): ReadonlyMap<string, Route> {
  const routes = [
    ...gatewayRoutes(gatewayUrl),
    ...accountRoutes,
    ...commandRoutes,
    ...guildRoutes,
    ...memberRoleRoutes,
    ...channelRoutes,
    ...threadRoutes,
    ...messageRoutes,
    ...interactionRoutes,
  ];
  return new Map(routes.map((route) => [route.name, route]));
}
