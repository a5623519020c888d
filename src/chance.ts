import { randomInt, randomUUID } from "node:crypto";

import type { Chance } from "./application/ports.ts";

// Words that say nothing about anybody: no colours of skin, no bodies, no feelings.
const first =
  "amber autumn brass bright brisk calm cedar clear copper coral crisp deep early even evening fern first flint fresh gentle glass golden green harbour hazel high hollow indigo inner iron ivory jade lake late level light linen little long lower lunar maple marble meadow mellow mild misty morning mossy narrow new north ocean olive open outer paper pearl pine plain polar quiet rapid river round rowan rustic sage sandy second silent silver slate small smooth snowy soft south spring stone summer sunny swift third tidal timber upper velvet violet warm west wide willow winter woven".split(
    " ",
  );
const second =
  "acorn anchor arch aspen barn basin bay beacon birch bluff boat bridge brook canal canoe canyon chapel cliff cloud coast comet compass cottage cove creek delta dune elm estuary ferry field fjord forest garden gate glacier glade granary grove gulf harbour haven heath hedge hill inlet island jetty juniper kettle lagoon lantern larch ledge library lighthouse linden loft marsh meadow mill moor mountain oak orchard path peak pebble pier plain plateau pond poplar prairie quarry quay reef ridge river rock sail shore spruce station steppe stream summit terrace thicket tower trail tundra valley village vineyard walnut well wharf windmill woodland yard".split(
    " ",
  );

const pick = (words: readonly string[]) => words[randomInt(words.length)] ?? "";

/** Random ids and code names from the computer's own source of randomness. */
export const chance: Chance = {
  id: () => randomUUID(),
  codeName: () => `${pick(first)}-${pick(second)}-${randomInt(10, 100)}`,
};
