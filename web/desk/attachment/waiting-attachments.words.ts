import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { instant } from "../../words/format.ts";

export type WaitingAttachment = AnswerOf<Routes["attendAttachment"]>;

export const waitingAttachmentsWords = {
  back: "Documentos",
  lede: "Se presentaron y no llegaron, nadie pudo leerlos o no pasaron la revisión. Lo presentado vale igual: hay que conseguir el archivo.",
  empty: "No hay archivos por atender.",
  emptyText:
    "Aquí aparecen los que no llegaron, los que nadie pudo leer y los que no pasaron la revisión, el más antiguo primero.",
  columns: { file: "Archivo", of: "Se presentó con", state: "Qué le pasa", since: "Se anunció", act: "Qué hacer" },
  states: {
    pending: "No llegó",
    received: "Recibido",
    unreadable: "No se pudo leer",
    refused: "No pasó la revisión: no lo abra",
  } satisfies Record<WaitingAttachment["state"], string>,
  onItsWay: "En camino: puede llegar hasta un día después",
  reminded: (at: string) => `Se le recordó: ${instant(at)}`,
  asked: (at: string) => `Se le pidió otra copia: ${instant(at)}`,
  attend: "Atender",
  attendOf: (fileName: string) => `Atender ${fileName}`,
  act: "¿Qué hace con este archivo?",
  acts: {
    ask: "Pedirle otra copia: se le avisa, y el archivo sigue en esta lista",
    close: "Ya está atendido: sale de esta lista",
  },
  text: "Qué le dice, o cómo se atendió",
  textHint: "Lo verá quien lo presentó, si es de un documento. No escriba datos de otras personas.",
  choose: "Elija una opción.",
  send: "Guardar",
  cancel: "Cancelar",
  done: (fileName: string, waits: boolean) =>
    waits ? `Se pidió otra copia de ${fileName}.` : `${fileName} salió de la lista.`,
  problem: "Solicitud de atención",
  more: "Ver más",
} as const;
