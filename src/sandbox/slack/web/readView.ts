import type { Checked, SentHome, SentModal } from "../blockKit/checkShape.ts";
import type { World } from "../world/world.ts";
import { type Refusal, refuse, refuseWith } from "./webMethod.ts";

/** The modal a call or a reply carries, checked; `replacing` is the id of the view it takes the place of. */
export function readModal(value: unknown, world: World, replacing?: string): SentModal | Refusal {
  return accepted(world.checks.modal(value), value, world, replacing);
}

/** The App Home a call carries, checked. */
export function readHome(value: unknown, world: World, replacing?: string): SentHome | Refusal {
  return accepted(world.checks.home(value), value, world, replacing);
}

function accepted<T extends SentModal | SentHome>(
  checked: Checked<T>,
  value: unknown,
  world: World,
  replacing: string | undefined,
): T | Refusal {
  if (JSON.stringify(value).length > 250_000) return refuse("view_too_large");
  if (!checked.ok) return refuseWith("invalid_arguments", checked.faults);
  const { external_id } = checked.value;
  if (external_id === undefined || external_id === "") return checked.value;
  const isTaken = [...world.views.values()].some(
    (other) => other.view.external_id === external_id && other.id !== replacing,
  );
  return isTaken ? refuse("duplicate_external_id") : checked.value;
}
