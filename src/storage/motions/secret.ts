import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import type { KeyObject } from "node:crypto";

import { z } from "zod";

import type { SecretMarks } from "../../application/motionPorts.ts";
import { seal, unseal } from "../vault.ts";

/** What stands in an envelope. */
const contents = z.object({ paper: z.array(z.string()), receipt: z.string() });
export type Envelope = Readonly<z.output<typeof contents>>;

/** Under these names a secret vote has its keys, until it is closed: one opens its ballots, the other names its voters. */
export const scopesOf = (vote: string) => ({ ballots: `ballots:${vote}`, voters: `voters:${vote}` });

const KEY_BYTES = 32;
/** A private key in DER, up to its 32 bytes: RFC 8410, section 7. */
const PRIVATE = Buffer.from("302e020100300506032b656e04220420", "hex");
/** A public key in DER, up to its 32 bytes: RFC 8410, section 4. */
const PUBLIC = Buffer.from("302a300506032b656e032100", "hex");
/** Envelopes come in steps of this size, so that a choice does not show by its length. */
const STEP_BYTES = 512;

const privateKey = (bytes: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE, bytes]), format: "der", type: "pkcs8" });
const publicKey = (bytes: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: "der", type: "spki" });
const bytesOf = (key: KeyObject) => key.export({ format: "der", type: "spki" }).subarray(-KEY_BYTES);

/** The key to which the ballots of a vote are sealed (X25519), from the one that opens them. */
export const publicKeyOf = (ballotsKey: Buffer): Buffer => bytesOf(createPublicKey(privateKey(ballotsKey)));

/**
 * Seals a ballot so that only the vote's own key opens it: an X25519 key made for this ballot alone, HKDF-SHA-256, AES-256-GCM.
 * @param to the public key of the vote
 */
export function sealBallot(to: Uint8Array, vote: string, envelope: Envelope): Buffer {
  const own = generateKeyPairSync("x25519");
  const point = bytesOf(own.publicKey);
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: publicKey(to) });
  const text = JSON.stringify(envelope);
  const padded = text.padEnd(Math.ceil((text.length + 1) / STEP_BYTES) * STEP_BYTES);
  return Buffer.concat([point, seal(derive(shared, point, to), vote, Buffer.from(padded))]);
}

/** Opens what `sealBallot` sealed to the vote with this key. The opener throws for what was sealed to another, or was changed. */
export function openerOf(ballotsKey: Buffer, vote: string): (sealed: Uint8Array) => Envelope {
  const own = privateKey(ballotsKey);
  const to = bytesOf(createPublicKey(own));
  return (sealed) => {
    const point = sealed.subarray(0, KEY_BYTES);
    const shared = diffieHellman({ privateKey: own, publicKey: publicKey(point) });
    const text = unseal(derive(shared, point, to), vote, sealed.subarray(KEY_BYTES));
    return contents.parse(JSON.parse(text.toString()));
  };
}

function derive(shared: Buffer, point: Uint8Array, to: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", shared, Buffer.concat([point, to]), "redress ballot", KEY_BYTES));
}

const hash = (votersKey: Buffer | KeyObject, what: string, text: string) =>
  createHmac("sha256", votersKey).update(`${what}\0${text}`).digest();

/** The name of a voter's envelope: it cannot be told whose it is without the key of the vote. */
export const voterName = (votersKey: Buffer, person: string): Buffer => hash(votersKey, "voter", person);

/** The same of many voters, in hexadecimal digits: the key is prepared once. */
export function voterNames(votersKey: Buffer): (person: string) => string {
  const key = createSecretKey(votersKey);
  return (person) => hash(key, "voter", person).toString("hex");
}

/** What is kept of a delivery until the vote is closed, so that a second of the same changes nothing. */
export const deliveryName = (votersKey: Buffer, delivery: string): Buffer => hash(votersKey, "delivery", delivery);

/** What stands on a button in place of a choice. */
const markOf = (votersKey: Buffer, person: string, choice: string): string =>
  hash(votersKey, "mark", `${person}\0${choice}`).toString("hex").slice(0, 24);

/** The SHA-256 of a text, in hexadecimal digits. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The same in an order by chance: each has a random number, and they are put in the order of those. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, drawn: randomBytes(16).toString("hex") }))
    .toSorted((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .map(({ item }) => item);
}

/** So many characters a covered paper has, so that how much stands on it does not show. */
const COVERED = 26;
const TAG_BYTES = 8;

/** Bytes that only this key, this person and this tag give. */
const streamOf = (votersKey: Buffer, person: string, tag: Buffer): Buffer =>
  hash(votersKey, "cover", `${person}\0${tag.toString("hex")}`).subarray(0, COVERED);
const tagOf = (votersKey: Buffer, person: string, padded: string): Buffer =>
  hash(votersKey, "paper", `${person}\0${padded}`).subarray(0, TAG_BYTES);
const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)));

/**
 * A paper that is being filled in, unreadable without the key of the vote: a tag of what is in it, by which the rest is covered (as in
 * RFC 5297: the same paper gives the same text, and nothing else is told by it).
 */
function coverPaper(votersKey: Buffer, person: string, paper: string): string {
  if (paper.length > COVERED)
    throw new Error(`A paper of ${paper.length} characters cannot be covered; ${COVERED} can.`);
  const padded = paper.padEnd(COVERED);
  const tag = tagOf(votersKey, person, padded);
  return Buffer.concat([tag, xor(Buffer.from(padded, "latin1"), streamOf(votersKey, person, tag))]).toString(
    "base64url",
  );
}

/** What `coverPaper` covered for this person; undefined for anything else. */
function uncoverPaper(votersKey: Buffer, person: string, covered: string): string | undefined {
  const bytes = Buffer.from(covered, "base64url");
  if (bytes.length !== TAG_BYTES + COVERED) return undefined;
  const tag = bytes.subarray(0, TAG_BYTES);
  const padded = xor(bytes.subarray(TAG_BYTES), streamOf(votersKey, person, tag)).toString("latin1");
  return tagOf(votersKey, person, padded).equals(tag) ? padded.trimEnd() : undefined;
}

/** What the buttons of a secret vote carry. */
export const marksOf = (votersKey: Buffer): SecretMarks => ({
  mark: (person, choice) => markOf(votersKey, person, choice),
  cover: (person, paper) => coverPaper(votersKey, person, paper),
  uncover: (person, covered) => uncoverPaper(votersKey, person, covered),
});
