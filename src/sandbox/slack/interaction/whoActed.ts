import type { Payload } from "../delivery/delivery.ts";
import type { World } from "../world/world.ts";

/** What every interaction carries: the person, the workspace, the app. */
export function whoActed(world: World, person: string): Payload {
  const name = world.members.get(person)?.name ?? person;
  return {
    user: { id: person, username: name, name, team_id: world.team.id },
    api_app_id: world.app.id,
    token: "local-verification-token",
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}
