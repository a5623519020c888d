import axe from "axe-core";
import type { Page } from "playwright-core";
import { z } from "zod";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const results = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullish(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().default("") })),
  }),
);

/** What axe finds wrong with what is shown now, of whatever weight: one line for each element. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // Asked for like this, and not by a script element, it runs past the page's content security policy.
  await page.evaluate(`${axe.source}; undefined`);
  const options = JSON.stringify({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  const found: unknown = await page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations)`);
  return results
    .parse(found)
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} (${impact ?? "unknown"}) ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`,
      ),
    );
}
