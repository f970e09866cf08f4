import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { counted, instant } from "../../words/format.ts";

type Outcome = AnswerOf<Routes["dispatchNotices"]>["outcomes"][number];

const resolutions = (count: number) => counted(count, "resolución", "resoluciones");
const means = { email: "por correo", personal: "en el domicilio", mailbox: "en su casilla" } as const;

/** The list of signed resolutions to dispatch, and the act that dispatches several. It speaks to staff (usted). */
export const toDispatchWords = {
  caption: "Resoluciones por notificar",
  none: "No hay resoluciones por notificar.",
  count: (count: number) => `${resolutions(count)} por notificar, primero las que se pierden antes`,
  more: (most: number) => `Hay más: aparecen cuando se notifiquen estas ${most}.`,
  columns: {
    choose: "Elegir",
    code: "Reclamo",
    until: "Se pierde o vence",
    claimant: "A quién",
    reason: "Qué falta",
  },
  reasons: {
    "not-dispatched": "Está firmada y no se ha enviado",
    bounced: "El correo volvió: va al domicilio",
    "not-acknowledged": "No confirmó el correo a tiempo: va al domicilio",
  },
  choose: (code: string) => `Elegir el reclamo ${code}`,
  chooseAll: (count: number) => `Elegir ${count === 1 ? "la mostrada" : `las ${count} mostradas`}`,
  chooseNone: "Quitar la elección",
  chosen: (count: number) => (count === 0 ? "Aún no ha elegido ninguna." : `${counted(count, "elegida", "elegidas")}`),
  noneChosen: "Elija al menos una resolución de la lista.",
  rule: "Va por correo si la persona lo aceptó y su correo recibe. Si no, va al domicilio y la lleva un inspector.",
  send: (count: number) => (count === 0 ? "Notificar las elegidas" : `Notificar ${resolutions(count)}`),
  result: "Qué pasó con cada reclamo",
  outcome: ({ outcome, channel, at, reason }: Outcome): string => {
    const by = channel ? ` ${means[channel]}` : "";
    if (outcome === "dispatched") return `Se notifica${by}.`;
    if (outcome === "already") return `Ya se había enviado a notificar${by}${at ? `: ${instant(at)}` : "."}`;
    if (outcome === "left") return "Quedó sin enviar. Elíjalo y envíe otra vez.";
    return `No se envió. ${reason ?? ""}`.trim();
  },
  sheets: "Imprimir las hojas de entrega",
} as const;
