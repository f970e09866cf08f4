import type { AttachmentType } from "../../shared/domain/submission.ts";
import { wholeNumber } from "./format.ts";

/** Whether any type but PDF is accepted. */
export const takesPhotos = (types: readonly AttachmentType[]): boolean =>
  types.some((type) => type !== "application/pdf");

const fileCount = (count: number): string => (count === 1 ? "1 archivo" : `${count} archivos`);

export const attachmentsWords = {
  label: "Agregar fotos o documentos",
  hint: (types: readonly AttachmentType[], max: number, maxMb: number) =>
    `${takesPhotos(types) ? "Fotos o PDF" : "PDF"}: hasta ${fileCount(max)} de ${maxMb} MB.`,
  list: "Tus archivos",
  states: {
    kept: "Guardado en este teléfono",
    sending: "Subiendo",
    pending: "Recibido (revisando)",
    received: "Recibido",
    unreadable: "Recibido, pero no se pudo leer",
    refused: "No se pudo abrir",
    lost: "No llegó",
  },
  percent: (percent: number) => `Subiendo: ${percent} %`,
  unreadable: (name: string) => `«${name}» no se pudo abrir. Prueba tomando la foto otra vez, o envía un PDF.`,
  notSent: (name: string) => `«${name}» no llegó completo. Envíalo otra vez; lo demás ya llegó.`,
  keptHere: "No se pierde: se envía cuando haya señal, o con tu reclamo.",
  keptForSignal: "No se pierde: se envía solo cuando haya señal.",
  chooseAgain: (name: string) => `«${name}» se quedó a medias. Elige otra vez el mismo archivo: sigue en su lugar.`,
  tooLarge: (name: string, maxMb: number) => `«${name}» pasa de ${maxMb} MB. Envíalo en partes o con menos resolución.`,
  tooMany: (max: number) => `Puedes agregar hasta ${fileCount(max)}.`,
  remove: "Quitar",
  resend: "Enviar otra vez",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${wholeNumber(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
} as const;
