import type { ImportKind, ShownImportState } from "../../shared/domain/billing/import.ts";
import type { DeskPage } from "../desk-paths.ts";
import { counted, wholeNumber } from "./format.ts";

/** Names of pages in the menu that are shorter than their titles. */
export const menuNames: Readonly<Partial<Record<DeskPage, string>>> = {
  work: "Bandeja",
  lateRisks: "Por vencer",
  inspections: "Inspecciones",
  hearings: "Conciliaciones",
  problems: "Solicitudes",
  callBacks: "Llamadas",
  quejas: "Quejas",
  holds: "Bloqueos",
  observations: "Observaciones",
  supervisors: "Supervisión",
  imports: "Importar",
  calendars: "Calendario",
  retention: "Conservación",
  values: "Valores",
  readings: "Lecturas",
};

export const deskWords = {
  desk: "Mesa de trabajo",
  menu: "Menú de la mesa",
  moreMenu: "Más",
  homeLede: "Lo que puede hacer aquí depende de su cargo.",
  homeNoRole: "Su cuenta todavía no tiene un cargo en la mesa. Pídalo a quien administra los accesos.",
  signInFirst: "Ingrese para trabajar",
  signInText: "Use su cuenta de la empresa y el código de su aplicación de seguridad.",
  signIn: "Ingresar a la mesa",
  noRole: "Su cargo no permite hacer esto",
  noRoleText: "Si le corresponde, pida el cargo a quien administra los accesos.",
  toHome: "Volver al inicio de la mesa",
  notFound: "No encontramos esta página",
} as const;

export const kindNames = {
  receipts: "Recibos del mes",
  lines: "Conceptos de los recibos",
  register: "Padrón de suministros",
  payments: "Pagos del día",
  controls: "Control antes de facturar",
} as const satisfies Record<ImportKind, string>;

export const stateNames = {
  waiting: "Esperando el archivo",
  scanning: "Revisando el archivo",
  previewed: "Falta decidir si se importa",
  storing: "Guardando las filas",
  checking: "Comprobando lo guardado",
  done: "Terminado",
  refused: "Rechazado",
} as const satisfies Record<ShownImportState, string>;

export const importWords = {
  upload: "Importar un archivo",
  kind: "¿Qué trae el archivo?",
  file: "Archivo",
  fileHint: "El CSV del sistema comercial, hasta 1 GB.",
  noFile: "Elija el archivo.",
  action: "Importar archivo",
  hashing: "Calculando la huella del archivo…",
  hashingLarge:
    "Calculando la huella del archivo: es grande y hay que leerlo entero antes de enviarlo. Puede tardar un minuto.",
  unreadable: "No pudimos leer el archivo. Ciérrelo en otros programas, o pártalo en dos si es muy grande.",
  asking: "Pidiendo permiso para enviarlo…",
  sending: (percent: number) => `Enviando: ${percent} %. No cierre esta página todavía.`,
  notSent: "El archivo no llegó completo. Vuelva a intentarlo: no se guardó nada.",
  list: "Últimas importaciones",
  empty: "Todavía no hay importaciones.",
  more: "Ver más",
  columns: { file: "Archivo", state: "Estado", when: "Cuándo" },
  back: "Importar recibos",
  progress: (done: number, of: number, withError: number) =>
    `${wholeNumber(done)} de ${wholeNumber(of)}; ${wholeNumber(withError)} con error`,
  partly: (stored: number, refused: number) =>
    `: ${counted(stored, "guardada", "guardadas")}, ${counted(refused, "rechazada", "rechazadas")}`,
  mayClose: "Puede cerrar esta página y volver: el trabajo sigue.",
  waitingText: "El archivo todavía no llega. Si cerró la página mientras se enviaba, impórtelo otra vez.",
  started: (instant: string) => `Empezó el ${instant}`,
  finished: (instant: string) => `Terminó el ${instant}`,
  failed: "No se guardó nada de este archivo",
  result: "Resultado",
  download: "Descargar filas con error",
  noErrors: "Ninguna fila quedó con error.",
  lost: "No podemos preguntar cómo va. Volveremos a intentarlo solos.",
} as const;

export const countNames = {
  rows: "Filas del archivo",
  accepted: "Guardadas",
  unchanged: "Ya estaban, sin cambios",
  repeatedCopies: "Copias exactas de otra fila",
  repeatedOther: "Repetidas con otros datos",
  superseded: "Reemplazadas por una carga más nueva",
  warned: "Con advertencia (guardadas)",
  refused: "Con error (no guardadas)",
} as const;
