import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { instant } from "../../words/format.ts";

type Notice = AnswerOf<Routes["showNotice"]>;

/** The names of notified acts on their page, before they are acknowledged. */
const noticeNames = {
  resolution: "Resolución",
  observation: "Algo que falta",
  "leak-repair": "Una fuga por reparar",
  "meter-test": "La prueba del medidor",
  hearing: "Nueva fecha de tu reunión",
  "new-evidence": "Una prueba nueva para tu reconsideración",
} as const satisfies Record<Notice["of"], string>;

export const noticeWords = {
  what: ({ of, number, code }: Pick<Notice, "of" | "number" | "code">) =>
    [noticeNames[of], number, `de tu reclamo ${code}`].filter(Boolean).join(" "),
  issued: "Fecha de la resolución",
  dated: "Fecha",
  sent: (at: string) => `Te la enviamos el ${instant(at)}`,
  openingIsNot: "Todavía no empieza ningún plazo: empieza si confirmas que la recibiste.",
  consequence: {
    resolution:
      "Si confirmas que la recibiste, el plazo para pedir que la revisen empieza el día hábil siguiente. Después de confirmar podrás leerla y descargarla.",
    observation:
      "Si confirmas que la recibiste, tus días para corregir tu reclamo empiezan el día hábil siguiente. Después de confirmar podrás leerla.",
    "leak-repair":
      "Si confirmas que la recibiste, tus días para reparar empiezan mañana. Después de confirmar podrás leerla.",
    "meter-test": "Después de confirmar podrás leerla.",
    hearing: "Después de confirmar podrás leerla.",
    "new-evidence":
      "Si confirmas que la recibiste, tus días para agregar la prueba empiezan el día hábil siguiente. Después de confirmar podrás leerla.",
  } satisfies Record<Notice["of"], string>,
  by: "Puedes confirmar hasta el",
  byThen: "Si no confirmas hasta ese día, te la llevamos a tu dirección y el plazo corre desde esa entrega.",
  thenNotified: "Si no confirmas hasta ese día, te lo decimos en persona y el plazo corre desde entonces.",
  over: "Ya pasó el día para confirmar por aquí. Te la llevamos a tu dirección.",
  overNotified: "Ya pasó el día para confirmar por aquí. Te lo diremos en persona.",
  confirm: "Confirmo que la recibí",
  toClaim: "Ir a tu reclamo",
} as const;
