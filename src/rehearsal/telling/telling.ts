/** A rehearsal in words of one language, as it is printed or shown. */
export interface Telling {
  readonly title: string;
  /** What is played, in sentences. */
  readonly intro: readonly string[];
  readonly days: readonly ToldDay[];
  /** How long it took, and what has no limit, in sentences. */
  readonly took: readonly string[];
  /** "Memo 2.1, 2.2". */
  readonly used: string;
  readonly untouched: readonly UntouchedClause[];
}

/** Everything that happened on one day. */
export interface ToldDay {
  /** "Thu 17 Dec 2026". */
  readonly day: string;
  readonly lines: readonly ToldLine[];
}

export interface ToldLine {
  /** "10:00", where the organisation is. */
  readonly time: string;
  /** stop: the case could not go on as was meant. */
  readonly kind: "act" | "clock" | "stop";
  readonly who: string;
  readonly what: string;
  /** "Memo 5.1, 2.1"; nothing where it rests on no clause. */
  readonly cited?: string;
  readonly details: readonly ToldDetail[];
}

/** Something that belongs to a line: who was told, what is due from now on and how it was counted, what else holds. */
export interface ToldDetail {
  readonly kind: "told" | "due" | "counted" | "reminders" | "rule";
  readonly text: string;
}

/** A clause that rules of the rulebook rest on and this case did not come to. */
interface UntouchedClause {
  /** "Memo 1.3". */
  readonly clause: string;
  /** What it is about: its title, or the keys of the rulebook where it stands. */
  readonly about: string;
}
