import { isTextKey, speechOf } from "../../locale/speech.ts";
import type { Speech } from "../../locale/speech.ts";
import type { Told } from "../../sandbox/page/told.ts";
import { isRole } from "./cast.ts";
import type { Cast } from "./cast.ts";

/**
 * Puts people and buttons into a text of the tour. A person is "Sara Lind (safety officer)", and "Sara Lind" from the second time on; what
 * stands on a button is what the cast sees there, whatever the language of the text. Throws for a person or a button there is not.
 */
export function fillText(template: Told, cast: Cast, labels: Speech): Told {
  const fill = (language: keyof Told) => {
    const named = new Set<string>();
    const nameOf = (role: string) => {
      const name = nameIn(cast, role, named.has(role) ? undefined : language);
      named.add(role);
      return name;
    };
    return template[language]
      .replaceAll(/\{(\w+)\}/g, (_, role: string) => nameOf(role))
      .replaceAll(/\[([\w.-]+)\]/g, (_, key: string) => `**${labelOf(key, labels)}**`);
  };
  return { en: fill("en"), sv: fill("sv") };
}

/** @param language in which the office is named; undefined to leave it out */
function nameIn(cast: Cast, role: string, language: keyof Told | undefined): string {
  if (!isRole(role)) throw new Error(`The tour has no part "${role}".`);
  const { name, office } = cast[role];
  return office === undefined || language === undefined
    ? name
    : `${name} (${speechOf(language).name("office", office)})`;
}

function labelOf(key: string, labels: Speech): string {
  if (!isTextKey(key)) throw new Error(`The tour names a button "${key}" that does not exist.`);
  return labels.say(key);
}
