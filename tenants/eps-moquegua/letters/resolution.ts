import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import { inspectionWords } from "../../../shared/documents/inspection-words.ts";
import type { BilledMonth, ResolutionFacts } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import {
  agreementNames,
  channelNames,
  claimantName,
  regimeNames,
  requestNames,
  standingNames,
} from "../../../shared/documents/spanish-names.ts";
import {
  type CaseEvent,
  type CaseEventOf,
  entriesOf,
  lastEntry,
  outcomeNames,
} from "../../../shared/domain/case/case-events.ts";
import type { MonthDecision } from "../../../shared/domain/case/fact-details.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { dateOf, monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { sentence } from "../../../shared/domain/sentence.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { meterTestConclusion } from "../../../shared/domain/visit/meter-test.ts";
import { remedyBlocks, signatureBlock } from "./resolution-blocks.ts";

/**
 * Returns a resolution in the parts that the law asks for (digest 3.6): VISTO, CONSIDERANDO, RESUELVE. Of the hearing
 * it states only the day and the result, never what was offered.
 * @throws RangeError if `events` has no `claim-filed` entry, or if the days of a recourse are not a whole number of at
 * least 1.
 */
export function resolution(facts: ResolutionFacts): Sheet {
  const { letterhead, number, issuedAt, events, recourse } = facts;
  const filing = lastEntry(events, "claim-filed");
  if (!filing) throw new RangeError(`resolution ${number} of a case without a filing`);
  return {
    letterhead,
    title: `Resolución N.° ${number}`,
    code: `${number} · ${filing.details.code}`,
    madeAt: issuedAt,
    blocks: [
      { text: `${facts.city}, ${dateOf(limaDay(issuedAt))}` },
      { lines: about(filing) },
      { heading: "VISTO" },
      { text: seen(filing, facts) },
      ...(recourse ? [{ text: seenAgain(recourse, events) }] : []),
      { heading: "CONSIDERANDO" },
      ...considered(facts, filing),
      { heading: "RESUELVE" },
      ...resolved(facts),
      { heading: "Base legal" },
      { text: `${facts.regulation}.` },
      { heading: "Firma" },
      signatureBlock(facts.signer, letterhead),
    ],
  };
}

function about({ details: { code, form } }: CaseEventOf<"claim-filed">): readonly Line[] {
  const { claimant, supplyCode } = form;
  return [
    ["Reclamo", code],
    ["Suministro", supplyCode],
    [
      "Reclamante",
      [claimantName(claimant), claimant.document && `${claimant.document.kind} ${claimant.document.number}`]
        .filter(Boolean)
        .join(", "),
    ],
    ["Domicilio procesal", claimant.address || "no consta"],
    ["Correo", claimant.email ?? "no consta"],
  ];
}

function seen(
  { channel, filedOn, details: { code, form, problem } }: CaseEventOf<"claim-filed">,
  { claimType, receipts }: ResolutionFacts,
): string {
  const months = receipts.map(
    ({ number, period, m3, amount }) => `${number} de ${monthAndYear(period)} (${m3} m³, S/ ${printedCents(amount)})`,
  );
  const standing = standingNames[form.claimant.standing.as];
  const subject = problem
    ? `sobre el problema de la solicitud ${problem.code}`
    : `sobre ${months.length === 1 ? "el recibo" : "los recibos"} ${months.join("; ")}`;
  return `El reclamo ${code} por ${claimType}, presentado ${channelNames[channel]} el ${dateOf(filedOn)}, en calidad de ${standing}, ${subject}, y el expediente formado con él.`;
}

function seenAgain(recourse: NonNullable<ResolutionFacts["recourse"]>, events: readonly CaseEvent[]): string {
  const { type, seq, filedOn, details } = recourse;
  const before = events.filter((event) => event.seq < seq);
  const decided = lastEntry(before, "resolution-signed");
  const notified = lastEntry(before, "resolution-notified");
  const against = decided ? ` contra la resolución N.° ${decided.details.number}` : "";
  const notifiedText = notified ? `, notificada el ${dateOf(limaDay(notified.effectiveAt))}` : "";
  const label = type === "appeal-filed" ? ", que se presentó como apelación" : "";
  return `El recurso de reconsideración ${details.submissionNumber}${label}, presentado el ${dateOf(filedOn)}${against}${notifiedText}.`;
}

