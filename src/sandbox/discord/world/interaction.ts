import type { CallbackBody, ModalBody } from "../wire/message.ts";
import type { Cause } from "./message.ts";

/** What became of an interaction, as the person's client sees it. */
export type Outcome =
  | { readonly kind: "answered"; readonly callback: CallbackBody; readonly messageId: string | undefined }
  | { readonly kind: "failed"; readonly why: string };

/** How far an interaction has come. */
type InteractionState =
  | { readonly kind: "waiting" }
  /** Nothing came within three seconds. */
  | { readonly kind: "lost" }
  | {
      readonly kind: "answered";
      readonly callback: CallbackBody["type"];
      /** What `@original` means: the answer, or for an update the message that carries the control. */
      readonly originalId: string | undefined;
    };

export interface Interaction {
  readonly cause: Cause;
  readonly at: number;
  readonly personId: string;
  readonly placeId: string;
  state: InteractionState;
  /** Shows the person what became of it; only the first call counts. */
  readonly settle: (outcome: Outcome) => void;
  /** Ends the wait for what is still to come: the first answer, or the text of a deferred one. */
  stopWaiting: () => void;
}

/** A form that stands open in front of a person. */
export interface OpenForm {
  readonly placeId: string;
  readonly trigger: Cause;
  readonly modal: ModalBody;
}
