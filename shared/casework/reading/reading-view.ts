import type { listReadings, showReading } from "../../contract/reading/reading-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { leakTestWords } from "../../domain/leak/leak-repair.ts";
import {
  type AnnouncedVisit,
  type AtypicalReading,
  announcedVisit,
  hiddenLeak,
  isReadingLate,
  mayLapse,
  notifyBy,
  type ReadingEntry,
  type ReadingResult,
  type RepairAttempt,
  readingResult,
  readingState,
  readNow,
} from "../../domain/reading/atypical-reading.ts";
import { visitToMake } from "../../domain/reading/reading-round.ts";
import { dateOf, monthAndYear } from "../../domain/receipt/spanish-months.ts";
import { limaDay, parseDay } from "../../domain/term/calendar-day.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import type { ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { StoredReading } from "../../storage/reading/atypical-readings.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { type CaseLaw, claimLaw } from "../case/claim-law.ts";
import { type KnownDeps, type KnownReading, knownReading } from "./reading-known.ts";
import { readingRepair } from "./reading-repair.ts";

type Summary = AnswerOf<typeof listReadings>["readings"][number];
type View = AnswerOf<typeof showReading>;

interface ViewDeps extends KnownDeps {
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
}

/** A reading with its visit in the inspectors' day, if it has one. */
type PlacedReading = AtypicalReading & Pick<StoredReading, "round">;

/** Returns an atypical reading as its list shows it. */
export function readingSummary(reading: PlacedReading, tenant: Tenant, now: string): Summary {
  const { inspection, atypical } = claimLaw(tenant, limaDay(now));
  const { readingId, supplyCode, period, averageM3, assignmentM3, issueOn } = reading;
  const { due, verifyBy } = readingRepair(tenant, reading, now);
  return {
    ...{ readingId, supplyCode, period, averageM3, assignmentM3, issueOn },
    state: readingState(reading, inspection.retryCount),
    result: readingResult(reading, inspection.retryCount),
    late: isReadingLate(reading, inspection.retryCount, now, verifyBy),
    m3: readNow(reading).m3,
    notifyBy: notifyBy(reading, atypical.noticeHours),
    visit: announcedVisit(reading)?.visit,
    inspector: visitToMake(reading, inspection.retryCount) && reading.round?.inspector?.name,
    lastVisit: lastVisitOf(reading),
    ...(due && verifyBy && { repair: { due: due.dueDate, verifyBy } }),
  };
}

/**
 * Returns an atypical reading as its page shows it; an open one by the average of today. The holder and address are
 * those of the register, or else of the last receipt. The paper is the requirement to repair its hidden leak, or the
 * notice of the visit that is `meant` or else was announced.
 */
export async function readingView(
  deps: ViewDeps,
  reading: PlacedReading,
  now: string,
  meant?: AnnouncedVisit,
): Promise<View> {
  const { tenant, receiptReader } = deps;
  const visit = meant ?? announcedVisit(reading)?.visit;
  const law = claimLaw(tenant, limaDay(now));
  const [registered, [last], known] = await Promise.all([
    receiptReader.registeredOf(reading.supplyCode),
    receiptReader.lastMonths(reading.supplyCode, 1),
    knownReading(deps, reading, now),
  ]);
  const listed = readingSummary(reading, tenant, now);
  const summary = { ...listed, ...figuresOf(reading, listed, known) };
  const read = readNow(reading);
  const person = { holder: registered?.holderName ?? last?.receipt.holderName, address: last?.receipt.address };
  const { noticeHours } = law.atypical;
  const { windowHours, hours } = law.inspection;
  const leak = hiddenLeak(reading);
  const paper = leak
    ? !summary.result && requirementText(reading, leak, summary, person, law)
    : visit && noticeText({ ...reading, ...read }, summary, person, law, visit);
  return {
    ...summary,
    ...person,
    readOn: read.readOn,
    reading: read.reading,
    rules: { noticeHours, windowHours, ...hours },
    mayLapse: !summary.result && mayLapse(reading, { noticeHours, verifyBy: summary.repair?.verifyBy }, now),
    explanation: [
      whyAtypical(summary, law),
      ...(summary.result || known.atypical ? [] : [notNow]),
      ...(leak ? readingRepair(tenant, reading, now).explanation : []),
      ...(summary.result ? [billed(summary.result, summary, known, law)] : leak ? [untilVerified] : []),
      ...(known.claim === undefined ? [] : [`Este mes está en el reclamo ${known.claim}: vale lo que se decida allí.`]),
    ],
    ...(paper && { notice: [...paper] }),
    entries: [
      ...reading.entries.map((entry) => ({ type: entry.type, at: entry.at, said: saidOf(entry) })),
      ...(reading.attempts ?? []).map((attempt) => ({
        ...{ type: "repair-attempted" as const, at: attempt.at, said: attemptWords(attempt) },
      })),
    ].toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    version: reading.entries.length,
  };
}

