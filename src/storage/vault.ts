import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  randomFillSync,
} from "node:crypto";
import type { KeyObject } from "node:crypto";

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const LENGTH_BYTES = 4;
/** Sealed texts come in steps of this size, so that a short answer does not show by its length. */
const STEP_BYTES = 64;

/** Keys as the cipher takes them, made once for each: making one anew costs more than sealing a short text. */
const prepared = new WeakMap<Buffer, KeyObject>();

function preparedKey(key: Buffer): KeyObject {
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  prepared.set(key, made);
  return made;
}

/** Random bytes are drawn from the system many at a time and each given out once: a call for every text costs more than sealing it. */
const drawn = Buffer.alloc(IV_BYTES * 256);
let given = drawn.length;

function freshIv(): Buffer {
  if (given === drawn.length) {
    randomFillSync(drawn);
    given = 0;
  }
  given += IV_BYTES;
  return Buffer.from(drawn.subarray(given - IV_BYTES, given));
}

/**
 * Seals bytes with AES-256-GCM: format (1 byte), initialisation vector (12), tag (16), ciphertext.
 * @param context bound to the sealed bytes: they open only with the same one, such as "statement|<id>"
 */
export function seal(key: Buffer, context: string, plain: Buffer): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv("aes-256-gcm", preparedKey(key), iv);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(padded(plain)), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), iv, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` sealed. Throws when the key or the context is another one, or a byte was changed. */
export function unseal(key: Buffer, context: string, box: Uint8Array): Buffer {
  if (box[0] !== FORMAT) throw new Error(`Sealed bytes of format ${box[0]}; ${FORMAT} was expected.`);
  const iv = box.subarray(1, 1 + IV_BYTES);
  const tag = box.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", preparedKey(key), iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(tag);
  const opened = Buffer.concat([decipher.update(box.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
  return opened.subarray(LENGTH_BYTES, LENGTH_BYTES + opened.readUInt32BE());
}

function padded(plain: Buffer): Buffer {
  const size = Math.ceil((LENGTH_BYTES + plain.length) / STEP_BYTES) * STEP_BYTES;
  const box = Buffer.alloc(size);
  box.writeUInt32BE(plain.length);
  plain.copy(box, LENGTH_BYTES);
  return box;
}

/** A keyed hash by which a row is found without its value standing in the database. */
export function blindIndex(key: Buffer, field: string, value: string): Buffer {
  return createHmac("sha256", key)
    .update(`${field}\0${value.normalize("NFKC")}`)
    .digest();
}

/** A data key as it stands in the database. */
export interface WrappedKey {
  readonly kek: string;
  readonly wrapped: Uint8Array;
}

/** The keys that are not in the database: the first seals, all open. */
export interface Keyring {
  readonly primary: string;
  newKey(scope: string): { readonly key: Buffer } & WrappedKey;
  /** Throws when the key it was wrapped with is not configured. */
  unwrap(scope: string, wrapped: WrappedKey): Buffer;
}

/**
 * Reads a list of keys: "2026-11:<base64>,2026-05:<base64>", each of 32 bytes.
 * @throws when there is none, or one is not of that form
 */
export function openKeyring(spec: string): Keyring {
  const keys = new Map(spec.split(",").map(parseKey));
  const [primary] = keys.keys();
  if (primary === undefined) throw new Error("No key is configured; at least one is needed.");
  const read = (name: string) => {
    const key = keys.get(name);
    if (key === undefined)
      throw new Error(
        `The database was sealed with the key "${name}", which is not configured; configured: ${[...keys.keys()].join(", ")}. Add it to REDRESS_KEYS, or bring back the key file that was made with this database.`,
      );
    return key;
  };
  return {
    primary,
    newKey(scope) {
      const key = randomBytes(KEY_BYTES);
      return { key, kek: primary, wrapped: seal(read(primary), `data-key|${scope}`, key) };
    },
    unwrap(scope, { kek, wrapped }) {
      const key = read(kek);
      try {
        return unseal(key, `data-key|${scope}`, wrapped);
      } catch (error) {
        throw new Error(
          `The key "${kek}" is not the one of this name that the database was sealed with. Bring back the key file, or the REDRESS_KEYS, that was made with this database.`,
          { cause: error },
        );
      }
    },
  };
}

function parseKey(part: string): readonly [string, Buffer] {
  const colon = part.indexOf(":");
  const key = Buffer.from(part.slice(colon + 1), "base64");
  if (colon < 1 || key.length !== KEY_BYTES)
    throw new Error(`A key is "name:base64" with ${KEY_BYTES} bytes; one that was given has ${key.length} bytes.`);
  return [part.slice(0, colon).trim(), key];
}
