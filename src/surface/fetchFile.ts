/** Why a file could not be copied: it is not where files of the platform are, it is too large, or it is no longer there. */
export type FileTrouble = "elsewhere" | "too-large" | "gone";

/** Where a file of a platform is. */
export interface FileSource {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The origins at which the platform keeps files, as https://cdn.discordapp.com: nothing else is ever asked. */
  readonly origins: readonly string[];
}

/** Nobody waits longer for a file. */
const PATIENCE_MS = 20_000;

/**
 * Copies a file from its platform, at once, as its address holds for a while only. It is asked nowhere else, not even where the platform
 * would send it on to, and nothing past the limit is read.
 * @param limit in bytes
 */
export async function fetchFile(source: FileSource, limit: number): Promise<Uint8Array | FileTrouble> {
  if (!URL.canParse(source.url) || !source.origins.includes(new URL(source.url).origin)) return "elsewhere";
  try {
    const response = await fetch(source.url, {
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(source.headers === undefined ? {} : { headers: source.headers }),
    });
    if (!response.ok || response.body === null) return "gone";
    if (Number(response.headers.get("content-length") ?? 0) > limit) {
      await response.body.cancel();
      return "too-large";
    }
    return await readUpTo(response.body, limit);
  } catch {
    return "gone";
  }
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | FileTrouble> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) return "too-large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
