import type { CaseEventOf } from "../domain/case-events.ts";
import type { ClaimForm } from "../domain/claim-form.ts";
import { formatCents } from "../domain/money.ts";
import { papersBlock } from "./papers-block.ts";
import type { Letterhead, Line, Sheet } from "./sheet.ts";
import { longDate, longInstant, monthOf } from "./spanish-dates.ts";
import {
  channelNames,
  claimantName,
  claimTypeNames,
  hearingModeNames,
  leakCheckNames,
  requestNames,
  standingNames,
} from "./spanish-names.ts";

/** What the cargo of a claim is made of. */
export interface ClaimCargo {
  readonly letterhead: Letterhead;
  /** The form the claim is filed by, as the law names it: `Formato 2`. */
  readonly formName: string;
  readonly filing: CaseEventOf<"claim-filed">;
  /** The page that opens the claim with its key, the key in it. */
  readonly accessAddress: string;
}

type Filing = ClaimCargo["filing"];

/** The cargo of a claim: the content of the form it is filed by (digest 1.3), what comes next, the claim's key. */
export function claimCargo({ letterhead, formName, filing, accessAddress }: ClaimCargo): Sheet {
  const { details, recordedAt } = filing;
  const { form, papers } = details;
  return {
    letterhead,
    title: `Cargo de reclamo (${formName})`,
    code: details.code,
    madeAt: recordedAt,
    blocks: [
      { lines: received(filing) },
      { heading: "Quién reclama" },
      { lines: who(form.claimant) },
      { heading: "Qué se reclama" },
      { lines: what(filing) },
      { text: `Lo que cuentas: ${form.grounds}` },
      { heading: "Archivos que presentaste" },
      papersBlock(papers),
      { heading: "Qué sigue" },
      { lines: next(filing) },
      { heading: "No tienes que pagar para reclamar" },
      {
        text: "Reclamar es gratis. Mientras dure el reclamo no se te puede exigir el pago de lo que reclamas ni cortar el servicio por ese recibo: está retenido. Tus demás recibos siguen su curso.",
      },
      { heading: "Tu clave del reclamo" },
      {
        text: `Clave: ${details.claimKey}. Con ella abres este reclamo en la web, lo sigues y respondes, aunque lo hayas presentado por teléfono o en la oficina. Quien la tenga puede verlo: no la compartas.`,
      },
      { qr: accessAddress, caption: "Lee este código con la cámara de tu celular para abrir tu reclamo." },
    ],
  };
}

function received({ details, recordedAt, filedOn, channel, by }: Filing): readonly Line[] {
  return [
    ["Código del reclamo", details.code],
    ["Recibido", longInstant(recordedAt)],
    ["Cuenta como presentado el", longDate(filedOn)],
    ["Cómo se presentó", channelNames[channel]],
    ["Quién lo registró", by.kind === "customer" ? "la misma persona que reclama" : "personal de la oficina"],
  ];
}

function who(claimant: ClaimForm["claimant"]): readonly Line[] {
  const { document, standing, address, telephone, email, notifyByEmail } = claimant;
  return [
    ["Nombre", claimantName(claimant)],
    ["Documento", document ? `${document.kind} ${document.number}` : "no lo dio"],
    ["En calidad de", standingNames[standing.as]],
    ["Domicilio procesal", address || "no lo dio"],
    ["Teléfono", telephone ?? "no dejó"],
    ["Correo", email ?? "no dejó"],
    ["Acepta notificaciones por correo", notifyByEmail ? "sí" : "no"],
  ];
}

function what({ claimType, details: { form } }: Filing): readonly Line[] {
  const { supplyCode, receipts, request, leakCheck, meterReading, meterTest } = form;
  const receiptLines = receipts.map(
    ({ number, period, m3, amount }): Line => [
      `Recibo ${number}`,
      `${monthOf(period)}: ${m3} m³, S/ ${formatCents(amount)} por el mes`,
    ],
  );
  return [
    ["Suministro", supplyCode],
    ["Tipo de reclamo", claimTypeNames[claimType]],
    ...receiptLines,
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
  ];
}

function next({ details: { visit, hearing, notifyBy, owner } }: Filing): readonly Line[] {
  return [
    ...(visit
      ? [["Visita al predio", `${longDate(visit.on)}, entre las ${visit.from} y las ${visit.to}`] as const]
      : []),
    ...(hearing
      ? [
          [
            "Audiencia de conciliación",
            `${longDate(hearing.on)} a las ${hearing.at}, ${hearingModeNames[hearing.mode]}`,
          ] as const,
        ]
      : []),
    ["Último día para notificarte la decisión", longDate(notifyBy)],
    ...(owner ? [["Quién responde por tu reclamo", `${owner.name}, anexo ${owner.extension}`] as const] : []),
  ];
}