const untilVerified =
  "Mientras no se verifique, no se sabe cómo se factura. Si el recibo sale antes por la diferencia de lecturas y la fuga se repara a tiempo, se corrige.";

const notNow =
  "Con los recibos y reclamos de hoy ya no es atípica, o no hay promedio con que saberlo. Léela otra vez, y se cierra.";

type Figures = Pick<View, "m3" | "averageM3" | "averagePrinted" | "assignmentM3">;

/** The average and the assignment by which a reading is judged: of today while it is open, and known today. */
function figuresOf(
  { averagePrinted = false }: AtypicalReading,
  { result, m3, averageM3, assignmentM3 }: Summary,
  known: KnownReading,
): Figures {
  if (result || known.averageM3 === undefined) return { m3, averageM3, averagePrinted, assignmentM3 };
  const { averageM3: average, printed, assignmentM3: assignment = assignmentM3 } = known;
  return { m3, averageM3: average, averagePrinted: printed, assignmentM3: assignment };
}

function whyAtypical({ m3, averageM3, averagePrinted, assignmentM3 }: Figures, { atypical }: CaseLaw): string {
  const average = averagePrinted ? "No hay promedio histórico válido: el del último recibo" : "El promedio histórico";
  return `Se leyeron ${m3} m³. ${average} es ${averageM3} m³ y la asignación ${assignmentM3} m³: es atípico lo que supera el promedio en más de ${atypical.pctOverAverage} % y llega a ${atypical.minAssignments} asignaciones.`;
}

const limitsOf = ({ averageOncePerMonths: once, averageMaxConsecutiveMonths: most }: CaseLaw["leak"]): string =>
  `El promedio por esta regla va una vez cada ${once} meses, por ${most} meses seguidos como máximo.`;

/** How the month is to be billed, by the law's table of outcomes. */
function billed(
  result: ReadingResult,
  { averagePrinted }: Figures,
  { use, nextAllowed }: KnownReading,
  { leak }: CaseLaw,
): string {
  const average = averagePrinted
    ? "la asignación de consumo, porque no hay promedio histórico válido"
    : "el promedio histórico";
  const next = nextAllowed
    ? "Si el mes siguiente también es atípico, cabe una vez más."
    : "Si el mes siguiente también es atípico, va por la diferencia de lecturas.";
  const byRule = use.allowed
    ? `Se factura por ${average}. ${limitsOf(leak)} ${next}`
    : `${use.explanation.join(" ")} Ya no cabe el promedio: se factura por la diferencia de lecturas.`;
  const words: Readonly<Record<ReadingResult, string>> = {
    corrected: "Ya no es atípica: se factura por la diferencia de lecturas, como se leyó la última vez.",
    "no-leak": `No hay fuga. ${leak.noLeakOutcome === "AVERAGE" ? byRule : "Se factura por la diferencia de lecturas."}`,
    "visible-leak": "Hay una fuga visible: se factura por la diferencia de lecturas.",
    "leak-repaired": byRule,
    "leak-open": "Se factura por la diferencia de lecturas.",
    "not-inside": "No se pudo entrar: se factura por la diferencia de lecturas.",
    "not-controlled": `No se hizo el control: se factura por ${average}.`,
    "repair-not-required": `No se exigió la reparación de la fuga: se factura por ${average}.`,
    "repair-not-verified": `No se verificó la reparación de la fuga: se factura por ${average}.`,
    delivered: "El sistema comercial entregó el control de este mes: vale lo que dice ese control.",
  };
  return words[result];
}

/** The notice of the visit, as practice words it (digest 4): what was read, why it is looked at, the day and hours. */
function noticeText(
  { supplyCode, period, readOn, reading }: AtypicalReading,
  figures: Figures,
  { holder, address }: Pick<View, "holder" | "address">,
  law: CaseLaw,
  { on, hours }: AnnouncedVisit,
): readonly string[] {
  const day = parseDay(on);
  return [
    "Aviso de consumo atípico",
    supplyLine(supplyCode, { holder, address }),
    `En ${monthAndYear(period)} tu medidor marcó ${reading} m³ el ${dateOf(readOn)}.`,
    whyAtypical(figures, law),
    `Antes de emitir tu recibo revisaremos tus instalaciones sanitarias el ${day ? longDate(day) : on}, de ${hours.replace("-", " a ")}.`,
    "Pedimos que esté una persona mayor de edad. Si hay una fuga, te diremos qué hacer.",
  ];
}

