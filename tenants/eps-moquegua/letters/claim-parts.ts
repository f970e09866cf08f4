import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { FiledForm } from "../../../shared/documents/letters.ts";
import type { Block, Line } from "../../../shared/documents/sheet.ts";
import {
  channelNames,
  claimantName,
  declarationNames,
  hearingModeNames,
  languageWords,
  leakCheckNames,
  requestNames,
  standingNames,
  standingText,
} from "../../../shared/documents/spanish-names.ts";
import type { CaseEventOf } from "../../../shared/domain/case/case-events.ts";
import { isClaimants } from "../../../shared/domain/case/claim-events.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { type ClaimForm, isMobile } from "../../../shared/domain/filing/claim-form.ts";
import { printedCents } from "../../../shared/domain/receipt/money.ts";
import { monthAndYear } from "../../../shared/domain/receipt/spanish-months.ts";
import type { CalendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { clockOf, hoursText, longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";

type Filing = CaseEventOf<"claim-filed">;

/**
 * Returns the form of a claim as it was filed (digest 1.3), and its next steps: visit, hearing, the last day to notify
 * the decision, and who is responsible for the claim. A visit or hearing without its day yet says that the day will be
 * notified. A consent to e-mail that may still be undone says until when.
 */
export function formBlocks({
  filing,
  claimType,
  consentUndoUntil,
}: Pick<FiledForm, "filing" | "claimType" | "consentUndoUntil">): readonly Block[] {
  const { form, attachments } = filing.details;
  return [
    { lines: received(filing) },
    { heading: "Quién reclama" },
    { lines: who(form.claimant, consentUndoUntil) },
    { heading: "Qué se reclama" },
    { lines: what(filing, claimType) },
    { text: `Lo que cuentas: ${form.grounds}` },
    { heading: "Qué se declaró" },
    { lines: declared(filing) },
    { heading: "Archivos que presentaste" },
    attachmentsBlock(attachments),
    { heading: "Qué sigue" },
    { lines: next(filing) },
  ];
}

function received({ details, recordedAt, filedOn, channel, by }: Filing): readonly Line[] {
  const { typedBy } = details;
  const office = typedBy ? `${typedBy}, de la oficina` : "personal de la oficina";
  return [
    ["Código del reclamo", details.code],
    ["Recibido", longInstant(recordedAt)],
    ["Cuenta como presentado el", longDate(filedOn)],
    ["Cómo se presentó", channelNames[channel]],
    ["Quién lo registró", isClaimants(by) ? "la misma persona que reclama" : office],
  ];
}

/** Returns the names as one line of boxes, `( ) name`, to mark by hand, in the order of the record. */
export function choices(names: Readonly<Record<string, string>>): string {
  return Object.values(names)
    .map((name) => `( ) ${name}`.replaceAll(" ", "\u00a0"))
    .join("   ");
}

const yesOrNo = { yes: "sí", no: "no" } as const;

/**
 * Returns the lines with the data of a claimant, or of who asks for attention; what they did not give is named as not
 * given. If `claimant` is undefined, returns empty lines and choices to fill in by hand. `undoUntil` is the last day to
 * undo their consent to e-mail; absent if it counts at once.
 */
export function who(claimant: ClaimForm["claimant"] | undefined, undoUntil?: CalendarDay): readonly Line[] {
  if (!claimant)
    return [
      ["Nombres y apellidos", ""],
      ["Razón social, si es una empresa", ""],
      ["Documento y su número", ""],
      ["En calidad de", choices(standingNames)],
      ["Domicilio procesal", ""],
      ["Teléfono", ""],
      ["Correo", ""],
      ["Acepta notificaciones por correo", choices(yesOrNo)],
    ];
  const { document, standing, address, telephone, email, notifyByEmail, languageChoice } = claimant;
  return [
    ["Nombre", claimantName(claimant)],
    ["Documento", document ? `${document.kind} ${document.number}` : "no lo dio"],
    ["En calidad de", standingText(standing)],
    ["Domicilio procesal", address || "no lo dio"],
    ["Teléfono", telephone ? groupedTelephone(telephone) : "no dejó"],
    ["Correo", email ?? "no dejó"],
    ["Acepta notificaciones por correo", notifyByEmail ? yesAfter(undoUntil) : "no"],
    ...(languageChoice ? [["Idioma en que prefiere ser atendido", languageWords(languageChoice)] as const] : []),
  ];
}

/** A consent to e-mail, with from when it counts if it may still be undone. */
const yesAfter = (undoUntil: CalendarDay | undefined): string =>
  undoUntil
    ? `sí, pasado el ${longDate(undoUntil)}. Hasta ese día van en papel y puedes deshacerlo, por la web o por teléfono.`
    : "sí";

/**
 * Returns the form of a claim (digest 1.3) to fill in by hand, with empty lines and choices to mark. The names of the
 * claim types in `types` are listed at its end.
 */
export function blankFormBlocks(types: readonly string[]): readonly Block[] {
  return [
    {
      lines: [
        ["Código del reclamo (lo pone la empresa)", ""],
        ["Recibido, día y hora (lo pone la empresa)", ""],
      ],
    },
    { heading: "Quién reclama" },
    { lines: who(undefined) },
    { heading: "Qué se reclama" },
    {
      lines: [
        ["Suministro", ""],
        ["Dirección del suministro", ""],
        ["Tipo de reclamo, por su número en la lista del final", ""],
        ["Recibo, mes, m³ y monto", ""],
        ["Recibo, mes, m³ y monto", ""],
        ["Recibo, mes, m³ y monto", ""],
        ["Qué se pide", choices(requestNames)],
        ["Fugas", choices(leakCheckNames)],
        ["Lectura que vio la persona", ""],
        ["Prueba del medidor (contrastación)", choices({ asks: "la pido", declines: "no la pido" })],
        ["Acepta el costo de la prueba si el medidor no marca de más", choices(yesOrNo)],
      ],
    },
    { heading: "Cuenta qué pasó" },
    { blank: 8 },
    { heading: "Qué se declara" },
    { lines: [["Recibió la cartilla", choices(yesOrNo)]] },
    { text: "Declaro que lo que digo es verdad." },
    { heading: "Archivos y pruebas que presentas" },
    { blank: 3 },
    { signatures: [["Firma de quien reclama", "Nombre, documento y fecha"]] },
    { heading: "Qué sigue (lo llena la empresa al recibirlo)" },
    {
      lines: [
        ["Visita a la casa o local, día y hora", ""],
        ["Reunión de conciliación, día y hora", ""],
        ["Último día para notificarte la decisión", ""],
      ],
    },
    { heading: "Tipos de reclamo" },
    { items: types },
  ];
}

/**
 * The answers and declarations that Formato 2 asks for (digest 1.3); an answer that was left out is named, so that the
 * office asks for it.
 */
function declared({ channel, details: { form } }: Filing): readonly Line[] {
  const { leaflet, declaration } = form;
  // The site shows the leaflet on the page that files: what a person does not mark there is that they read it.
  const isShown = channel === "web" && leaflet === false;
  return [
    ["Recibió la cartilla", isShown ? "se le mostró al presentarlo; no marcó que la leyó" : yesNo(leaflet)],
    [
      "Declaración",
      declaration
        ? `«${declaration.text}» ${declarationNames[declaration.how]}, ${longInstant(declaration.at)}`
        : "no la hizo",
    ],
  ];
}

function yesNo(answer: boolean | undefined): string {
  if (answer === undefined) return "no lo dijo";
  return answer ? "sí" : "no";
}

/** The receipts that somebody without an account wrote: of those that are not the supply's nothing is known. */
function writtenLines({ form, guest }: Filing["details"]): readonly Line[] {
  const known = new Set(form.receipts.map(({ number }) => number));
  return (guest?.receipts ?? [])
    .filter(({ number }) => !known.has(number))
    .map(({ number, period }): Line => [`Recibo ${number}`, `${monthAndYear(period)}, como lo escribió quien reclama`]);
}

function what({ details }: Filing, claimType: string): readonly Line[] {
  const { form, problem, supplyAddress } = details;
  const { supplyCode, receipts, request, leakCheck, meterReading, meterTest, meterTestCostAccepted } = form;
  const receiptLines = receipts.map(
    ({ number, period, m3, amount }): Line => [
      `Recibo ${number}`,
      `${monthAndYear(period)}: ${m3} m³, S/ ${printedCents(amount)} por el mes`,
    ],
  );
  return [
    ["Suministro", supplyCode],
    ...(supplyAddress ? [["Dirección del suministro", supplyAddress] as const] : []),
    ["Tipo de reclamo", claimType],
    ...(problem ? [["Solicitud que no se solucionó", problem.code] as const] : []),
    ...receiptLines,
    ...writtenLines(details),
    ["Qué se pide", requestNames[request]],
    ...(leakCheck ? [["Fugas", leakCheckNames[leakCheck]] as const] : []),
    ...(meterReading === undefined ? [] : [["Lectura que vio la persona", `${meterReading} m³`] as const]),
    ...(meterTest === undefined
      ? []
      : [
          [
            "Prueba del medidor (contrastación)",
            `se informó el derecho a pedirla; ${meterTest ? "la pide" : "no la pide"}`,
          ] as const,
        ]),
    ...(meterTest
      ? [["Acepta el costo de la prueba si el medidor no marca de más", yesNo(meterTestCostAccepted)] as const]
      : []),
  ];
}

/**
 * The next steps with their days: one without a day yet says that it will be notified. Who left neither mobile nor
 * e-mail reads that they are notified on paper.
 */
function next({
  inspectionOn,
  hearingOn,
  details: { visit, hearing, notifyBy, owner, form },
}: Filing): readonly Line[] {
  const later = "te avisaremos el día";
  const visited = visit ? `${longDate(visit.on)}, ${hoursText(visit)}` : inspectionOn && later;
  const heard = hearing
    ? `${longDate(hearing.on)} a ${clockOf(hearing.at)}, ${hearingModeNames[hearing.mode]}`
    : hearingOn && later;
  const { standing, telephone, email, address } = form.claimant;
  const represents = standing.as === "representative";
  const onPaper = email === undefined && !isMobile(telephone) && address !== "";
  return [
    ...(represents
      ? [["El poder", "si no lo presentaste, agrégalo a tu reclamo en la web o tráelo a la oficina"] as const]
      : []),
    ...(visited ? [["Visita a tu casa o local", visited] as const] : []),
    ...(heard ? [["Reunión de conciliación", heard] as const] : []),
    ["Último día para notificarte la decisión", longDate(notifyBy)],
    ...(onPaper ? [["Cómo te notificamos", `en papel, en ${address}`] as const] : []),
    ...(owner ? [["Quién responde por tu reclamo", `${owner.name}, anexo ${owner.extension}`] as const] : []),
  ];
}
