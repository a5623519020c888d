import { limitFaults } from "./checkBlocks.ts";
import {
  checkHomeShape,
  checkModalShape,
  type Checked,
  type Fault,
  type SentHome,
  type SentModal,
} from "./checkShape.ts";
import { lengthFaults, textFaults } from "./limits.ts";

/** The modal as Slack would take it, or what it would find wrong. */
export function checkModal(value: unknown, at = "/view"): Checked<SentModal> {
  const shaped = checkModalShape(value, at);
  if (!shaped.ok) return shaped;
  const view = shaped.value;
  const faults = [
    ...commonFaults(view, at),
    ...textFaults(view.title, 24, `${at}/title`),
    ...textFaults(view.submit, 24, `${at}/submit`),
    ...textFaults(view.close, 24, `${at}/close`),
    ...(view.submit === undefined && view.blocks.some((block) => block.type === "input")
      ? [`missing required field: submit [json-pointer:${at}]`]
      : []),
  ];
  return faults.length === 0 ? shaped : { ok: false, faults };
}

/** The App Home as Slack would take it, or what it would find wrong. */
export function checkHome(value: unknown, at = "/view"): Checked<SentHome> {
  const shaped = checkHomeShape(value, at);
  if (!shaped.ok) return shaped;
  const faults = commonFaults(shaped.value, at);
  return faults.length === 0 ? shaped : { ok: false, faults };
}

function commonFaults(view: SentHome | SentModal, at: string): Fault[] {
  return [
    ...limitFaults(view.blocks, view.type, `${at}/blocks`),
    ...lengthFaults(view.private_metadata, 3000, `${at}/private_metadata`, 0),
    ...lengthFaults(view.callback_id, 255, `${at}/callback_id`, 0),
    ...lengthFaults(view.external_id, 255, `${at}/external_id`, 0),
  ];
}
