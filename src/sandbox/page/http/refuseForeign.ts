import type { IncomingMessage } from "node:http";

import { PageRefusal } from "./pageRefusal.ts";

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Lets through only what a browser on this computer asks for from this very page: another site may neither act here nor read here, not
 * even with a name of its own that leads to the loopback.
 * @throws PageRefusal for anything else
 */
export function refuseForeign({ headers, method, url = "/" }: IncomingMessage): void {
  const host = headers.host ?? "";
  if (!loopback.has(host.replace(/:\d+$/, "")))
    throw new PageRefusal(403, {
      en: "This page answers under 127.0.0.1 and localhost only.",
      sv: "Den här sidan svarar bara på 127.0.0.1 och localhost.",
    });
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) throw foreign();
  const site = headers["sec-fetch-site"] ?? "none";
  // A link from elsewhere may open the page; it may not use its interface.
  const isOpening = method === "GET" && !url.startsWith("/api/");
  if (site !== "same-origin" && site !== "none" && !isOpening) throw foreign();
}

const foreign = () =>
  new PageRefusal(403, {
    en: "Another site may not act on this page.",
    sv: "En annan webbplats får inte göra något på den här sidan.",
  });
