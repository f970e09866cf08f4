import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { deadline } from "./deadline.ts";
import { dateWithWeekday } from "./format.ts";
import { said } from "./said.ts";
import { sentence } from "./sentence.ts";

type Awaited = AnswerOf<Routes["listClaims"]>["claims"][number]["awaits"][number];

/** The names of the acts that wait for a claimant, in the list of claims and on the page of one. */
const actNames: Readonly<Record<Awaited["act"], string>> = {
  remedied: said("{Corrige|Corrija} lo que falta en {tu|su} reclamo"),
  "new-evidence-brought": said("{Puedes|Puede} enviar la prueba nueva para {tu|su} pedido de revisión"),
  "reconsideration-filed": said("{Puedes|Puede} pedir que la empresa revise la decisión, con una prueba nueva"),
  "appeal-filed": said("Si no {estás|está} de acuerdo, {puedes|puede} pedir que revisen la decisión"),
  "claim-extended": said("{Puedes|Puede} agregar algo a {tu|su} reclamo"),
  "answer-offer": said("{Responde|Responda} la propuesta de acuerdo"),
  "acknowledge-notice": said("{Confirma|Confirme} que {recibiste|recibió} nuestra notificación, para poder leerla"),
  "prove-standing": said("{Prueba|Pruebe} que {eres|es} el titular o que {usas|usa} el servicio"),
  "attend-hearing": "Reunión para llegar a un acuerdo",
  "receive-visit": said("Visita a {tu|su} casa o local"),
  "attend-meter-test": said("Prueba de {tu|su} medidor: {puedes|puede} estar presente"),
  "repair-leak": "Repara la fuga que encontramos",
  "send-file": said("{Envía|Envíe} otra vez un archivo que no llegó"),
  "go-to-court": said("{Puedes|Puede} ir al Poder Judicial"),
};

/**
 * «es hoy», «el martes 15 de diciembre de 2026», «tienes hasta el viernes 8 de enero de 2027
 * (faltan 15 días hábiles)»; empty if the act has no day.
 */
function dayWords({ on, today, until, daysLeft }: Awaited): string {
  if (on) return today ? "es hoy" : `el ${dateWithWeekday(on)}`;
  return until ? said(`{tienes|tiene} hasta el ${deadline(until, daysLeft)}`) : "";
}

/**
 * Returns an awaited act in two parts: «Corrige lo que falta en tu reclamo:», «tienes hasta el…». `when` stands for the
 * second part in place of the act's own day. If `when` is empty, the first part ends with a point and the second is "".
 */
export function awaitedParts(awaited: Awaited, when = dayWords(awaited)): readonly [name: string, when: string] {
  return when ? [`${actNames[awaited.act]}:`, sentence(when)] : [`${actNames[awaited.act]}.`, ""];
}

/** Returns an awaited act and its day, if it has one, in one sentence. */
export function awaitedWords(awaited: Awaited): string {
  return awaitedParts(awaited).join(" ").trim();
}
