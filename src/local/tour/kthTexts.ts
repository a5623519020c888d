import { none, onBoth } from "./stepTexts.ts";
import type { StepTexts } from "./stepTexts.ts";

/** What the tour says. {officer} is a person of the cast by name and office, [act.case.take] what stands on a button. */
export const kthTexts = {
  file: {
    title: { en: "A member reports", sv: "En medlem gör en anmälan" },
    press: {
      discord: {
        en: "As {member}, send **/report** in #general, say what happened and choose {respondent} under [name.field.who], press [form.continue] to get the second page, and then [act.report.send].",
        sv: "Som {member}: skicka **/report** i #general, berätta vad som hänt och välj {respondent} under [name.field.who], tryck på [form.continue] för att få andra sidan och sedan på [act.report.send].",
      },
      slack: {
        en: "As {member}, send **/report** in #general, say what happened and choose {respondent} under [name.field.who], go through both pages of the form, and press [act.report.send].",
        sv: "Som {member}: skicka **/report** i #general, berätta vad som hänt och välj {respondent} under [name.field.who], gå igenom formulärets båda sidor och tryck på [act.report.send].",
      },
    },
    why: {
      en: "Before anything is sent, it says by name who will read it; nobody else gets to know that there is a report.",
      sv: "Innan något skickas står det vid namn vem som kommer att läsa; ingen annan får veta att det finns en anmälan.",
    },
    helped: none,
  },
  receive: {
    title: { en: "An officer receives it", sv: "Ett ombud tar emot den" },
    press: onBoth({
      en: "As {officer}, in the room of the case, press [act.case.take], then [name.task.acknowledge], and send the message that is already written.",
      sv: "Som {officer}, i ärendets rum: tryck på [act.case.take], sedan på [name.task.acknowledge], och skicka meddelandet som redan är skrivet.",
    }),
    why: {
      en: "Names and words never stand in the room; the member is answered in private within two days, and the clock reminds the officers of it.",
      sv: "Namn och ord står aldrig i rummet; medlemmen får svar enskilt inom två dagar, och klockan påminner ombuden om det.",
    },
    helped: none,
  },
  hear: {
    title: { en: "Both sides are heard", sv: "Båda sidor hörs" },
    press: onBoth({
      en: "As {officer}, press in turn [name.outcome.in_contact], [name.outcome.violation], [name.outcome.done], [act.case.summon] and [name.outcome.heard].",
      sv: "Som {officer}: tryck i tur och ordning på [name.outcome.in_contact], [name.outcome.violation], [name.outcome.done], [act.case.summon] och [name.outcome.heard].",
    }),
    why: {
      en: "Nothing comes before the board until {respondent} has been called to a meeting, five days ahead, and heard.",
      sv: "Inget kommer inför styrelsen förrän {respondent} har kallats till ett möte, fem dagar i förväg, och hörts.",
    },
    helped: {
      en: "{officer} goes through the four stages, pressing the same buttons.",
      sv: "{officer} går igenom de fyra stegen och trycker på samma knappar.",
    },
  },
  brief: {
    title: { en: "The board gets a brief without names", sv: "Styrelsen får ett underlag utan namn" },
    press: onBoth({
      en: "As {officer}, press [act.case.brief] and write about Person A and Person B; then, as {second}, press [act.hands.check], send the form, and press [act.case.approve].",
      sv: "Som {officer}: tryck på [act.case.brief] och skriv om Person A och Person B; tryck sedan, som {second}, på [act.hands.check], skicka formuläret och tryck på [act.case.approve].",
    }),
    why: {
      en: "The board decides on what was done, not on who did it: a brief in which a name stands is refused, and a second officer has to approve it.",
      sv: "Styrelsen tar ställning till vad som gjorts, inte till vem som gjort det: ett underlag där ett namn står avvisas, och ett andra ombud måste godkänna det.",
    },
    helped: {
      en: "{officer} writes the brief; approving it is left to you.",
      sv: "{officer} skriver underlaget; att godkänna det är ditt.",
    },
  },
  conflict: {
    title: { en: "Somebody has a conflict of interest", sv: "Någon är jävig" },
    press: onBoth({
      en: "As {conflicted}, in the board's room, press [act.vote.brief] and then [act.vote.conflict].",
      sv: "Som {conflicted}, i styrelsens rum: tryck på [act.vote.brief] och sedan på [act.vote.conflict].",
    }),
    why: {
      en: "Every member is asked before anything can be read; whoever steps aside loses the room, the case and the vote at once.",
      sv: "Varje ledamot tillfrågas innan något går att läsa; den som kliver åt sidan är genast utan rum, ärende och röst.",
    },
    helped: none,
  },
  inquorate: {
    title: { en: "Four votes decide nothing", sv: "Fyra röster avgör inget" },
    press: onBoth({
      en: "Once {chair} has put a motion with [act.vote.put] and three members have read the brief and voted, press, as {chair}, [choice.in-favour] and then [act.vote.close].",
      sv: "När {chair} har lagt ett yrkande med [act.vote.put] och tre ledamöter har läst underlaget och röstat: tryck, som {chair}, på [choice.in-favour] och sedan på [act.vote.close].",
    }),
    why: {
      en: "With four of the five needed there is no quorum: Redress refuses to count, cites the clause, and leaves the vote open.",
      sv: "Med fyra av fem som behövs är mötet inte beslutsfört: Redress vägrar räkna, hänvisar till regeln och låter omröstningen stå öppen.",
    },
    helped: {
      en: "{chair} and three members read the brief and declare no conflict, the motion for a warning is put, and the three vote.",
      sv: "{chair} och tre ledamöter läser underlaget och uppger inget jäv, yrkandet om en varning läggs, och de tre röstar.",
    },
  },
  quorum: {
    title: { en: "A fifth makes the quorum", sv: "Med en femte är det beslutsfört" },
    press: onBoth({
      en: "As {fifth}, press [act.vote.brief], then [act.vote.clear], and then [choice.in-favour].",
      sv: "Som {fifth}: tryck på [act.vote.brief], sedan på [act.vote.clear] och sedan på [choice.in-favour].",
    }),
    why: {
      en: "Five have to be present, one of the presidency among them; whoever stepped aside does not count.",
      sv: "Fem måste vara närvarande, varav en ur presidiet; den som klivit åt sidan räknas inte.",
    },
    helped: none,
  },
  warning: {
    title: { en: "The board gives a warning", sv: "Styrelsen ger en varning" },
    press: onBoth({
      en: "As {chair}, press [act.vote.close] again.",
      sv: "Som {chair}: tryck på [act.vote.close] igen.",
    }),
    why: {
      en: "Two thirds of the votes cast carry the motion; who voted how is shown to nobody, and the warning begins today.",
      sv: "Två tredjedelar av de avgivna rösterna bifaller yrkandet; vem som röstat hur visas för ingen, och varningen börjar i dag.",
    },
    helped: none,
  },
  notices: {
    title: { en: "Both parties are told in writing", sv: "Båda parter får skriftligt besked" },
    press: onBoth({
      en: "As {chair}, press [act.vote.send], and read what {respondent} gets.",
      sv: "Som {chair}: tryck på [act.vote.send], och läs vad {respondent} får.",
    }),
    why: {
      en: "The notice holds everything the rules ask for, and that it arrived is recorded, because what follows counts from that day.",
      sv: "Beskedet innehåller allt som reglerna kräver, och att det kom fram antecknas, för det som följer räknas från den dagen.",
    },
    helped: none,
  },
  appeal: {
    title: { en: "The window for an appeal closes", sv: "Tiden för överklagande går ut" },
    press: onBoth({
      en: "Move the clock forward by thirty days, to the last day on which an appeal is in time, and then by one day more.",
      sv: "Flytta klockan trettio dagar framåt, till sista dagen för ett överklagande, och sedan en dag till.",
    }),
    why: {
      en: "Each party has thirty days from the day the notice arrived, and the notice names the last one, so that nobody has to count.",
      sv: "Varje part har trettio dagar från den dag då beskedet kom fram, och beskedet nämner den sista, så att ingen behöver räkna.",
    },
    helped: none,
  },
  lapse: {
    title: { en: "The warning lapses", sv: "Varningen upphör" },
    press: onBoth({
      en: "Move the clock to what is due next until the warning has lapsed: two reminders to the officers come before.",
      sv: "Flytta klockan till det som väntar härnäst tills varningen har upphört: två påminnelser till ombuden kommer innan.",
    }),
    why: {
      en: "After 365 days it ends by itself at midnight, and {respondent} is told that it no longer counts; nobody has to remember it.",
      sv: "Efter 365 dagar upphör den av sig själv vid midnatt, och {respondent} får veta att den inte längre räknas; ingen behöver komma ihåg det.",
    },
    helped: none,
  },
} as const satisfies Readonly<Record<string, StepTexts>>;
