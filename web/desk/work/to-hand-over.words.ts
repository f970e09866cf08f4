import { counted } from "../../words/format.ts";

/** The list of the resolutions to hand over, and the sheet on which who receives one signs. */
export const toHandOverWords = {
  lists: "Listas de entregas",
  names: { "por-entregar": "Por entregar", "por-notificar": "Por notificar", copias: "Copias por enviar" },
  whose: "De quién",
  zone: "Zona",
  zoneName: (zone: string) => `Zona ${zone}`,
  noZone: "Sin zona conocida",
  untilDay: "Con silencio hasta el",
  of: (shown: number, all: number) =>
    `${shown} de ${counted(all, "resolución por entregar", "resoluciones por entregar")}`,
  noneAsked: "Ninguna resolución por entregar está en lo que pide: pruebe otra zona u otro día.",
  show: "Ver",
  nobodys: "De nadie",
  count: (deliveries: number) => counted(deliveries, "resolución por entregar", "resoluciones por entregar"),
  none: "No hay resoluciones por entregar.",
  more: "Hay más: aparecen cuando se entreguen estas.",
  print: (sheets: number) => `Imprimir ${counted(sheets, "hoja de entrega", "hojas de entrega")}`,
  columns: {
    days: "Se pierde o vence",
    to: "Dónde y a quién",
    code: "Reclamo",
    inspector: "Quién la entrega",
    attempts: "Sin encontrar a nadie",
  },
  sheets: "Imprimir sus hojas de entrega",
  nobodysHere: "No la tiene nadie: entréguela si pasa por ahí.",
  nobody: "Nadie: la ve todo inspector",
  change: "Cambiar",
} as const;

/** The words of a printed sheet: boxes to tick and lines to write on. */
export const deliverySheetWords = {
  title: "Hoja de entrega",
  resolution: (number: string | undefined) => (number ? `Resolución N.° ${number}` : "Resolución"),
  facts: {
    code: "Reclamo",
    name: "Para",
    to: "Dirección",
    telephone: "Teléfono",
    until: "Se pierde (silencio) si se entrega después del",
    meta: "Meta para notificar",
    attempts: "Visitas sin encontrar a nadie",
    nextOn: "El aviso dice que se vuelve el",
  },
  when: "Fecha y hora de la entrega",
  outcome: "Cómo fue (marque una)",
  outcomes: [
    "La recibió y firma",
    "La recibió y no quiso firmar",
    "No quiso recibirla",
    "No había nadie: se dejó un aviso con otra fecha",
    "Segunda visita sin nadie: se dejó bajo la puerta",
  ],
  back: "Si se dejó un aviso, qué día se vuelve",
  receiver: "Quién recibe",
  lines: ["Nombre", "Documento", "Qué es del destinatario"],
  sign: "Firma o huella",
  premises: "Cómo es el predio: color, pisos, puerta, medidor de luz",
  by: "Quién entrega",
  byLines: ["Nombre", "Documento"],
  bySign: "Firma",
} as const;
