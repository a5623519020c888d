// How Node is started for Redress: it keeps memory small on the little machines it is made for.
import path from "node:path";

/** A small young generation; what only starting needed can be let go of. */
export const nodeFlags = ["--max-semi-space-size=4", "--no-maglev", "--expose-gc"];

/** One malloc arena instead of eight a core, and what is freed goes back to the system; compiled code is kept between starts. */
export const nodeEnvironment = (root) => ({
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "65536",
  NODE_COMPILE_CACHE: path.join(root, "node_modules", ".redress", "compiled"),
});
