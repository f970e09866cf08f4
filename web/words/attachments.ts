import type { AttachmentType } from "../../shared/domain/submission/submission.ts";
import { wholeNumber } from "./format.ts";
import { said } from "./said.ts";

/** Whether any type but PDF is accepted. */
export const takesPhotos = (types: readonly AttachmentType[]): boolean =>
  types.some((type) => type !== "application/pdf");

const fileCount = (count: number): string => (count === 1 ? "1 archivo" : `${count} archivos`);

export const attachmentsWords = {
  label: "Agregar fotos o documentos",
  hint: (types: readonly AttachmentType[], max: number, maxMb: number) =>
    `${takesPhotos(types) ? "Fotos o PDF" : "PDF"}: hasta ${fileCount(max)} de ${maxMb} MB.`,
  list: said("{Tus|Sus} archivos"),
  states: {
    kept: "Guardado en este teléfono",
    sending: "Subiendo",
    pending: "Recibido (revisando)",
    received: "Recibido",
    unreadable: "Recibido, pero no se pudo leer",
    refused: "No se pudo abrir",
    lost: "No llegó",
  },
  others: "Es de otra persona",
  percent: (percent: number) => `Subiendo: ${percent} %`,
  unreadable: (name: string) =>
    said(`«${name}» no se pudo abrir. {Prueba|Pruebe} tomando la foto otra vez, o {envía|envíe} un PDF.`),
  notSent: (name: string) => said(`«${name}» no llegó completo. {Envíalo|Envíelo} otra vez; lo demás ya llegó.`),
  keptHere: "No se pierde: se envía cuando haya señal, o con tu reclamo.",
  keptForSignal: "No se pierde: se envía solo cuando haya señal.",
  chooseAgain: (name: string) =>
    said(`«${name}» se quedó a medias. {Elige|Elija} otra vez el mismo archivo: sigue en su lugar.`),
  tooLarge: (name: string, maxMb: number) =>
    said(`«${name}» pasa de ${maxMb} MB. {Envíalo|Envíelo} en partes o con menos resolución.`),
  tooMany: (max: number) => said(`{Puedes|Puede} agregar hasta ${fileCount(max)}.`),
  isOf: (name: string) => `Se eligió para ${name}.`,
  take: "Es de esta persona",
  remove: "Quitar",
  resend: "Enviar otra vez",
  size: (bytes: number) =>
    bytes < 1_000_000 ? `${wholeNumber(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
} as const;