/** The written requirement to repair a hidden leak: what was found, the term, and what follows for the receipt. */
function requirementText(
  { supplyCode }: AtypicalReading,
  { on, hours }: AnnouncedVisit,
  { repair }: Summary,
  { holder, address }: Pick<View, "holder" | "address">,
  { leak }: CaseLaw,
): readonly string[] {
  return [
    "Requerimiento de reparación de una fuga no visible",
    supplyLine(supplyCode, { holder, address }),
    `En la visita del ${dateOf(on)}, de ${hours.replace("-", " a ")}, se encontró una fuga no visible: con los puntos de agua cerrados, el medidor siguió registrando.`,
    `Repárala en ${leak.repairCalendarDays} días calendario, contados desde el día siguiente de recibir este documento${repair ? `: hasta el ${dateOf(repair.due)}` : ""}.`,
    "Después iremos a verificar la reparación. Guarda fotos y comprobantes de lo que se reparó.",
    "Si la reparas a tiempo, este consumo se factura por el promedio histórico; si no, por la diferencia de lecturas.",
    limitsOf(leak),
  ];
}

const supplyLine = (supplyCode: string, { holder, address }: Pick<View, "holder" | "address">): string =>
  `Suministro ${supplyCode}${holder ? `, ${holder}` : ""}${address ? `, ${address}` : ""}.`;

const meansNames = {
  PERSONAL: "en persona",
  BAJO_PUERTA: "bajo la puerta",
  TELEFONO: "por teléfono",
  CORREO: "por correo",
  MENSAJE: "por mensaje de texto",
} as const;
const outcomeNames = {
  REALIZADA: "se hizo",
  PARCIAL: "se hizo en parte",
  AUSENTE: "no había nadie",
  IMPEDIDA: "no se permitió entrar",
} as const;
const leakNames = { NINGUNA: "sin fuga", VISIBLE: "con fuga visible", NO_VISIBLE: "con fuga no visible" } as const;

const givenWords = ({ means, on, at, receiver }: Extract<ReadingEntry, { type: "notified" }>["notice"]): string =>
  `${meansNames[means]} el ${dateOf(on)}, ${at}${receiver ? `, a ${receiver}` : ""}`;

const attemptWords = ({ on, hours, outcome, remark }: RepairAttempt): string =>
  `Verificación del ${dateOf(on)}, de ${hours.replace("-", " a ")}: ${outcomeNames[outcome]}; no se verificó nada.${remark ? ` ${remark}` : ""}`;

/** How the last visit of a reading ended, in a few words; undefined if none was recorded. */
function lastVisitOf({ entries, attempts = [] }: AtypicalReading): string | undefined {
  const visits = entries.flatMap((entry) => {
    if (entry.type === "repair-verified")
      return [{ on: entry.verification.on, said: entry.verification.repaired ? "fuga reparada" : "fuga sin reparar" }];
    if (entry.type !== "visited") return [];
    const { on, outcome, leak } = entry.inspection;
    return [{ on, said: leak ? `${outcomeNames[outcome]}, ${leakNames[leak]}` : outcomeNames[outcome] }];
  });
  const tried = attempts.map(({ on, outcome }) => ({ on, said: outcomeNames[outcome] }));
  const last = [...visits, ...tried].toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1);
  return last && `Visita del ${dateOf(last.on)}: ${last.said}`;
}

function saidOf(entry: ReadingEntry): string {
  switch (entry.type) {
    case "found":
      return "La trajo el archivo E del sistema comercial.";
    case "lapsed":
      return `Se cerró sin hacer lo que faltaba. ${entry.reason}`;
    case "delivered":
      return "El sistema comercial entregó el control del mes.";
    case "reread":
      return `Se leyó otra vez el ${dateOf(entry.readOn)}: ${entry.reading} m³, consumo ${entry.m3} m³; ${entry.atypical ? "es atípica" : "ya no es atípica"}. ${entry.reason}`;
    case "repair-required":
      return `Se exigió reparar la fuga, ${givenWords(entry.notice)}.`;
    case "repair-verified": {
      const { verification, remark } = entry;
      const { on, hours, repaired, repairedOn } = verification;
      const found = repaired ? `reparada${repairedOn ? ` el ${dateOf(repairedOn)}` : ""}` : "sin reparar";
      return `Verificación del ${dateOf(on)}, de ${hours.replace("-", " a ")}: la fuga está ${found}. ${leakTestWords(verification)} ${remark}`;
    }
    case "notified": {
      const { notice, visit } = entry;
      return `Aviso ${givenWords(notice)}: visita el ${dateOf(visit.on)}, de ${visit.hours.replace("-", " a ")}.`;
    }
    case "visited": {
      const { inspection, remark } = entry;
      const leak = inspection.leak ? `, ${leakNames[inspection.leak]}` : "";
      const metered = inspection.reading === undefined ? "" : `; el medidor marcaba ${inspection.reading} m³`;
      return `Visita del ${dateOf(inspection.on)}, de ${inspection.hours.replace("-", " a ")}: ${outcomeNames[inspection.outcome]}${leak}${metered}.${remark ? ` ${remark}` : ""}`;
    }
  }
}
