/** A file that a person attaches to a form. */
export interface AttachedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A file as the value of a field: "data:image/png;name=photo.png;base64,…". */
export function fileValue(name: string, contentType: string, bytes: Uint8Array | string): string {
  const content = Buffer.from(bytes).toString("base64");
  return `data:${contentType};name=${encodeURIComponent(name)};base64,${content}`;
}

/** @throws Error for a value that is no file */
export function readFileValue(value: string): AttachedFile {
  const found = /^data:([\w.+-]+\/[\w.+-]+);name=([^;,]+);base64,([A-Za-z0-9+/=]*)$/.exec(value);
  if (found === null) throw new Error(`"${value.slice(0, 40)}" is no file.`);
  const [, contentType = "", name = "", content = ""] = found;
  return { name: decodeURIComponent(name), contentType, bytes: Buffer.from(content, "base64") };
}
