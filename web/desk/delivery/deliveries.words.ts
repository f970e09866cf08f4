import { counted, date } from "../../words/format.ts";

/** The resolutions that are handed over at an address, on the phone of who walks. */
export const deliveryWords = {
  title: "Por entregar",
  none: "No hay resoluciones por entregar.",
  more: "Hay más: aparecen cuando entregue estas.",
  start: "Registrar la entrega",
  states: {
    refused: "Rechazada: ver qué corregir",
    sending: "Enviando la entrega",
    unsent: "Pendiente: se envía sola",
    toSignIn: "Pendiente: se envía cuando ingrese",
    begun: "Seguir con la entrega",
  },
  report: {
    send: "Enviar la entrega",
    sentTitle: "La entrega llegó",
    unsentTitle: "La entrega quedó por enviar",
    discardTitle: "¿Borrar esta entrega del teléfono?",
  },
  number: (number: string) => `· Resolución ${number}`,
  attempts: (count: number, nextOn: string | undefined, today: string) => {
    const made = counted(count, "visita sin encontrar a nadie", "visitas sin encontrar a nadie");
    if (nextOn === undefined) return `${made}.`;
    if (nextOn < today) return `${made}. Según el aviso se debía volver el ${date(nextOn)}: vaya cuanto antes.`;
    return `${made}. El aviso dice que se vuelve el ${date(nextOn)}.`;
  },
  outcome: "¿Cómo fue la entrega?",
  outcomes: {
    delivered: "La recibieron",
    refused: "No quisieron recibirla",
    absent: "No había nadie: dejé un aviso",
    "left-under-door": "Segunda visita sin nadie: la dejé bajo la puerta",
  },
  at: "Cuándo fue",
  who: { delivered: "Quién la recibió", refused: "Quién no quiso recibirla, si lo dijo" },
  nameMissing: "Escriba quién la recibió.",
  document: "Su documento, si lo mostró",
  relation: "Qué es del destinatario",
  premises: "Cómo es el predio",
  premisesHint: "Color, pisos, puerta, medidor: así se prueba que fue.",
  nextOn: "Qué día vuelve",
  nextOnHint: "El que escribió en el aviso que dejó.",
  photoCharge: "Si puede, tome abajo una foto del cargo firmado.",
  photoFront: "Tome abajo una foto de la fachada: prueba que fue.",
  photoMissing: "Tome una foto de la fachada: prueba que fue.",
} as const;
