import { easterSunday } from "./easter.ts";
import { date, holiday, MONDAY, nthMonday, weekdayFrom, withMonday } from "./holiday.ts";
import type { Holiday } from "./holiday.ts";

/**
 * The general holidays of Alberta. Right from 1990 on.
 * Source: Employment Standards Code, RSA 2000, c E-9, section 25(1): nine days, none moved from a weekend but Canada Day, which is kept on
 * 2 July when 1 July is a Sunday (Holidays Act, RSC 1985, c H-5, section 2). Easter Monday, Heritage Day, the National Day for Truth
 * and Reconciliation and Boxing Day are left to each employer: an organisation that keeps them lists them.
 */
export function alberta(year: number): readonly Holiday[] {
  return [
    holiday("new_years_day", date(year, 1, 1)),
    holiday("family_day", nthMonday(year, 2, 3)),
    ...ofBoth(year),
    holiday("remembrance_day", date(year, 11, 11)),
    holiday("christmas_day", date(year, 12, 25)),
  ];
}

/**
 * The public holidays of Saskatchewan. Right from 2007 on.
 * Source: The Saskatchewan Employment Act, SS 2013, c S-15.1, section 2-30: ten days. New Year's Day, Remembrance Day and Christmas Day
 * on a Sunday are kept on the Monday by those who do not work on Sundays; Canada Day: Holidays Act, RSC 1985, c H-5, section 2. The
 * National Day for Truth and Reconciliation is none of them.
 */
export function saskatchewan(year: number): readonly Holiday[] {
  return [
    ...withMonday(holiday("new_years_day", date(year, 1, 1))),
    ...(year >= 2007 ? [holiday("family_day", nthMonday(year, 2, 3))] : []),
    ...ofBoth(year),
    holiday("saskatchewan_day", nthMonday(year, 8, 1)),
    ...withMonday(holiday("remembrance_day", date(year, 11, 11))),
    ...withMonday(holiday("christmas_day", date(year, 12, 25))),
  ];
}

/** Victoria Day is the Monday before 25 May. */
function ofBoth(year: number): readonly Holiday[] {
  return [
    holiday("good_friday", easterSunday(year).subtract({ days: 2 })),
    holiday("victoria_day", weekdayFrom(date(year, 5, 18), MONDAY)),
    ...withMonday(holiday("canada_day", date(year, 7, 1))),
    holiday("labour_day", nthMonday(year, 9, 1)),
    holiday("thanksgiving", nthMonday(year, 10, 2)),
  ];
}
