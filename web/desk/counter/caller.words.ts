import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { DaysOwed } from "../../words/days-owed.ts";
import { counted, date, instant, monthAndYear, soles } from "../../words/format.ts";
import type { Sheet } from "../../words/receipt.ts";

type Supply = AnswerOf<Routes["searchSupplies"]>;

/** What can be done for a caller, in the order of its buttons. */
export const callerTasks = {
  claim: "Registrar un reclamo",
  contact: "Anotar el contacto",
  link: "Enviar un enlace",
  callBack: "Prometer una llamada",
} as const;
export type CallerTask = keyof typeof callerTasks;

export const callerWords = {
  tasks: "Qué hacer por quien llama",
  back: "Volver a lo que se sabe",
  supply: (code: string) => `Suministro ${code}`,
  noted: "Quedó anotado.",
  problem: "Registrar una solicitud",
  document: "Presentar un documento",
  masked: "Lo que se puede decir sin el dato",
  maskedText:
    "Explique cómo se lee el recibo, qué plazos hay y cómo se reclama. No diga montos, pagos ni si hay reclamos.",
  /** What stands apart from what may be said. */
  forStaff: "Solo para usted:",
  maskedOpen: (open: number) =>
    open === 0
      ? "este suministro no tiene asuntos abiertos."
      : `este suministro tiene ${counted(open, "asunto abierto", "asuntos abiertos")}, que verá con el dato.`,
  claimUntil: "Hasta cuándo se puede reclamar",
  explained: (period: string) => `Lo que ve en su recibo de ${monthAndYear(period)}`,
  other: "Explicar otro mes",
  due: (day: string, today: string) => `${day < today ? "Venció" : "Vence"} el ${date(day)}.`,
  noPayment: ({ amount, payable }: NonNullable<Sheet["receipt"]["held"]>) =>
    `${payable === "0.00" ? "" : `«Pague ${soles(payable)} de este recibo.» `}«${soles(amount)} está en reclamo: no tiene que pagarlo mientras se decide.»`,
  changes: "Qué lo cambió",
  lines: "De qué se compone",
  receipts: "Los últimos recibos",
  receiptColumns: ["Mes", "Recibo", "Consumo", "Monto", "Vence", "Estado", "Reclamar hasta"],
  maskedColumns: ["Mes", "Recibo", "Vence", "Reclamar hasta"],
  matters: "Asuntos abiertos",
  noMatters: "No tiene reclamos ni solicitudes abiertos.",
  over: (count: number) => `Asuntos terminados: ${count}`,
  waits: {
    company: "Le toca a la empresa",
    user: "Le toca a quien reclama",
    both: "Les toca a las dos partes",
    tribunal: "Está en el tribunal",
    nobody: "Terminado",
  },
  /** Of the utility's own target nothing is said to who calls: only of what the law gives. */
  until: ({ dueOn, lostOn = dueOn, left = 0 }: DaysOwed) =>
    lostOn ? `, ${left < 0 ? "tenía hasta el" : "a más tardar el"} ${date(lostOn)}` : "",
  silence: (lastDay: string) => `Si no se le notifica hasta el ${date(lastDay)}, la ley da su pedido por aceptado.`,
  asked: "Se le espera:",
  problemUntil: (at: string) => `por solucionar hasta el ${instant(at)}`,
} as const;

/** Returns a receipt's total and its state, to read aloud: «S/ 223.61, por pagar.» `status` is the state in words. */
export function totalSaid(
  { totalDue, corrected }: NonNullable<Supply["explained"]>["receipt"],
  status: string,
): string {
  return `${soles(corrected?.totalDue ?? totalDue)}, ${status.toLowerCase()}.`;
}
