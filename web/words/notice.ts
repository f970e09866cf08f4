import { instant } from "./format.ts";

export const noticeWords = {
  what: (number: string, code: string) => `Resolución ${number} de tu reclamo ${code}`,
  issued: "Fecha de la resolución",
  sent: (at: string) => `Te la enviamos el ${instant(at)}`,
  openingIsNot: "Abrir esta página no es recibirla: todavía no corre ningún plazo.",
  consequence:
    "Si confirmas que la recibiste, el plazo para pedir que la revisen empieza el día hábil siguiente. Después de confirmar podrás leerla y descargarla.",
  by: "Puedes confirmar hasta el",
  byThen: "Si no confirmas hasta ese día, te la llevamos a tu dirección y el plazo corre desde esa entrega.",
  over: "Ya pasó el día para confirmar por aquí. Te la llevamos a tu dirección.",
  confirm: "Confirmo que lo recibí",
} as const;
