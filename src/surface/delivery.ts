import type { Account, PlatformName } from "../application/person.ts";
import type { Card, ControlRef } from "./card.ts";
import type { FileTrouble } from "./fetchFile.ts";
import type { FieldOption, Form, FormValues } from "./form.ts";

/** Something a person did on a platform, in the same words for both. */
export type Delivery = {
  /** Names it: the same delivery has the same key, however often it comes. */
  readonly key: string;
  readonly platform: PlatformName;
  readonly caller: Account;
} & (
  | { readonly kind: "command"; readonly words: readonly string[]; readonly options: Readonly<Record<string, string>> }
  | ({ readonly kind: "press"; readonly values: readonly string[] } & ControlRef)
  | {
      readonly kind: "submit";
      /** The form and its page, such as "report.1". */
      readonly form: string;
      readonly ref: string;
      readonly values: FormValues;
      /** The accounts that were chosen in it, by "platform:id". */
      readonly people: Readonly<Record<string, Account>>;
      /** The files that came with it, by the names that stand in its values. */
      readonly files?: Readonly<Record<string, RemoteFile>>;
    }
  | { readonly kind: "complete"; readonly words: readonly string[]; readonly option: string; readonly typed: string }
  /** Something is done from the menu of a message. */
  | { readonly kind: "message"; readonly message: ReportedMessage }
  | { readonly kind: "home" }
);

/** A form that somebody sent. */
export type SubmittedForm = Extract<Delivery, { kind: "submit" }>;

/** A file that still is at the platform. */
export interface RemoteFile {
  readonly name: string;
  /** In bytes, as the platform says. */
  readonly size: number;
  /** Copies it from there; nothing past the limit is read. */
  readonly read: (limit: number) => Promise<Uint8Array | FileTrouble>;
}

/** A file as somebody gets it back, privately. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A message, as the platform tells it of one from whose menu something is done. */
export interface ReportedMessage {
  /** Its words, and the names of the files that stand under it. */
  readonly text: string;
  readonly link: string;
  /** The name under which it was written. */
  readonly by: string;
  /** When it was written, in milliseconds since 1970. */
  readonly atMs: number;
  /** The files that stand under it. */
  readonly files: readonly RemoteFile[];
  /** Who wrote it; undefined where that is no person. */
  readonly author: Account | undefined;
}

/** A form that could not be stored. */
export interface UnsentForm {
  /** "late" took so long that nobody can say whether it was stored. */
  readonly why: "failed" | "late";
  /** What was entered, by the labels of its fields. */
  readonly typed: readonly { readonly label: string; readonly text: string }[];
  /** The form with all of that in it; undefined where it cannot be drawn without what is stored. */
  readonly form: Form | undefined;
  /** Whether whoever sent it gave no name. */
  readonly isUnnamed: boolean;
}

/** What the person gets for it, privately. */
export type Answer =
  /** A form to fill in. */
  | {
      readonly kind: "form";
      readonly form: Form;
      /** What goes on while it is filled in; it throws nothing, and the platform ends no sooner. */
      readonly meanwhile?: Promise<void>;
    }
  /** The form again, with what is wrong beside the fields; what was typed is kept. */
  | { readonly kind: "errors"; readonly form: Form; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "note"; readonly card: Card }
  /** Beside what it was asked from, which stays as it is. */
  | { readonly kind: "aside"; readonly card: Card }
  /** In place of the private note on which the button was. */
  | { readonly kind: "instead"; readonly card: Card }
  | { readonly kind: "suggestions"; readonly options: readonly FieldOption[] }
  | { readonly kind: "home"; readonly card: Card }
  /** A file, privately, with what is said of it. */
  | { readonly kind: "file"; readonly card: Card; readonly file: SentFile }
  /** What was sent could not be stored: it goes back to them. */
  | ({ readonly kind: "unsent" } & UnsentForm)
  /** Nothing: it has been answered before. */
  | { readonly kind: "silence" };
