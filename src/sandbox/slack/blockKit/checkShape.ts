import type { HomeView, KnownBlock, MessageMetadata, ModalView } from "@slack/types";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";

import schema from "./blockKit.generated.json" with { type: "json" };

/** A modal as an app may send it: of known blocks only. */
export type SentModal = Omit<ModalView, "blocks"> & { readonly blocks: readonly KnownBlock[] };
/** An App Home as an app may send it: of known blocks only. */
export type SentHome = Omit<HomeView, "blocks"> & { readonly blocks: readonly KnownBlock[] };

/** One thing Slack would find wrong in a payload, in the words of its `response_metadata.messages`. */
export type Fault = string;

/** Something was checked and is what it should be, or it is not and these are the reasons. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const ajv = new Ajv({ discriminator: true, allErrors: true, allowUnionTypes: true });
let loaded = false;

/** The check of one named shape of @slack/types; compiled when first asked for, because that takes a tenth of a second. */
function shape<T>(reference: object): (value: unknown, at: string) => Checked<T> {
  let validate: ValidateFunction<T> | undefined;
  return (value, at) => {
    if (!loaded) ajv.addSchema(schema, "sent");
    loaded = true;
    validate ??= ajv.compile<T>(reference);
    if (validate(value)) return { ok: true, value };
    return { ok: false, faults: [...new Set((validate.errors ?? []).map((error) => inSlackWords(error, at)))] };
  };
}

/** The blocks of a message, held against their types. */
export const checkBlocksShape = shape<KnownBlock[]>({
  type: "array",
  items: { $ref: "sent#/definitions/KnownBlock" },
});
/** A modal, held against its type. */
export const checkModalShape = shape<SentModal>({ $ref: "sent#/definitions/ModalView" });
/** An App Home, held against its type. */
export const checkHomeShape = shape<SentHome>({ $ref: "sent#/definitions/HomeView" });
/** A message's metadata, held against its type. */
export const checkMetadataShape = shape<MessageMetadata>({ $ref: "sent#/definitions/MessageMetadata" });

function inSlackWords(error: ErrorObject, at: string): Fault {
  const pointer = `[json-pointer:${at}${error.instancePath}]`;
  const named = (key: string) => String(Object.entries(error.params).find(([name]) => name === key)?.[1]);
  switch (error.keyword) {
    case "required":
      return `missing required field: ${named("missingProperty")} ${pointer}`;
    case "additionalProperties":
      return `invalid additional property: ${named("additionalProperty")} ${pointer}`;
    case "type":
      return `must provide ${named("type")} ${pointer}`;
    case "discriminator":
      return `unsupported type: ${named("tagValue")} ${pointer}`;
    case "enum":
    case "const":
      return `must be a valid enum value ${pointer}`;
    default:
      return `failed to match all allowed schemas ${pointer}`;
  }
}
