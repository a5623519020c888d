interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
}

/** What a command, option or choice is called in the language of the person's client. */
export function localName(thing: Named, locale: string): string {
  return thing.name_localizations?.[locale] ?? thing.name;
}

/** Whether a typed word names this thing: by its local name or by its own. */
export function isCalled(thing: Named, word: string, locale: string): boolean {
  return word === thing.name || word === localName(thing, locale);
}
