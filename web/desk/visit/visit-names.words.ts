import type {
  BoxState,
  CaptureKind,
  ConnectionFinding,
  FoundCause,
  PremisesType,
  SealState,
  SigningWay,
} from "../../../shared/domain/visit/inspection.ts";
import { instant } from "../../words/format.ts";

export const sealNames = {
  intact: "Intactos",
  broken: "Rotos",
  none: "No tiene",
} as const satisfies Record<SealState, string>;

export const boxNames = {
  good: "En buen estado",
  damaged: "Dañada",
  none: "No tiene",
} as const satisfies Record<BoxState, string>;

export const connectionNames = {
  open: "Abierta",
  closed: "Cerrada",
} as const satisfies Record<ConnectionFinding, string>;

export const premisesNames = {
  "one-family": "Unifamiliar",
  "several-families": "Multifamiliar",
  mixed: "Mixto, vivienda y negocio",
  commercial: "Comercial",
} as const satisfies Record<PremisesType, string>;

/** What a visit finds besides leaks. */
export const causeNames = {
  "meter-fault": "Falla del medidor",
  "crossed-supply": "Conexiones cruzadas con otro suministro",
  misread: "Lectura mal tomada",
  overflow: "Rebose de tanque o cisterna",
  "more-people": "Más personas o más uso que antes",
  irrigation: "Riego",
  other: "Otra causa",
} as const satisfies Record<FoundCause, string>;

/** How the person who attended signs. */
export const signingNames = {
  "on-screen": "En esta pantalla",
  "on-paper": "En papel",
  "at-request": "A ruego: firma otra persona, en papel",
  fingerprint: "Con su huella, en papel",
} as const satisfies Record<SigningWay, string>;

const kindNames: Readonly<Record<CaptureKind, string>> = {
  photo: "",
  signature: "Firma: ",
  "signed-paper": "Papel firmado: ",
  sketch: "Croquis: ",
};

/**
 * Returns a visit's file in words: its kind unless it is a photo, its name, and when the inspector's device says it was
 * made, if known: «Croquis: plano.png, 24 de noviembre de 2026, 9:42 a. m.»
 */
export function captureNames(kind: CaptureKind, fileName: string, takenAt: string | undefined): string {
  return `${kindNames[kind]}${fileName}${takenAt ? `, ${instant(takenAt)}` : ""}`;
}
