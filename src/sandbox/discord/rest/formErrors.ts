import type { FormFault } from "../refusal.ts";
import type { Json } from "../wire/json.ts";

interface Branch {
  readonly children: Map<string, Branch>;
  readonly errors: Json[];
}

/** The nested `errors` object of a 50035 (reference, "Error Messages"). */
export function formErrors(faults: readonly FormFault[]): Json {
  const root = branch();
  for (const { path, code, message } of faults) {
    let at = root;
    for (const step of path) {
      const next = at.children.get(String(step)) ?? branch();
      at.children.set(String(step), next);
      at = next;
    }
    at.errors.push({ code, message });
  }
  return drawn(root);
}

const branch = (): Branch => ({ children: new Map(), errors: [] });

function drawn({ children, errors }: Branch): Json {
  const inside = Object.fromEntries([...children].map(([name, child]) => [name, drawn(child)]));
  return errors.length === 0 ? inside : { ...inside, _errors: errors };
}
