import { counted, date } from "../../words/format.ts";

export const signaturesWords = {
  teamLate: (overdue: number) =>
    counted(overdue, "reclamo del equipo pasó su fecha", "reclamos del equipo pasaron su fecha"),
  lists: "Listas de firmas",
  names: { signature: "Por firmar", "second-look": "Firmas a mano por confirmar" },
  empty: {
    signature: "No hay documentos por firmar.",
    "second-look": "No hay firmas a mano por confirmar.",
  },
  columns: {
    choose: "Elegir",
    document: "Documento",
    claim: "Reclamo",
    claimant: "Reclamante",
    due: "Plazo",
  },
  lookColumns: { document: "Documento", claim: "Reclamo", claimant: "Reclamante", due: "Plazo" },
  /** Claims whose draft cannot be sent to signature until another person lets it go. */
  asked: "Dispensas que se piden",
  askedHint: "Sin ellas el proyecto no se puede enviar a firma.",
  askedOn: (claimantName: string, on: string) => `${claimantName}, se pidió el ${date(on)}`,
  askedMore: "Hay más: aparecen cuando se atiendan estas.",
  number: (number: string) => `N.° ${number}`,
  sentOn: (when: string) => `Enviado a firma el ${when}`,
  choose: (document: string, number: string, code: string) => `Elegir ${document} N.° ${number}, reclamo ${code}`,
  others: "Lo preparó o lo concilió usted: lo firma otra persona",
  othersLook: "Lo firmó usted: lo confirma otra persona",
  look: "Mirar el papel",
  giveBack: "Devolver sin firmar",
  download: "Descargar",
  rows: (count: number) => counted(count, "documento", "documentos, primero los que vencen antes"),
  more: "Ver más",
  signing: "Firmar lo elegido",
  chosen: (count: number) =>
    count === 0 ? "Aún no ha elegido ningún documento." : counted(count, "documento elegido", "documentos elegidos"),
  chooseAll: (count: number) => (count === 1 ? "Elegir el que puede firmar" : `Elegir los primeros ${count}`),
  chooseNone: "Quitar la elección",
  noneChosen: "Elija al menos un documento de la lista.",
  tooMany: (most: number) => `Elija hasta ${most} documentos por vez. Firme esos y siga después con los demás.`,
  set: "Descargar los elegidos en un ZIP",
  signInAgain:
    "Al enviar puede que se le pida ingresar otra vez con su código de seguridad: lo elegido y lo enviado siguen aquí.",
  reviewed: "Revisé cada documento completo",
  reviewedMissing: "Revise los documentos y marque la casilla antes de firmar.",
  send: "Firmar los documentos elegidos",
  sendCount: (count: number) => `Firmar ${counted(count, "documento", "documentos")}`,
  outcome: "Qué pasó con cada documento",
  signedOf: (signed: number, all: number) => {
    if (signed === all) return all === 1 ? "Se firmó." : `Se firmaron los ${all}.`;
    return `Se firmaron ${signed} de ${all}. Los que no se firmaron siguen elegidos abajo: envíe otra vez su archivo firmado.`;
  },
  outcomes: {
    signed: "Firmado",
    "to-confirm": "Firmado a mano: falta que otra persona mire el papel",
    already: "Ya estaba firmado",
    refused: "No se firmó",
    left: "No alcanzó el tiempo: envíe otra vez su archivo firmado",
  },
  unmatched: "Archivos que no sirvieron",
} as const;
