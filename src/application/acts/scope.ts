import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";

/**
 * Keeps which situation applies that the procedure of a case is for.
 * @param situation undefined where none does
 * @param text why; may be empty
 */
export function judgeScope(
  house: House,
  request: Request,
  situation: string | undefined,
  text: string,
): Promise<Done | Seen | Blocked> {
  return actOnCase(house, request, ({ newId }) => {
    const statement = text.trim() === "" ? undefined : newId();
    const words = statement === undefined ? [] : [{ id: statement, text }];
    return { act: { kind: "judge-scope", situation, statement }, words };
  });
}
