import type { InputBlock } from "@slack/types";
import { z } from "zod";

import type { FieldValues } from "../../person.ts";
import type { Outcome } from "../delivery/delivery.ts";
import { reportMalformed } from "../web/callMethod.ts";
import { readModal } from "../web/readView.ts";
import { isRefusal } from "../web/webMethod.ts";
import { changeView, closeModal, closeModals, deepestStack, showModal } from "../world/modals.ts";
import { type FieldValue, stateKey, type StoredView } from "../world/storedView.ts";
import type { World } from "../world/world.ts";
import { acceptValue } from "./acceptValue.ts";
import { act, type Client, interaction } from "./client.ts";
import { troubleConnecting } from "./useControl.ts";
import { viewClosedPayload, viewSubmissionPayload } from "./viewPayloads.ts";

/** @see https://docs.slack.dev/surfaces/modals#handling_submissions */
const submissionReply = z.discriminatedUnion("response_action", [
  z.strictObject({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal("update"), view: z.unknown() }),
  z.strictObject({ response_action: z.literal("push"), view: z.unknown() }),
  z.strictObject({ response_action: z.literal("clear") }),
]);

/** Sends the modal in front. Throws what the client would say before anything is sent. */
export async function submitForm(client: Client, person: string, values: FieldValues): Promise<void> {
  const { world } = client;
  const stored = findForm(world, person);
  if (stored.view.type !== "modal" || stored.view.submit === undefined) throw new Error("This form cannot be sent.");
  const inputs = stored.view.blocks.filter((block) => block.type === "input");
  const unknown = Object.keys(values).filter((id) => !inputs.some((input) => input.block_id === id));
  if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(", ")}.`);
  for (const input of inputs) fill(world, stored, input, values[input.block_id ?? ""]);
  stored.errors = {};
  const session = world.session(person);
  if (!world.manifest.settings.interactivity.is_enabled) {
    session.fail(troubleConnecting);
    return;
  }
  await act(client, person, interaction(viewSubmissionPayload(client, stored)), (outcome) =>
    showOutcome(world, stored, outcome),
  );
}

/** Closes the modal in front with its close button; the app is told when it asked to be. */
export function dismissForm(client: Client, person: string): void {
  const { world } = client;
  const stored = findForm(world, person);
  const { view } = stored;
  if (view.type !== "modal") return;
  const clearsAll = view.clear_on_close === true;
  const payload = viewClosedPayload(client, stored, clearsAll);
  if (clearsAll) closeModals(world, person);
  else closeModal(world, stored);
  if (view.notify_on_close !== true || !world.manifest.settings.interactivity.is_enabled) return;
  const { kind, acceptsReply } = interaction(payload);
  void client.deliveries.send(kind, payload, acceptsReply);
}

function findForm(world: World, person: string): StoredView {
  const stored = world.session(person).modals.at(-1);
  if (stored === undefined) throw new Error("No form is open.");
  return stored;
}

function fill(
  world: World,
  stored: StoredView,
  input: InputBlock,
  given: string | readonly string[] | undefined,
): void {
  const key = stateKey(input.block_id ?? "", input.element.action_id ?? "");
  const offered = world.session(stored.owner).offered.get(key) ?? [];
  const named = (value: string | readonly string[]): FieldValue => {
    try {
      return acceptValue(world, stored.owner, input.element, value, offered);
    } catch (error) {
      throw new Error(`${input.label.text}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  };
  const value = given === undefined ? stored.state.get(key) : named(given);
  const isEmpty = value === undefined || value.length === 0;
  if (isEmpty && input.optional !== true) throw new Error(`${input.label.text}: Please complete this required field.`);
  stored.state.set(key, value);
}

function showOutcome(world: World, stored: StoredView, outcome: Outcome): void {
  const session = world.session(stored.owner);
  if (outcome.kind !== "acked") {
    session.fail(troubleConnecting);
    return;
  }
  const { reply } = outcome;
  if (reply === undefined || reply === null || JSON.stringify(reply) === "{}") {
    closeModal(world, stored);
    return;
  }
  const mistake = applySubmissionReply(world, stored, reply);
  if (mistake === undefined) return;
  world.report(`view_submission: ${mistake}`);
  session.fail(troubleConnecting);
}

/** Does what the app answered to a submission. Returns what Slack would not understand in it. */
function applySubmissionReply(world: World, stored: StoredView, value: unknown): string | undefined {
  const read = submissionReply.safeParse(value);
  if (!read.success) return `an answer Slack does not know: ${z.prettifyError(read.error)}`;
  const reply = read.data;
  if (reply.response_action === "clear") {
    closeModals(world, stored.owner);
    return undefined;
  }
  if (reply.response_action === "errors") {
    const inputs = stored.view.blocks.flatMap((block) => (block.type === "input" ? (block.block_id ?? []) : []));
    const strangers = Object.keys(reply.errors).filter((id) => !inputs.includes(id));
    if (strangers.length > 0) return `errors can stand under input blocks only, not under ${strangers.join(", ")}`;
    if (Object.keys(reply.errors).length === 0) return "errors without any error";
    stored.errors = reply.errors;
    world.changed([stored.owner]);
    return undefined;
  }
  const isUpdate = reply.response_action === "update";
  const view = readModal(reply.view, world, isUpdate ? stored.id : undefined);
  if (isRefusal(view)) {
    reportMalformed("view_submission", view, world);
    return `the ${reply.response_action} was refused: ${view.error}`;
  }
  if (isUpdate) {
    changeView(world, stored, view);
    return undefined;
  }
  if (world.session(stored.owner).modals.length >= deepestStack) return "a fourth modal was pushed; three fit";
  showModal(world, stored.owner, view, true);
  return undefined;
}
