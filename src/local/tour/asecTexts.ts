import { none, onBoth } from "./stepTexts.ts";
import type { StepTexts } from "./stepTexts.ts";

/** What the tour of ASEC says. {officer} is a person of the cast by name and office, [act.case.take] what stands on a button. */
export const asecTexts = {
  file: {
    title: { en: "A complaint about the Executive Director", sv: "En anmälan mot verksamhetschefen" },
    press: {
      discord: {
        en: "As {member}, send **/report** in #general, say what happened, choose {respondent} under [field.about_receiver] and a rule under [name.field.rule], press [form.continue] to get each further page, say how you can be reached, and press [act.report.send].",
        sv: "Som {member}: skicka **/report** i #general, berätta vad som hänt, välj {respondent} under [field.about_receiver] och en regel under [name.field.rule], tryck på [form.continue] för varje ny sida, skriv hur du kan nås och tryck på [act.report.send].",
      },
      slack: {
        en: "As {member}, send **/report** in #general, say what happened, choose {respondent} under [field.about_receiver] and a rule under [name.field.rule], go through the three pages, say how you can be reached, and press [act.report.send].",
        sv: "Som {member}: skicka **/report** i #general, berätta vad som hänt, välj {respondent} under [field.about_receiver] och en regel under [name.field.rule], gå igenom de tre sidorna, skriv hur du kan nås och tryck på [act.report.send].",
      },
    },
    why: {
      en: "She receives every other complaint; before this one is sent, it says by name which two directors will read it instead of her.",
      sv: "Hon tar emot alla andra anmälningar; innan den här skickas står det vid namn vilka två styrelseledamöter som läser den i stället för henne.",
    },
    helped: none,
  },
  receive: {
    title: { en: "It passes by her entirely", sv: "Den går helt förbi henne" },
    press: onBoth({
      en: "As {officer}, in the room of the case, press [act.case.take], then [name.task.acknowledge], and send the message that is already written; then, as {respondent}, try **/case list** and **/due**.",
      sv: "Som {officer}, i ärendets rum: tryck på [act.case.take], sedan på [name.task.acknowledge], och skicka meddelandet som redan är skrivet; pröva sedan, som {respondent}, **/case list** och **/due**.",
    }),
    why: {
      en: "What {respondent} sees is exactly what she would see if there were no case: no room, no list, no reminder and no number.",
      sv: "Det {respondent} ser är precis vad hon skulle se om det inte fanns något ärende: inget rum, ingen lista, ingen påminnelse och ingen siffra.",
    },
    helped: none,
  },
  accept: {
    title: { en: "The complaint is accepted", sv: "Anmälan godtas" },
    press: onBoth({
      en: "As {officer}, press [name.outcome.accepted].",
      sv: "Som {officer}: tryck på [name.outcome.accepted].",
    }),
    why: {
      en: "Only what is frivolous, vexatious or in bad faith is dismissed, with reasons; {member} is told in private either way.",
      sv: "Bara det som är grundlöst, ofredande eller i ond tro avvisas, med skäl; {member} får hur som helst besked enskilt.",
    },
    helped: none,
  },
  investigate: {
    title: { en: "Both sides are heard", sv: "Båda sidor hörs" },
    press: onBoth({
      en: "As {officer}, tick [name.task.inform_respondent] and [name.task.hear_respondent], each with a note, and press [name.outcome.investigated].",
      sv: "Som {officer}: bocka av [name.task.inform_respondent] och [name.task.hear_respondent], var och en med en anteckning, och tryck på [name.outcome.investigated].",
    }),
    why: {
      en: "Until both are ticked the investigation cannot be concluded: nobody is decided about who has not been heard.",
      sv: "Innan båda är avbockade går utredningen inte att avsluta: ingen får ett beslut emot sig utan att ha hörts.",
    },
    helped: {
      en: "{officer} ticks both with a note, and ends the investigation.",
      sv: "{officer} bockar av båda med en anteckning och avslutar utredningen.",
    },
  },
  brief: {
    title: { en: "The board gets a brief", sv: "Styrelsen får ett underlag" },
    press: onBoth({
      en: "As {officer}, press [act.case.brief] and write what the board needs; then, as {second}, press [act.case.approve].",
      sv: "Som {officer}: tryck på [act.case.brief] och skriv det som styrelsen behöver; tryck sedan, som {second}, på [act.case.approve].",
    }),
    why: {
      en: "This code lets the board know the names, so they may stand in the brief; the two directors who looked into it do not vote.",
      sv: "Enligt den här koden får styrelsen veta namnen, så de får stå i underlaget; de två ledamöter som utrett röstar inte.",
    },
    helped: {
      en: "{officer} writes the brief; approving it is left to you.",
      sv: "{officer} skriver underlaget; att godkänna det är ditt.",
    },
  },
  conflict: {
    title: { en: "A director stands to gain", sv: "En ledamot har något att vinna" },
    press: onBoth({
      en: "As {conflicted}, in the board's room, press [act.vote.brief] and then [act.vote.conflict].",
      sv: "Som {conflicted}, i styrelsens rum: tryck på [act.vote.brief] och sedan på [act.vote.conflict].",
    }),
    why: {
      en: "Every director is asked before anything can be read; whoever steps aside loses the room, the case and the vote at once.",
      sv: "Varje ledamot tillfrågas innan något går att läsa; den som kliver åt sidan är genast utan rum, ärende och röst.",
    },
    helped: none,
  },
  inquorate: {
    title: { en: "Three votes decide nothing", sv: "Tre röster avgör inget" },
    press: onBoth({
      en: "Once {chair} has put a motion with [act.vote.put] and two directors have read the brief and voted, press, as {chair}, [choice.in-favour] and then [act.vote.close].",
      sv: "När {chair} har lagt ett yrkande med [act.vote.put] och två ledamöter har läst underlaget och röstat: tryck, som {chair}, på [choice.in-favour] och sedan på [act.vote.close].",
    }),
    why: {
      en: "With three of the four needed there is no quorum: Redress refuses to count, says who is missing, and leaves the vote open.",
      sv: "Med tre av fyra som behövs är mötet inte beslutsfört: Redress vägrar räkna, säger vilka som saknas och låter omröstningen stå öppen.",
    },
    helped: {
      en: "{chair} and two directors read the brief and declare no conflict, the motion is put, and the two vote.",
      sv: "{chair} och två ledamöter läser underlaget och uppger inget jäv, yrkandet läggs, och de två röstar.",
    },
  },
  quorum: {
    title: { en: "A fourth makes the quorum", sv: "Med en fjärde är det beslutsfört" },
    press: onBoth({
      en: "As {fifth}, press [act.vote.brief], then [act.vote.clear], and then [choice.in-favour].",
      sv: "Som {fifth}: tryck på [act.vote.brief], sedan på [act.vote.clear] och sedan på [choice.in-favour].",
    }),
    why: {
      en: "Four have to be present: more than half of the board of seven, and whoever stepped aside does not count.",
      sv: "Fyra måste vara närvarande: fler än hälften av styrelsens sju, och den som klivit åt sidan räknas inte.",
    },
    helped: none,
  },
  decision: {
    title: { en: "The board decides", sv: "Styrelsen beslutar" },
    press: onBoth({
      en: "As {chair}, press [act.vote.close] again.",
      sv: "Som {chair}: tryck på [act.vote.close] igen.",
    }),
    why: {
      en: "More than half of the votes cast carry the motion, behind closed doors: who voted how is shown to nobody.",
      sv: "Mer än hälften av de avgivna rösterna bifaller yrkandet, bakom stängda dörrar: vem som röstat hur visas för ingen.",
    },
    helped: none,
  },
  notices: {
    title: { en: "Both are told in writing", sv: "Båda får skriftligt besked" },
    press: onBoth({
      en: "As {chair}, press [act.vote.send], and read what {respondent} gets.",
      sv: "Som {chair}: tryck på [act.vote.send], och läs vad {respondent} får.",
    }),
    why: {
      en: "It is the first that Redress tells {respondent} of it: what was decided, by which clauses and why, and nothing of who voted or wrote what.",
      sv: "Det är det första som Redress berättar för {respondent}: vad som beslutats, enligt vilka regler och varför, och inget om vem som röstat eller skrivit vad.",
    },
    helped: none,
  },
} as const satisfies Readonly<Record<string, StepTexts>>;
