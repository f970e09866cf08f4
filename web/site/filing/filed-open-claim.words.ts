import { sentence } from "../../words/sentence.ts";

const files = (count: number): string => (count === 1 ? "1 archivo" : `${count} archivos`);

/** The words of the page of a claim that was filed without an account. */
export const openFiledWords = {
  keyText:
    "Guárdalos: están en tu cargo. Con los dos abres tu reclamo en otro equipo, si ahí ingresas con un celular o un correo:",
  keyByPost: "Sin celular ni correo no se abre. Con el código y tu documento siempre ves en qué está.",
  holdBy: (day: string) =>
    `Pedimos que no te cobren ni te corten apenas confirmas tu contacto. Si no lo confirmas, una persona lo revisa a más tardar el ${day}.`,
  appointments: "Te decimos el día de la visita, si hace falta, y el de la reunión para llegar a un acuerdo.",
  stateText: "Para saber en qué está, basta el código y tu documento:",
  state: "Consultar un reclamo",
  eraseText: "¿Vas a devolver este teléfono?",
  erase: "Borrar esta página de este teléfono",
  files: "Tus archivos",
  sending: (count: number) =>
    `Tu reclamo ya está presentado. Estamos enviando ${files(count)}: no cierres esta página.`,
  left: (count: number) => `${files(count)} todavía en este teléfono. Tu reclamo ya está presentado.`,
  arrived: "Ya llegaron. Los estamos revisando: si alguno no se abre, te pedimos otra copia.",
  again: "Enviar otra vez",
  leftOut: (names: readonly string[], code: string) =>
    `No pudimos recibir: ${names.join(", ")}. Preséntalos en Mesa de partes con el código ${code}.`,
  titles: { sms: "¿Quieres seguirlo con tu celular?", email: "¿Quieres seguirlo con tu correo?" },
  own: {
    title: "¿Quieres seguirlo con tu celular o tu correo?",
    text: "Te enviamos un código de 6 números. Con él te damos el día de la visita y de la reunión, y puedes seguirlo en tu cuenta.",
  },
  borrowed: {
    title: "¿Te llegan los mensajes?",
    text: "Te enviamos un código de 6 números. Con él te damos el día de la visita y de la reunión. No abre ninguna cuenta.",
  },
  byPost: "Te escribimos a tu dirección",
  byPostText: (address: string, hours: string) =>
    `Una persona revisa tu reclamo y te da el día de la visita y de la reunión. Tus plazos ya corren. ${sentence(`Si después tienes un celular, dínoslo en la oficina: ${address}, ${hours}`)}`,
  channel: "¿Por dónde te lo enviamos?",
  channels: { sms: "Por mensaje de texto", email: "Por correo" },
  ask: "Enviarme un código",
  sent: {
    sms: "Te enviamos un mensaje de texto con 6 números.",
    email: "Te enviamos un correo con 6 números.",
  },
  digits: "Los 6 números",
  digitsWrong: "Escribe los 6 números del código.",
  confirm: "Confirmar",
  notArrived: "No me llegó",
  confirmed: "Listo: ya sabemos cómo avisarte",
  accountText: "Para verlo en «Mis reclamos» con tus otros reclamos:",
  account: "Ingresar y guardarlo en mi cuenta",
} as const;
