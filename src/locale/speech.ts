import { IntlMessageFormat } from "intl-messageformat";

import en from "../../locales/en.json" with { type: "json" };
import sv from "../../locales/sv.json" with { type: "json" };

/** What can be said: the keys of locales/en.json. */
export type TextKey = keyof typeof en;

/** Whether something can be said under this key. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key);

export type TextValues = Readonly<Record<string, string | number>>;

/** One language. */
export interface Speech {
  readonly locale: string;
  /** A text with its values put in. Throws when a value it needs is missing. */
  readonly say: (key: TextKey, values?: TextValues) => string;
  /** What the organisation calls something of its rulebook: "stage", "contact"; its key in plain words when no text names it. */
  readonly name: (kind: string, id: string) => string;
  /** A day such as 2026-03-15, in words: "Sunday 15 March 2026". */
  readonly day: (day: string) => string;
  /** Several things in a sentence: "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** One of several things: "a, b or c". */
  readonly either: (items: readonly string[]) => string;
}

type Catalogue = Readonly<Partial<Record<string, string>>>;
const inEnglish: Catalogue = en;
const catalogues: Readonly<Record<string, Catalogue>> = { en, sv };

/** The languages there are texts in. */
export const languages: readonly string[] = Object.keys(catalogues);

const spoken = new Map<string, Speech>();

/** The language of a locale such as "sv-SE"; English where there are no texts in it. */
export function speechOf(locale: string): Speech {
  const language = locale.split("-")[0]?.toLowerCase() ?? "en";
  const known = spoken.get(language);
  if (known !== undefined) return known;
  const made = speech(catalogues[language] === undefined ? "en" : language);
  spoken.set(language, made);
  return made;
}

function speech(locale: string): Speech {
  const own = catalogues[locale];
  const textOf = (key: string) => own?.[key] ?? inEnglish[key];
  const plain = new Map<string, string>();
  const formats = new Map<string, IntlMessageFormat>();
  const days = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const lists = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" });
  const choices = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "disjunction" });
  const format = (key: string, text: string) => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const made = new IntlMessageFormat(text, locale === "en" ? "en-GB" : locale, undefined, { ignoreTag: true });
    formats.set(key, made);
    return made;
  };
  return {
    locale,
    say(key, values) {
      const known = values === undefined ? plain.get(key) : undefined;
      if (known !== undefined) return known;
      const said = String(format(key, textOf(key) ?? en[key]).format({ ...values }));
      if (values === undefined) plain.set(key, said);
      return said;
    },
    name(kind, id) {
      // A stage that was given to a body is decided by motions that are called as its outcomes.
      const called = textOf(`name.${kind}.${id}`) ?? (kind === "motion" ? textOf(`name.outcome.${id}`) : undefined);
      return called ?? id.replaceAll("_", " ");
    },
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    list: (items) => lists.format(items),
    either: (items) => choices.format(items),
  };
}
