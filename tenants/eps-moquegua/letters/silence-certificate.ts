import type { SilenceFacts } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { claimantName, requestNames } from "../../../shared/documents/spanish-names.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { dateOf, monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";

/**
 * Returns the certificate of a positive silence, with the claim's code as its number: what was asked for and is deemed
 * granted, how the lapsed term was counted, the norm, and what each receipt is left at. Without `term`, it says that an
 * authority above the utility declared the silence.
 */
export function silenceCertificate(facts: SilenceFacts): Sheet {
  const { letterhead, city, signer, regulation, filing, claimType, since, granted, certifiedAt } = facts;
  const { code, form } = filing.details;
  const object = facts.of === "claim" ? "El reclamo" : "El recurso de reconsideración del reclamo";
  return {
    letterhead,
    title: `Constancia de silencio administrativo positivo N.° ${code}`,
    code,
    madeAt: certifiedAt,
    blocks: [
      { text: `${city}, ${dateOf(limaDay(certifiedAt))}` },
      {
        lines: [
          ["Reclamo", code],
          ["Suministro", form.supplyCode],
          ["Reclamante", claimantName(form.claimant)],
          ["Presentado el", longDate(filing.filedOn)],
          ["Aceptado por ley desde el", longDate(since)],
        ],
      },
      {
        text: `${object} ${code}, por ${claimType}, se tiene por aceptado por silencio administrativo positivo. Así lo manda la ley cuando la empresa no responde a tiempo. ${letterhead.legalName} ya no puede decidir otra cosa.`,
      },
      { heading: "Qué se pidió y se tiene por aceptado" },
      { text: `Se pidió ${requestNames[form.request]}: «${form.grounds}»` },
      ...lapsed(facts),
      ...(granted.length > 0 ? [{ heading: "Cómo queda cada recibo" }, ...granted.flatMap(receiptBlocks)] : []),
      {
        text: "Mientras no se cumpla, no se exige el pago de lo reclamado ni se corta el servicio por esos recibos. Lo ya pagado de más se devuelve o se abona en los próximos recibos.",
      },
      { heading: "Base legal" },
      { text: `${regulation}.` },
      { heading: "Firma" },
      {
        text: `Quien firma: ${signer}. Mientras falte esa firma, este documento lleva solo el sello de la empresa. Lo que dice no depende de la firma: lo da la ley.`,
      },
      { heading: "Sello" },
      {
        text: `El sello electrónico de ${letterhead.legalName} se guarda junto a este documento. Nombra su número, el momento en que se hizo y la huella SHA-256 de este archivo. Prueba que no cambió desde entonces.`,
      },
    ],
  };
}

const closed: ReadonlySet<string> = new Set(["national-holiday", "regional-holiday", "decreed"]);

function lapsed({ term }: SilenceFacts): readonly Block[] {
  if (!term)
    return [
      { heading: "Quién lo declaró" },
      { text: "Lo declaró quien decide por encima de la empresa, según consta en el expediente." },
    ];
  const counted = term.days.filter((day) => day.counted);
  const [first] = counted;
  const skipped = term.days.filter(({ counted: counts, reason }) => !counts && closed.has(reason));
  const paused = term.days.filter(({ reason }) => reason === "paused");
  return [
    { heading: "El plazo que venció" },
    {
      text: `La decisión debía notificarse hasta el ${longDate(term.dueDate)}: ${counted.length} días hábiles${first ? ` contados desde el ${longDate(first.date)}` : ""}. No consta que se haya notificado en ese plazo.`,
    },
    ...(skipped.length > 0
      ? [
          {
            text: `No se contaron los fines de semana ni estos días: ${skipped.map(({ date }) => dateOf(date)).join("; ")}.`,
          },
        ]
      : []),
    ...(paused.length > 0
      ? [
          {
            text: `Tampoco los días en que se esperó que se completara el reclamo: ${paused.map(({ date }) => dateOf(date)).join("; ")}.`,
          },
        ]
      : []),
  ];
}

function receiptBlocks({ receipt, corrected, explanation }: SilenceFacts["granted"][number]): readonly Block[] {
  const billed = `Recibo ${receipt.number}, de ${monthAndYear(receipt.period)}: se facturó ${receipt.m3} m³ y S/ ${printedCents(receipt.amount)}`;
  if (!corrected) return [{ text: `${billed}. Se corrige como se pidió, con las palabras de quien reclama.` }];
  return [
    { text: `${billed}; queda en ${corrected.m3} m³ y S/ ${printedCents(corrected.amount)} por el mes.` },
    ...explanation.map((text) => ({ text })),
  ];
}
