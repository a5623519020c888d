import { openVote } from "../domain/case/case.ts";
import type { Case } from "../domain/case/case.ts";
import type { Voter } from "../domain/voting/result.ts";
import type { House } from "./house.ts";

/** Those who may vote in the open vote of a case, as it stands; nobody while none is open. */
export async function readVoters({ store }: House, current: Case): Promise<readonly Voter[]> {
  const open = openVote(current);
  return open === undefined ? [] : ((await store.vote(open.vote))?.voters ?? []);
}
