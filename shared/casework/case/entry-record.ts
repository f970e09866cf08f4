import { useUnitWords, waterPointWords } from "../../documents/inspection-words.ts";
import {
  boxNames,
  causeNames,
  claimantName,
  connectionNames,
  premisesNames,
  sealNames,
  signingNames,
} from "../../documents/spanish-names.ts";
import type { CaseEvent, CaseEventOf } from "../../domain/case/case-events.ts";
import { isClaimants } from "../../domain/case/claim-events.ts";
import type { CompanyRepresentative } from "../../domain/case/fact-details.ts";
import { type CopyKind, isGuarded } from "../../domain/case-copy/case-copy.ts";
import { instalmentWords } from "../../domain/conciliation/spanish-instalments.ts";
import { groupedTelephone } from "../../domain/counter/telephone.ts";
import { type ChangedContact, fullName } from "../../domain/filing/claim-form.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { dateOf, monthAndYear } from "../../domain/receipt/spanish-months.ts";
import type { Receiver } from "../../domain/resolution/notified-acts.ts";
import { longInstant } from "../../domain/term/spanish-dates.ts";
import type { InternalInspection, VisitSigning } from "../../domain/visit/inspection.ts";
import type { Envelope } from "../../storage/case/case-chain.ts";
import type { StaffRecord } from "../../storage/register/staff-register.ts";
import { isPartOfFile, keptFrom } from "../case-copy/case-pieces.ts";
import { mayKnowResolution } from "../resolution/issued-resolutions.ts";
import { withoutWhy } from "../work/handing-reason.ts";
import type { CaseAt } from "./case-at.ts";
import { entryWords } from "./entry-words.ts";

type Line = readonly [label: string, value: string];

/** What a copy prints of an entry. `masked`: some values are replaced; the last three states: all of it is left out. */
export interface EntryPrint {
  readonly lines: readonly Line[];
  readonly state: "whole" | "masked" | "others-data" | "kept-back" | "not-notified";
}

const masked = "dato de otra persona";
const isMasked = ([, value]: Line): boolean => value.includes(masked);

/**
 * Whether an entry bears a key, which opens a claim or a notice to whoever reads it: a copy has only the hash of its
 * content.
 */
function holdsKey({ details }: CaseEvent): boolean {
  return "claimKey" in details || ("noticeKey" in details && details.noticeKey !== undefined);
}

/**
 * Returns whether a copy may contain an entry exactly as the chain has it. False if the entry has a key that opens a
 * claim or a notice, says why a visit was handed over, or is not part of the case file (`isPartOfFile`). In a copy for
 * a third party or the claimant, false also if `entryPrint` masks a value or prints only the hash.
 */
export function isOpenTo(at: CaseAt, event: CaseEvent, copy: CopyKind): boolean {
  if (holdsKey(event) || withoutWhy(event) !== event || !isPartOfFile(event)) return false;
  if (!isGuarded(copy)) return true;
  return !reservedFrom(at, event, copy) && !printed(at, event, copy).some(isMasked);
}

/**
 * Why a copy prints nothing of an entry; undefined if it prints it. A guarded copy has no resolution before it is
 * notified.
 */
function reservedFrom(at: CaseAt, event: CaseEvent, copy: CopyKind) {
  const kept = keptFrom(at.file.events, event, copy);
  if (kept || !isGuarded(copy)) return kept;
  const of =
    event.type === "rectified"
      ? event.details.of
      : event.type === "resolution-signed"
        ? event.details.number
        : undefined;
  return of !== undefined && !mayKnowResolution(of, at, "claimant") ? "not-notified" : undefined;
}

/**
 * Returns the lines that a copy of this kind prints of an entry, without why work was handed over, and their `state`.
 * If the copy may not show the entry, the lines are «reservado» and the hash of its content, and `state` is the reason.
 * In a copy for a third party or the claimant, other people's data are masked, for a third party also the claimant's:
 * `state` is `masked` if any were. Otherwise `state` is `whole`.
 */
export function entryPrint(at: CaseAt, event: CaseEvent, { contentHash }: Envelope, copy: CopyKind): EntryPrint {
  const kept = reservedFrom(at, event, copy);
  if (kept)
    return {
      lines: [
        ["Contenido", "reservado"],
        ["Huella del contenido", contentHash],
      ],
      state: kept,
    };
  const lines = printed(at, event, copy);
  return { lines, state: lines.some(isMasked) ? "masked" : "whole" };
}

/**
 * Returns who recorded an entry, in Spanish: «quien reclama», «el sistema», or the name of the member of staff. Staff
 * are «personal de la empresa» in a copy for a third party or the claimant, and if they are not in `staff`.
 */
