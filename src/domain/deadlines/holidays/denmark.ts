import { easterSunday } from "./easter.ts";
import { date, holiday } from "./holiday.ts";
import type { Holiday } from "./holiday.ts";

/** The last year in which Great Prayer Day was one: lov nr. 214 af 6. marts 2023 om konsekvenser ved afskaffelsen af store bededag. */
const LAST_GREAT_PRAYER_DAY = 2023;

/**
 * The public holidays of Denmark (helligdage).
 * Source: the feast days of the Church of Denmark that forordning af 26. oktober 1770 left, listed by name in lov om detailsalg fra
 * butikker m.v. (lukkeloven) § 2, stk. 1, since lov nr. 214 af 6. marts 2023, § 7. Constitution Day (5 June), Christmas Eve and New
 * Year's Eve are no holidays but ordinary working days: some acts let a deadline that ends on one go on to the next weekday
 * (forældelsesloven § 27, stk. 2), and shops stay closed; an organisation that does not work on them lists them.
 */
export function denmark(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  return [
    holiday("new_years_day", date(year, 1, 1)),
    holiday("maundy_thursday", easter.subtract({ days: 3 })),
    holiday("good_friday", easter.subtract({ days: 2 })),
    holiday("easter_sunday", easter),
    holiday("easter_monday", easter.add({ days: 1 })),
    ...(year <= LAST_GREAT_PRAYER_DAY ? [holiday("great_prayer_day", easter.add({ days: 26 }))] : []),
    holiday("ascension_day", easter.add({ days: 39 })),
    holiday("whit_sunday", easter.add({ days: 49 })),
    holiday("whit_monday", easter.add({ days: 50 })),
    holiday("christmas_day", date(year, 12, 25)),
    holiday("boxing_day", date(year, 12, 26)),
  ];
}
