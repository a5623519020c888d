import type { MessageComponent, ModalComponent } from "./component.ts";

/** What a bot may say about the mentions in a message (resources/message, "Allowed Mentions Object"). */
export interface AllowedMentions {
  readonly parse?: readonly (string | null)[] | null;
  readonly users?: readonly (string | null)[] | null;
  readonly roles?: readonly (string | null)[] | null;
  readonly replied_user?: boolean | null;
}

interface Media {
  readonly url?: string | null;
}

/** An embed as the bot sends it (resources/message, "Embed Object"). */
export interface Embed {
  readonly title?: string | null;
  readonly type?: string | null;
  readonly description?: string | null;
  readonly url?: string | null;
  readonly timestamp?: string | null;
  readonly color?: number | null;
  readonly footer?: { readonly text?: string | null; readonly icon_url?: string | null } | null;
  readonly image?: Media | null;
  readonly thumbnail?: Media | null;
  readonly author?: { readonly name?: string | null; readonly url?: string | null } | null;
  readonly fields?: readonly EmbedField[] | null;
}

interface EmbedField {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean | null;
}

interface AttachmentBody {
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

/** A message as the bot sends or edits it, on any of the routes that take one. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly MessageComponent[] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly attachments?: readonly AttachmentBody[] | null;
  readonly sticker_ids?: readonly string[] | null;
  readonly poll?: unknown;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    readonly message_id?: string | null;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
}

export interface ModalBody {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly ModalComponent[];
}

export interface ChoiceBody {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly value: string | number;
}

/** The first answer to an interaction (interactions/receiving-and-responding, "Interaction Response Structure"). */
export type CallbackBody =
  | { readonly type: 4 | 5; readonly data?: MessageBody | null }
  | { readonly type: 6 | 7; readonly data?: MessageBody | null }
  | { readonly type: 8; readonly data?: { readonly choices?: readonly (ChoiceBody | null)[] | null } | undefined }
  | { readonly type: 9; readonly data: ModalBody };