export function recorderOf({ by }: CaseEvent, staff: readonly StaffRecord[], copy: CopyKind): string {
  if (isClaimants(by)) return "quien reclama";
  if (by.kind === "system") return "el sistema";
  const name = staff.find(({ sub }) => sub === by.sub)?.name;
  return name === undefined || isGuarded(copy) ? "personal de la empresa" : name;
}

const line = (label: string, value: string | number | undefined): readonly Line[] =>
  value === undefined || value === "" ? [] : [[label, String(value)]];

function printed({ file }: CaseAt, event: CaseEvent, copy: CopyKind): readonly Line[] {
  const words = event.type === "claim-filed" ? undefined : entryWords(withoutWhy(event));
  const lines = [...line("Qué dice", words), ...detailsOf(event, isGuarded(copy))];
  if (!isGuarded(copy)) return lines;
  const hidden = [...othersIn(event), ...(copy === "third-party" ? claimantData(file.events) : [])];
  return lines.map(([label, value]): Line => [label, masking(hidden, value)]);
}

/** Who received or attended: an entry may say them in its words too. */
function othersIn({ details }: CaseEvent): readonly string[] {
  const receiver = "receiver" in details ? details.receiver : undefined;
  const attended = "attendedBy" in details ? details.attendedBy : undefined;
  return [
    ...(receiver ? [receiver.name, receiver.document ?? "", receiver.relation] : []),
    ...(typeof attended === "object" ? [attended.name] : []),
  ];
}

/** What says who claims, how they are reached and for which supply; a receipt's number is half of what opens it. */
function claimantData(events: readonly CaseEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.type === "claim-extended") return event.details.receipts?.map(({ number }) => number) ?? [];
    if (event.type === "contact-changed" || event.type === "hearing-mode-chosen") return contactWords(event.details);
    if (event.type === "hearing-called") return contactWords({ telephone: event.details.number });
    if (event.type === "conciliation-held") return event.details.attendedBy ?? [];
    if (event.type !== "claim-filed") return [];
    const { form, supplyAddress = "" } = event.details;
    const { claimant, receipts, supplyCode } = form;
    const { givenNames, paternalSurname, companyName = "", document } = claimant;
    const names = [claimantName(claimant), fullName(claimant), `${givenNames} ${paternalSurname}`, companyName];
    const numbers = [document?.number ?? "", supplyCode, ...receipts.map(({ number }) => number)];
    return [...names, ...numbers, supplyAddress, ...contactWords(claimant)];
  });
}

/** Its texts, the telephone also as entries print it. */
const contactWords = ({ telephone = "", email = "", address = "" }: ChangedContact): readonly string[] => [
  telephone,
  groupedTelephone(telephone),
  email,
  address,
];

/** Returns a text with each of the hidden words masked, where it stands whole, in capitals or small letters. */
function masking(hidden: readonly string[], text: string): string {
  return hidden
    .map((word) => word.trim().replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .filter((word) => word !== "")
    .reduce(
      (left, word) => left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "giu"), masked),
      text,
    );
}

/** What an entry says beyond its one line. */
function detailsOf(event: CaseEvent, guarded: boolean): readonly Line[] {
  switch (event.type) {
    case "claim-filed":
      return formLines(event);
    case "inspection-reported":
    case "late-inspection":
      return visitLines(event.details, guarded);
    case "conciliation-held":
      return [
        ...line("Asistió", event.details.attendedBy),
        ...line("Por la empresa", event.details.companyBy && companyWords(event.details.companyBy)),
        ...line("Propuso la empresa", event.details.companyProposal),
        ...line("Propuso quien reclama", event.details.claimantProposal),
        ...line("En qué no acordaron", event.details.disagreed),
        ...line("Observaciones", event.details.observations),
        ...line("Pruebas que faltaban", event.details.missing.join("; ")),
      ];
    case "offer-made":
      return [
        ...line("Condiciones", event.details.terms),
        ...line("Cómo se pagaría", instalmentWords(event.details.instalments)),
        ...line("Hasta cuándo se podía responder", dateOf(event.details.until)),
      ];
    case "offer-answered":
      return line("Por qué, dicho por quien reclama", event.details.counter?.says);
    case "notice-dispatched":
      return event.details.says.map((said) => ["Se avisó", said]);
    case "resolution-signed":
    case "rectified":
    case "withdrawal-accepted":
    case "document-signed":
      return [...line("Firmó", event.details.signer), ...line("Sello", event.details.seal?.signature)];
    case "resolution-notified":
    case "delivery-claimed":
      return deliveryLines(event.details, guarded);
    case "defect-notified":
      return [...receiverLines(event.details.receiver, guarded), ...line("Predio", event.details.premises)];
    case "delivery-attempted":
      return [...clockLines(event.details), ...line("Predio", event.details.premises)];
    default:
      return [];
  }
}

const companyWords = ({ name, charge }: CompanyRepresentative): string => `${name}. ${charge}`;

