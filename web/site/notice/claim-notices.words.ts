import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { dateWithWeekday, instant } from "../../words/format.ts";

export type SentMessage = AnswerOf<Routes["listNotices"]>["notices"][number];

const channels = { email: "correo", sms: "mensaje de texto" } as const satisfies Record<SentMessage["channel"], string>;

/** Returns when and how a message went, to whom, and whether it arrived or did not, as far as it is known. */
export function sentWords({ sentAt, channel, to, deliveredAt, bouncedAt }: SentMessage): string {
  const sent = `Enviado por ${channels[channel]}${to ? ` a ${to}` : ""} el ${instant(sentAt)}`;
  if (bouncedAt) return `${sent} No llegó.`;
  return deliveredAt ? `${sent} Llegó el ${instant(deliveredAt)}` : sent;
}

/**
 * Returns what a message means for the claimant's terms: that it starts none, since when it has effect as a
 * notification, until when it can be acknowledged, or, if that day has passed, that the claim says since when it
 * counts.
 */
export function effectWords({ notifies }: SentMessage): string {
  if (!notifies) return "Solo te avisa: este mensaje no inicia ningún plazo.";
  if (notifies.acknowledgedAt)
    return `Es una notificación. Confirmaste que la recibiste el ${instant(notifies.acknowledgedAt)} Desde ese día vale.`;
  if (notifies.until)
    return `Es una notificación y todavía no vale. Vale cuando confirmas que la recibiste: puedes hasta el ${dateWithWeekday(notifies.until)}.`;
  return "Es una notificación. Ya no se confirma por aquí: mira en tu reclamo desde qué día vale.";
}

export const claimNoticesWords = {
  signIn: "Ingresa para ver tus avisos.",
  lede: "Lo que te enviamos por correo o celular, lo último primero.",
  none: "Aún no te hemos enviado ningún aviso de este reclamo.",
  read: "Leer y confirmar",
  readAgain: "Leerla",
  paper: "Lo que te entregamos en papel o en persona está en la historia de tu reclamo.",
} as const;
