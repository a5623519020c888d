import type { AccessLine } from "../../application/access/readAccess.ts";
import { platformName, problemText } from "../accessText.ts";
import type { Card } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

const ON_CARD = { items: 20, length: 2000 };
/** Buttons that are about no case. */
const START = "home";

/**
 * What sanctions keep somebody from on the platforms, and what stands in the way.
 * @param wanted which page of a long list, from 1
 */
export function accessCard(lines: readonly AccessLine[], wanted: number, speech: Speech): Card {
  const { say } = speech;
  const pages = paged(
    lines.map((line) => lineText(line, speech)),
    ON_CARD,
  );
  const page = Math.min(Math.max(1, wanted), Math.max(1, pages.length));
  const toPage = (to: number, label: string) => button("secondary", label, "setup.access", START, String(to));
  const isFine = lines.every(({ thing }) => thing !== undefined && thing.problem === undefined);
  return {
    tone: isFine ? "good" : "attention",
    title: say("setup.access"),
    blocks:
      lines.length === 0
        ? [{ kind: "paragraph", text: say("setup.access.none") }]
        : [
            { kind: "paragraph", text: say("setup.access.text") },
            { kind: "list", items: pages[page - 1] ?? [] },
            { kind: "small", text: say("setup.access.small") },
          ],
    rows: [
      [
        ...(page > 1 ? [toPage(page - 1, say("page.previous"))] : []),
        ...(page < pages.length ? [toPage(page + 1, say("page.next"))] : []),
        button("secondary", say("setup.all"), "setup.list", START, "1"),
      ],
    ],
  };
}

function lineText({ access, thing }: AccessLine, speech: Speech): string {
  const { say, name } = speech;
  const called = name("access", access);
  if (thing === undefined) return say("setup.access.missing", { access: called });
  const { platform, how, problem } = thing;
  const values = { access: called, name: thing.name, platform: platformName(platform) };
  if (problem === undefined) return say(how === "give" ? "setup.access.given" : "setup.access.fine", values);
  const why = problem === "unknown" ? say("setup.access.unknown", values) : problemText(problem, platform, speech);
  return say("setup.access.problem", { ...values, problem: why });
}