/** The fields of Formato 2 (digest 1.3). */
function formLines({ details: { code, form, supplyAddress, notifyBy } }: CaseEventOf<"claim-filed">): readonly Line[] {
  const { claimant, receipts } = form;
  const { document, address, telephone, email } = claimant;
  return [
    ["Código", code],
    ["Quién reclama", claimantName(claimant)],
    ["Documento", document ? `${document.kind} ${document.number}` : "no lo dio"],
    ...line("Domicilio procesal", address),
    ...line("Teléfono", telephone && groupedTelephone(telephone)),
    ...line("Correo", email),
    ["Suministro", form.supplyCode],
    ...line("Dirección del suministro", supplyAddress),
    ...receipts.map(
      ({ number, period, m3, amount }): Line => [
        "Recibo",
        `${number}, ${monthAndYear(period)}: ${m3} m³, S/ ${formatCents(amount)}`,
      ],
    ),
    ["Qué cuenta", form.grounds],
    ...line("Declaración", form.declaration?.text),
    ["Último día para notificar la decisión", dateOf(notifyBy)],
  ];
}

function visitLines(details: CaseEventOf<"inspection-reported">["details"], guarded: boolean): readonly Line[] {
  const { startedAt, endedAt, external, internal, causes = [] } = details;
  return [
    ["Empezó", longInstant(startedAt)],
    ...line("Terminó", endedAt && longInstant(endedAt)),
    ...attendedLines(details, guarded),
    ...line("Medidor", external.meterNumber),
    ...line("Lectura", external.reading),
    ...line("Precintos", external.seals && sealNames[external.seals]),
    ...line("Caja", external.box && boxNames[external.box]),
    ["Fuga en la caja", external.leakAtBox ? "sí" : "no"],
    ...line("Conexión", external.connection && connectionNames[external.connection]),
    ...line("Tipo de predio", external.premisesType && premisesNames[external.premisesType]),
    ...line("Predio", external.premises),
    ...line("Suministros vecinos", external.neighbours && (guarded ? masked : external.neighbours)),
    ...(internal ? internalLines(internal) : []),
    ...line("Se encontró", causes.map((cause) => causeNames[cause]).join(", ") || undefined),
  ];
}

/** Who attended the visit, and how they signed or why they did not. */
function attendedLines(
  { attendedBy, signing, unsigned }: CaseEventOf<"inspection-reported">["details"],
  guarded: boolean,
): readonly Line[] {
  return [
    ...(attendedBy ? [["Atendió", guarded ? masked : `${attendedBy.name} (${attendedBy.relation})`] as const] : []),
    ...(signing ? [signingLine(signing, guarded)] : []),
    ...line("No firmó", unsigned && (guarded ? masked : unsigned)),
  ];
}

function signingLine({ how, by }: VisitSigning, guarded: boolean): Line {
  return ["Firmó", by ? `${signingNames[how]}: ${guarded ? masked : by}` : signingNames[how]];
}

function internalLines({ occupants, useUnits, points, leakTest }: InternalInspection): readonly Line[] {
  return [
    ...line("Ocupantes", occupants),
    ...useUnits.map((units): Line => ["Unidades de uso", useUnitWords(units)]),
    ...points.map((point): Line => [point.kind, waterPointWords(point)]),
    ...line("Prueba de fugas", leakTest && `${leakTest.before} a ${leakTest.after} en ${leakTest.minutes} min`),
  ];
}

function receiverLines(receiver: Receiver | undefined, guarded: boolean): readonly Line[] {
  if (!receiver) return [];
  return [
    ...line("Recibió", guarded ? masked : `${receiver.name} (${receiver.relation})`),
    ...line("Documento de quien recibió", receiver.document && (guarded ? masked : receiver.document)),
  ];
}

/** A difference below this is no wrong clock. */
const slackMs = 60_000;

/** The hour of the device, and beside it what its own clock said if that was wrong. */
function clockLines({
  deviceTime,
  deviceClockAt,
}: Pick<CaseEventOf<"delivery-claimed">["details"], "deviceTime" | "deviceClockAt">): readonly Line[] {
  const isWrong =
    deviceTime && deviceClockAt && Math.abs(Date.parse(deviceClockAt) - Date.parse(deviceTime)) >= slackMs;
  return [
    ...line("Hora del equipo", deviceTime && longInstant(deviceTime)),
    ...line("El reloj del equipo, que estaba mal, decía", isWrong ? longInstant(deviceClockAt) : undefined),
  ];
}

function deliveryLines(
  { receiver, deliveredAt, premises, ...clocks }: CaseEventOf<"delivery-claimed">["details"],
  guarded: boolean,
): readonly Line[] {
  return [
    ...receiverLines(receiver, guarded),
    ...line("Entregada", deliveredAt && longInstant(deliveredAt)),
    ...clockLines(clocks),
    ...line("Predio", premises),
  ];
}
