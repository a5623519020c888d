import type { KnownBlock, MessageMetadata } from "@slack/types";

import { areBlocksTooLong, checkBlocks, type Surface } from "./checkBlocks.ts";
import { checkMetadataShape, type Checked, type SentHome, type SentModal } from "./checkShape.ts";
import { checkHome, checkModal } from "./checkView.ts";

/** How what the app sends is checked. */
export interface Checks {
  blocks(value: unknown, surface: Surface, at: string): Checked<readonly KnownBlock[]>;
  modal(value: unknown, at?: string): Checked<SentModal>;
  home(value: unknown, at?: string): Checked<SentHome>;
  metadata(value: unknown, at: string): Checked<MessageMetadata>;
  areBlocksTooLong(blocks: readonly KnownBlock[]): boolean;
}

/** Every payload is held against the types and the limits Slack documents. */
export const strictChecks: Checks = {
  blocks: checkBlocks,
  modal: checkModal,
  home: checkHome,
  metadata: checkMetadataShape,
  areBlocksTooLong,
};

/** Payloads are believed, for measuring how fast the app is rather than whether it is right. */
export const trustingChecks: Checks = {
  blocks: (value, _, at) => believe(isBlockList, value, at),
  modal: (value, at = "/view") => believe(isModal, value, at),
  home: (value, at = "/view") => believe(isHome, value, at),
  metadata: (value, at) => believe(isMetadata, value, at),
  areBlocksTooLong: () => false,
};

function believe<T>(isLike: (value: unknown) => value is T, value: unknown, at: string): Checked<T> {
  return isLike(value) ? { ok: true, value } : { ok: false, faults: [`failed to match [json-pointer:${at}]`] };
}

function isBlockList(value: unknown): value is readonly KnownBlock[] {
  return Array.isArray(value);
}

function isModal(value: unknown): value is SentModal {
  return isView(value, "modal");
}

function isHome(value: unknown): value is SentHome {
  return isView(value, "home");
}

function isMetadata(value: unknown): value is MessageMetadata {
  return typeof value === "object" && value !== null && "event_type" in value && "event_payload" in value;
}

function isView(value: unknown, type: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "type" in value && value.type === type && "blocks" in value && isBlockList(value.blocks);
}
