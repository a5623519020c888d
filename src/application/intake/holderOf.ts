import type { PersonId } from "../../domain/identity.ts";
import { idFrom } from "../digest.ts";

/** The one who holds a code, as the parties of cases are known: the code cannot be found from it. */
export const holderOf = (code: string): Promise<PersonId> => idFrom(`code of an anonymous report ${code}`);
