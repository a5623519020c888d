import axe from "axe-core";
import type { Page } from "playwright-core";
import { z } from "zod";

const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** All that can be otherwise in the dark. */
const colours = { type: "rule", values: ["color-contrast"] };

const results = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullish(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string().default("") })),
  }),
);

/** What axe finds wrong with what is shown now, of whatever weight: one line for each element. */
export async function findBarriers(page: Page, runOnly = everything): Promise<readonly string[]> {
  // Asked for like this, and not by a script element, it runs past the page's content security policy.
  await page.evaluate(`${axe.source}; undefined`);
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
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

/** The same on a desktop and on a phone, light and dark; afterwards the page is as wide as before. */
export async function findBarriersInAllLooks(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const all: string[] = [];
  for (const viewport of [
    { width: 1400, height: 900 },
    { width: 390, height: 844 },
  ])
    for (const colorScheme of ["light", "dark"] as const) {
      // oxlint-disable no-await-in-loop -- one look after the other
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const found = await findBarriers(page, colorScheme === "dark" ? colours : everything);
      all.push(...found.map((barrier) => `${viewport.width} px, ${colorScheme}: ${barrier}`));
      // oxlint-enable no-await-in-loop
    }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before !== null) await page.setViewportSize(before);
  return all;
}
