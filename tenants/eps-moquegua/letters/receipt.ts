import type { PrintedReceipt } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { categoryNames, regimeNames } from "../../../shared/documents/spanish-names.ts";
import type { CorrectedFigures } from "../../../shared/domain/receipt/corrected-receipt.ts";
import {
  cents,
  formatPrice,
  printedCents,
  subtractCents,
  withThousands,
} from "../../../shared/domain/receipt/money.ts";
import { type Receipt, type ReceiptStatus, receiptKey } from "../../../shared/domain/receipt/receipt.ts";
import { estimateWords } from "../../../shared/domain/receipt/receipt-words.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import type { ServiceType, TariffList } from "../../../shared/domain/receipt/tariff.ts";
import { parseDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, longInstant, shortDate } from "../../../shared/domain/term/spanish-dates.ts";

const statusNames: Readonly<Record<ReceiptStatus, string>> = {
  PENDING: "por pagar",
  PARTIAL: "pagado en parte",
  PAID: "pagado",
  IN_CLAIM: "en reclamo",
  REBILLED: "refacturado",
  CANCELLED: "anulado",
};

const serviceNames: Readonly<Record<ServiceType, string>> = {
  "A/D": "agua y alcantarillado",
  A: "agua",
  D: "alcantarillado",
};

/**
 * Returns a receipt as printed, with everything the law requires (digest 6.3) if `named`, else without name and
 * address. With `held`, it shows the amount that a claim holds apart from what can be paid now; with `corrected`, what
 * a claim left it at after what it was issued for. With `testData`, it begins by saying that it cannot be used to pay;
 * billed without a reading, that it is an estimate. Without `tariff`, it has no table of prices.
 */
export function receipt(facts: PrintedReceipt): Sheet {
  const { letterhead, receipt: own, readAt, testData } = facts;
  const { number } = receiptKey(own);
  return {
    letterhead,
    title: `Recibo N.° ${number}`,
    code: number,
    madeAt: readAt,
    blocks: [
      ...(testData ? [{ text: "DATOS DE PRUEBA: este recibo usa valores sin confirmar. No sirve para pagar." }] : []),
      ...estimateBlock(own),
      { lines: [...supplyLines(facts), ...paymentLines(facts)] },
      ...(facts.named ? [] : [{ text: nameless }]),
      { heading: "Medición" },
      { lines: meterLines(own) },
      { heading: "Detalle de lo que se cobra" },
      detailTable(facts),
      { lines: totalLines(facts) },
      ...(facts.corrected ? correctedBlocks(facts.corrected, facts.held !== undefined) : heldBlocks(facts)),
      { heading: "Consumo mes por mes" },
      historyBlock(facts),
      { heading: "Tarifa y servicio" },
      ...tariffBlocks(own, facts.tariff),
      { heading: "Cómo reclamar" },
      {
        text: `Si no estás de acuerdo, puedes reclamar hasta el ${longDate(facts.claimUntil)}: por la web, por teléfono al ${letterhead.telephone} o en ${letterhead.address}. Es gratis y no tienes que pagar antes. SUNASS atiende gratis en el ${letterhead.regulatorLine}.`,
      },
      { text: `Copia hecha el ${longInstant(readAt)}.` },
    ],
  };
}

function estimateBlock({ billingType, billedM3, measuredM3 }: Receipt): readonly Block[] {
  const read = measuredM3 === undefined ? measuredM3 : `${measuredM3} m³`;
  const estimate = estimateWords({ billingType, billed: `${billedM3} m³`, read });
  return estimate
    ? [{ text: `En este recibo ${estimate}. Si crees que está mal, puedes reclamar: abajo dice cómo.` }]
    : [];
}

const nameless =
  "Esta copia no dice el titular ni la dirección. Para que los diga, vuelve a vincular el suministro con la clave del recibo o con el documento del titular.";

function supplyLines({ receipt: own, named }: PrintedReceipt): readonly Line[] {
  return [
    ["Suministro", own.supplyCode],
    ...(named
      ? ([
          ["Titular", own.holderName],
          ["Dirección", `${own.address}, ${own.locality}`],
        ] as const)
      : []),
    ["Categoría", `${categoryNames[own.category]}${own.subsidized ? ", con subsidio" : ""}`],
    ["Unidades de uso", String(own.useUnits)],
    ["Servicio", `${serviceNames[own.serviceType]}; ciclo ${own.billingCycle}, facturación mensual`],
    ...(named && own.printedKey ? [["Clave del recibo", printedKeyText(own.printedKey)] as const] : []),
  ];
}

/** Returns a key in groups of four, as people copy it. */
const printedKeyText = (key: string): string => key.match(/.{1,4}/g)?.join("-") ?? key;

function paymentLines({ receipt: own, status, paid, corrected }: PrintedReceipt): readonly Line[] {
  return [
    ["Mes facturado", monthAndYear(own.period)],
    ["Emitido el", dayWords(own.issueDate)],
    ...(corrected ? [] : [["Vence el", dayWords(own.dueDate)] as const]),
    ["Estado", paid > 0 ? `${statusNames[status]}: S/ ${printedCents(paid)} pagados` : statusNames[status]],
    ["Meses de deuda", String(own.overdueMonths)],
  ];
}

