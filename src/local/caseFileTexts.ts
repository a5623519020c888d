import type { PartyRole } from "../domain/case/party.ts";
import type { Told } from "../sandbox/page/told.ts";

interface ColumnTexts {
  readonly may: Told;
  readonly nothing: Told;
}

/** What each kind of viewer may see of a case, in words. */
export const columnTexts: Readonly<Record<"officers" | "board" | PartyRole, ColumnTexts>> = {
  officers: {
    may: {
      en: "This is what the officers who handle the case may see: everything that happened, and who did it. How a vote stood, and who voted how, they never see.",
      sv: "Det här får de som handlägger ärendet se: allt som hänt, och vem som gjorde det. Hur en omröstning stod, och vem som röstade hur, får de aldrig se.",
    },
    nothing: { en: "Nothing has happened.", sv: "Inget har hänt." },
  },
  board: {
    may: {
      en: "This is what the members who decide may see, from the approved brief on: motions and results without numbers, nobody by name. What the officers keep they never see.",
      sv: "Det här får de ledamöter som beslutar se, från det godkända underlaget och framåt: yrkanden och resultat utan siffror, ingen vid namn. Vad handläggarna antecknar får de aldrig se.",
    },
    nothing: {
      en: "Nothing: for them there is no such case yet. It begins with an approved brief.",
      sv: "Ingenting: för dem finns ärendet inte än. Det börjar med ett godkänt underlag.",
    },
  },
  complainant: {
    may: {
      en: "This is what the person who reported may see: who leads the case, each step, and what was sent to them. Not what the other side says, and not who voted how.",
      sv: "Det här får den som anmält se: vem som leder ärendet, varje steg, och vad som skickats till den personen. Inte vad den andra sidan säger, och inte vem som röstade hur.",
    },
    nothing: { en: "Nothing has happened.", sv: "Inget har hänt." },
  },
  respondent: {
    may: {
      en: "This is what the person it is about may see: nothing before the first word to them; from then on each step, and what was sent to them. Not who voted how.",
      sv: "Det här får den som anmälan gäller se: ingenting före det första meddelandet till den personen; därefter varje steg, och vad som skickats till den personen. Inte vem som röstade hur.",
    },
    nothing: {
      en: "Nothing: for them there is no such case yet. It begins with the first message to them.",
      sv: "Ingenting: för den personen finns ärendet inte än. Det börjar med det första meddelandet dit.",
    },
  },
  affected: {
    may: {
      en: "This is what the person it happened to may see: nothing before the first word to them; from then on each step, and what was sent to them.",
      sv: "Det här får den utsatta se: ingenting före det första meddelandet till den personen; därefter varje steg, och vad som skickats till den personen.",
    },
    nothing: {
      en: "Nothing: for them there is no such case yet. It begins with the first message to them.",
      sv: "Ingenting: för den personen finns ärendet inte än. Det börjar med det första meddelandet dit.",
    },
  },
  witness: {
    may: {
      en: "This is what a witness may see: nothing before the first word to them; from then on each step, and what was sent to them.",
      sv: "Det här får ett vittne se: ingenting före det första meddelandet till den personen; därefter varje steg, och vad som skickats till den personen.",
    },
    nothing: {
      en: "Nothing: for them there is no such case yet. It begins with the first message to them.",
      sv: "Ingenting: för den personen finns ärendet inte än. Det börjar med det första meddelandet dit.",
    },
  },
};
