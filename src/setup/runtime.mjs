// How Node is started for Redress: it keeps memory small on the little machines it is made for.
import path from "node:path";

/** A small young generation, and an old one that grows by a fifth at a time instead of doubling. */
export const nodeFlags = ["--max-semi-space-size=4", "--heap-growing-percent=20", "--no-maglev"];

/** One malloc arena instead of eight a core; compiled code is kept between starts. */
export const nodeEnvironment = (root) => ({
  MALLOC_ARENA_MAX: "1",
  NODE_COMPILE_CACHE: path.join(root, "node_modules", ".redress", "compiled"),
});
