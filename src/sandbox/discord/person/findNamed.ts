import { maySee } from "../world/maySee.ts";
import type { World } from "../world/world.ts";

/** The person meant by "@Name", "<@id>", a bare id or a name. @throws Error if there is nobody like that */
export function findPerson(world: World, typed: string): string {
  const id = /^<@!?(\d+)>$/.exec(typed)?.[1] ?? typed.replace(/^@/, "");
  const found = world.accounts.get(id) ?? byName([...world.accounts.values()], id);
  if (found === undefined) throw new Error(`There is nobody called "${typed}" here.`);
  return found.id;
}

/** The role meant by "@Role", "<@&id>", a bare id or a name. @throws Error if there is none like that */
export function findRole(world: World, typed: string): string {
  const id = /^<@&(\d+)>$/.exec(typed)?.[1] ?? typed.replace(/^@/, "");
  const found = world.roles.get(id) ?? byName([...world.roles.values()], id);
  if (found === undefined) throw new Error(`There is no role called "${typed}" here.`);
  return found.id;
}

/** The channel or thread meant by "#name", "<#id>", a bare id or a name, among those the person sees. @throws Error if there is none */
export function findPlace(world: World, personId: string, typed: string): string {
  const id = /^<#(\d+)>$/.exec(typed)?.[1] ?? typed.replace(/^#/, "");
  const seen = [...world.places.values()].filter((place) => place.kind !== "direct" && maySee(world, personId, place));
  const named = seen.flatMap((place) => (place.kind === "direct" ? [] : [{ id: place.id, name: place.name }]));
  const found = named.find((place) => place.id === id) ?? byName(named, id);
  if (found === undefined) throw new Error(`There is no channel called "${typed}" here.`);
  return found.id;
}

function byName<Named extends { readonly name: string }>(all: readonly Named[], name: string): Named | undefined {
  return all.find((one) => one.name === name) ?? all.find((one) => one.name.toLowerCase() === name.toLowerCase());
}
