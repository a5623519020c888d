/** What cannot be mistaken for another letter or digit. https://www.crockford.com/base32.html */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5;
const GROUP = 5;
/** So many letters hold the 128 bits of an id. */
const LENGTH = 26;

/**
 * The code that opens the channel of an anonymous report, as its author keeps it: in groups of five, such as 3ZK7M-Q2PD9-...
 * @param id a random id, written in hexadecimal digits
 */
export function codeOf(id: string): string {
  const number = BigInt(`0x${id.replaceAll("-", "")}`);
  const letters = Array.from({ length: LENGTH }, (_, i) => {
    const at = Number((number >> BigInt(BITS * (LENGTH - 1 - i))) & 31n);
    return LETTERS[at] ?? "";
  });
  return grouped(letters.join(""));
}

/** A code as it was typed, with or without its lines and in whatever letters; undefined for what cannot be one. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "");
  return plain.length === LENGTH && !plain.includes("U") ? grouped(plain) : undefined;
}

const grouped = (letters: string) => letters.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? "";
