/** What a request line says. */
export interface RequestLine {
  readonly version: string | undefined;
  readonly name: string;
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
}

const noQuery = new URLSearchParams();

/**
 * Reads method and address of a request: "POST /api/v10/channels/1/messages" becomes "POST /channels/:id/messages" and ["1"].
 * @returns undefined for an address outside the API
 */
export function readPath(method: string, address: string): RequestLine | undefined {
  const mark = address.indexOf("?");
  const path = mark === -1 ? address : address.slice(0, mark);
  // discord.js writes @original as %40original.
  const segments = (path.includes("%") ? decoded(path) : path).split("/").slice(1);
  if (segments.shift() !== "api") return undefined;
  const version = /^v\d+$/.test(segments[0] ?? "") ? segments.shift() : undefined;
  const ids: string[] = [];
  let named = "";
  for (const [index, segment] of segments.entries()) {
    const isToken = index === 2 && (segments[0] === "webhooks" || segments[0] === "interactions");
    const isId = !isToken && /^\d+$/.test(segment);
    if (isToken || isId) ids.push(segment);
    if (isToken) named += "/:token";
    else named += isId ? "/:id" : `/${segment}`;
  }
  return {
    version,
    name: `${method} ${named}`,
    ids,
    query: mark === -1 ? noQuery : new URLSearchParams(address.slice(mark + 1)),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