function meterLines(own: Receipt): readonly Line[] {
  return [
    ["Medidor", own.meterNumber ?? "sin medidor"],
    ["Lectura anterior", readingWords(own.readingPrev, own.readingPrevDate)],
    ["Lectura actual", readingWords(own.readingCurr, own.readingCurrDate)],
    ["Consumo facturado", `${own.billedM3} m³, por ${regimeNames[own.billingType]}`],
    ["Promedio histórico", own.averageM3 === undefined ? "no figura" : `${own.averageM3} m³`],
    ...(own.readingNote ? [["Observación", own.readingNote] as const] : []),
  ];
}

function readingWords(value: number | undefined, date: string | undefined): string {
  if (value === undefined) return "sin lectura";
  return date === undefined ? `${value} m³` : `${value} m³, el ${dayWords(date)}`;
}

function dayWords(date: string): string {
  const day = parseDay(date);
  return day ? shortDate(day) : date;
}

function detailTable({ lines, receipt: own }: PrintedReceipt): Block {
  return {
    table: {
      head: ["Concepto", "m³", "Precio S/", "S/"],
      rows: [
        ...lines.map(({ label, m3, unitPrice, amount }) => [
          label,
          m3 === undefined ? "" : String(m3),
          unitPrice ?? "",
          withThousands(amount),
        ]),
        ["IGV", "", "", printedCents(own.taxAmount)],
        ["Total del mes", "", "", printedCents(own.monthTotal)],
      ],
    },
  };
}

function totalLines({ receipt: own, corrected }: PrintedReceipt): readonly Line[] {
  const rest: readonly (readonly [string, Receipt["lateInterest"]])[] = [
    ["Intereses moratorios", own.lateInterest],
    ["Cuota de convenio", own.instalment],
    ["Deuda anterior", own.previousDebt],
    ["Saldo a favor", subtractCents(cents(0), own.credit)],
    ["Redondeo", own.rounding],
  ];
  return [
    ...rest.filter(([, amount]) => amount !== 0).map(([label, amount]): Line => [label, `S/ ${printedCents(amount)}`]),
    [corrected ? "TOTAL COMO SE EMITIÓ" : "TOTAL A PAGAR", `S/ ${printedCents(own.totalDue)}`],
  ];
}

function correctedBlocks(
  { m3, monthTotal, totalDue, payableFrom, instalments, overpaid }: CorrectedFigures,
  isHeld: boolean,
): readonly Block[] {
  return [
    { heading: "Corregido por un reclamo" },
    {
      lines: [
        ["Consumo del mes", `${m3} m³`],
        ["Total del mes", `S/ ${printedCents(monthTotal)}`],
        ["TOTAL A PAGAR", `S/ ${printedCents(totalDue)}`],
        ...(instalments === undefined
          ? [["Se paga desde el", dayWords(payableFrom)] as const]
          : [["Se paga en", `${instalments} partes, con los recibos de cada mes`] as const]),
        ...(overpaid === undefined ? [] : [["Pagado de más", `S/ ${printedCents(overpaid)}`] as const]),
      ],
    },
    ...(isHeld ? [{ text: "Mientras llega el recibo corregido, no se corta el servicio por él." }] : []),
    ...(overpaid === undefined
      ? []
      : [{ text: "Lo pagado de más se devuelve o se descuenta de los próximos recibos." }]),
  ];
}

function heldBlocks({ held }: PrintedReceipt): readonly Block[] {
  if (!held) return [];
  return [
    { heading: "En reclamo" },
    {
      lines: [
        ["Está en reclamo", `S/ ${printedCents(held.amount)}`],
        ["Puedes pagar ahora", `S/ ${printedCents(held.payable)}`],
      ],
    },
    {
      text: "Mientras dure el reclamo, la empresa no puede exigirte lo que está en reclamo ni cortarte el agua por eso.",
    },
  ];
}

function historyBlock({ history }: PrintedReceipt): Block {
  if (history.length === 0) return { text: "Aún no tenemos ningún mes anterior." };
  return {
    bars: {
      head: ["Mes", "Consumo en m³", "Se cobró por"],
      rows: history.map(({ period, m3, billingType }) => ({
        label: monthAndYear(period),
        value: m3,
        note: regimeNames[billingType],
      })),
    },
  };
}

function tariffBlocks(own: Receipt, tariff: TariffList | undefined): readonly Block[] {
  const hours: Line = ["Horario de abastecimiento", own.supplyHours ?? "no figura: pregúntalo en la oficina"];
  if (!tariff) return [{ lines: [["Lista de tarifas", own.tariffCode], hours] }];
  const { ranges } = tariff.categories[own.category];
  return [
    { lines: [["Lista de tarifas", own.tariffCode], ["Cargo fijo", `S/ ${formatPrice(tariff.fixedCharge)}`], hours] },
    {
      table: {
        head: ["Rango m³", "Agua S/ por m³", "Alcantarillado S/ por m³"],
        rows: ranges.map(({ to, water, sewer }, at) => [
          rangeWords(at === 0 ? 0 : (ranges[at - 1]?.to ?? 0), to),
          formatPrice(water),
          formatPrice(sewer),
        ]),
      },
    },
  ];
}

function rangeWords(from: number, to: number | null): string {
  return to === null ? `más de ${from}` : `${from} a ${to}`;
}