function considered(
  { events, recourse, decision, held, without, billing, meterTestRight }: ResolutionFacts,
  filing: CaseEventOf<"claim-filed">,
): readonly Block[] {
  const { form } = filing.details;
  return [
    { text: `Que se pide ${requestNames[form.request]}, y se sostiene: «${form.grounds}»` },
    ...entriesOf(events, "claim-extended").map(({ details }) => ({ text: `Que se amplió: «${details.grounds}»` })),
    ...(recourse ? [{ text: `Que el recurso sostiene: «${recourse.details.grounds}»` }] : []),
    { text: "Que se presentaron como prueba estos archivos:" },
    attachmentsBlock(presented(events)),
    ...inspected(events),
    ...(meterTestRight ? [{ text: meterTestWords(form.meterTest, events) }] : []),
    ...entriesOf(events, "meter-test-reported").map((test) => ({ text: testedWords(test) })),
    ...(held.length > 0
      ? [
          { text: "Que constan en el expediente, de la empresa:" },
          { items: held.map(({ name, detail }) => [name, detail].filter(Boolean).join(": ")) },
        ]
      : []),
    { text: "Que el informe de facturación del suministro es:" },
    billingTable(billing),
    { text: heard(events) },
    ...without.map(({ name, reason }) => ({
      text: `Que no consta «${name}», y se decide sin esa prueba: ${sentence(reason)}`,
    })),
    { text: "Que, evaluados los argumentos y las pruebas:" },
    ...decision.reasons.split(/\n+/).map((text) => ({ text })),
    ...decision.months.flatMap(({ period, departure }) =>
      departure === undefined
        ? []
        : [
            {
              text: `Que en ${monthAndYear(period)} quien resuelve se aparta de la regla por este motivo: ${sentence(departure)}`,
            },
          ],
    ),
  ];
}

/**
 * Returns the attachments that the claimant brought: with the claim, when they remedied or extended it, and with a
 * reconsideration.
 */
function presented(events: readonly CaseEvent[]) {
  return (
    [
      "claim-filed",
      "remedied",
      "claim-extended",
      "reconsideration-filed",
      "appeal-filed",
      "new-evidence-brought",
    ] as const
  ).flatMap((type) => entriesOf(events, type).flatMap(({ details }) => details.attachments));
}

function inspected(events: readonly CaseEvent[]): readonly Block[] {
  const reports = entriesOf(events, "inspection-reported");
  if (reports.length === 0) return [{ text: "Que no se hizo inspección." }];
  return reports.map((report) => ({ text: `Que ${inspectionWords(report)}` }));
}

/** That the right to a meter test was stated, with the claimant's last answer: they may ask for one later. */
function meterTestWords(asked: boolean | undefined, events: readonly CaseEvent[]): string {
  const later = lastEntry(events, "meter-test-asked");
  if (later)
    return `Que se informó el derecho a pedir la contrastación del medidor, y quien reclama la pidió el ${dateOf(limaDay(later.effectiveAt))}.`;
  if (asked === undefined) return "Que no consta que se informara el derecho a pedir la contrastación del medidor.";
  return `Que se informó el derecho a pedir la contrastación del medidor, y quien reclama respondió que ${asked ? "la pide" : "no la pide"}.`;
}

function testedWords({ result, effectiveAt, details }: CaseEventOf<"meter-test-reported">): string {
  const [found] = meterTestConclusion(result, false).explanation;
  return `Que el medidor se contrastó el ${dateOf(limaDay(effectiveAt))}, con el certificado ${details.certificate}. ${found}`;
}

function billingTable(billing: readonly BilledMonth[]): Block {
  if (billing.length === 0) return { text: "Sin meses facturados." };
  return {
    table: {
      head: ["Mes", "Régimen", "Lectura anterior", "Lectura actual", "m³", "S/ del mes"],
      rows: billing.map(({ period, billingType, readingPrev, readingCurr, billedM3, monthTotal }) => [
        monthAndYear(period),
        regimeNames[billingType],
        String(readingPrev ?? "-"),
        String(readingCurr ?? "-"),
        String(billedM3),
        printedCents(monthTotal),
      ]),
    },
  };
}

function heard(events: readonly CaseEvent[]): string {
  const held = lastEntry(events, "conciliation-held");
  if (!held) return "Que no se realizó audiencia de conciliación.";
  return `Que la audiencia de conciliación fue el ${longInstant(held.details.startedAt)}, con este resultado: ${agreementNames[held.agreement]}.`;
}

function resolved({ letterhead, decision, recourse, remedies }: ResolutionFacts): readonly Block[] {
  const { outcome, months } = decision;
  const object = recourse ? "el recurso de reconsideración" : "el reclamo";
  const result = outcome === "concluded" ? outcomeNames[outcome] : outcomeNames[outcome].toUpperCase();
  return [
    { text: `Artículo 1. Declarar ${result} ${object}. ${sentence(decision.decision)}` },
    ...(months.length > 0 ? [{ items: months.map(monthWords) }] : []),
    ...remedyBlocks(remedies, letterhead),
    {
      text: `Se presenta por la mesa de partes de ${letterhead.name}, en la web o en la oficina. Mientras corra ese plazo no se exige el pago de lo reclamado, ni se corta el servicio por no pagarlo. Tampoco mientras se decida un recurso.`,
    },
    { text: `Artículo 3. Notificar esta resolución a quien reclama.` },
  ];
}

/** The decision on one month, as article 1 lists it. */
function monthWords({ receiptNumber, period, outcome, corrected }: MonthDecision): string {
  const left = corrected
    ? `queda en ${corrected.m3} m³ y S/ ${printedCents(corrected.amount)} por el mes`
    : "queda como se facturó";
  return `Recibo ${receiptNumber}, de ${monthAndYear(period)}: ${outcomeNames[outcome]}; ${left}.`;
}
