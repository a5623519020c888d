import { easterSunday } from "./easter.ts";
import { date, FRIDAY, holiday, weekdayFrom } from "./holiday.ts";
import type { Holiday } from "./holiday.ts";

/**
 * The public holidays of Sweden, and the three eves that the law treats as such. Right from 1990 on.
 * Source: lag (1989:253) om allmänna helgdagar, 1 and 2 §§, as changed by SFS 2004:1320 (from 2005 the national day instead of Whit
 * Monday). Midsummer Eve, Christmas Eve and New Year's Eve: lag (1930:173) om beräkning av lagstadgad tid, 2 § (what is due on them may
 * be done on the next weekday), and semesterlagen (1977:480), 3 a § (they are treated as Sundays).
 */
export function sweden(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const midsummerEve = weekdayFrom(date(year, 6, 19), FRIDAY);
  return [
    holiday("new_years_day", date(year, 1, 1)),
    holiday("epiphany", date(year, 1, 6)),
    holiday("good_friday", easter.subtract({ days: 2 })),
    holiday("easter_sunday", easter),
    holiday("easter_monday", easter.add({ days: 1 })),
    holiday("may_day", date(year, 5, 1)),
    holiday("ascension_day", easter.add({ days: 39 })),
    holiday("whit_sunday", easter.add({ days: 49 })),
    year < 2005 ? holiday("whit_monday", easter.add({ days: 50 })) : holiday("swedish_national_day", date(year, 6, 6)),
    holiday("midsummer_eve", midsummerEve),
    holiday("midsummer_day", midsummerEve.add({ days: 1 })),
    holiday("all_saints_day", weekdayFrom(date(year, 10, 30), FRIDAY).add({ days: 1 })),
    holiday("christmas_eve", date(year, 12, 24)),
    holiday("christmas_day", date(year, 12, 25)),
    holiday("boxing_day", date(year, 12, 26)),
    holiday("new_years_eve", date(year, 12, 31)),
  ];
}
