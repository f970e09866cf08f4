import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { counted } from "../../words/format.ts";

type Outcome = AnswerOf<Routes["settleUnconfirmed"]>["outcomes"][number];

const claims = (count: number) => counted(count, "reclamo", "reclamos");

/** The claims whose contact nobody confirmed, and the act on several of them. It speaks to staff (usted). */
export const unconfirmedWords = {
  caption: "Reclamos sin contacto confirmado",
  none: "No hay reclamos por admitir sin contacto confirmado.",
  count: (count: number) => `${claims(count)} sin contacto confirmado, primero los que se ven antes`,
  more: (most: number) => `Hay más: aparecen cuando registre algo en estos ${most}.`,
  columns: {
    choose: "Elegir",
    code: "Reclamo",
    holdBy: "Ver hasta",
    claimant: "Quién dice que reclama",
    supply: "Suministro",
    filed: "Presentado",
  },
  choose: (code: string) => `Elegir el reclamo ${code}`,
  chooseAll: (count: number) => `Elegir ${count === 1 ? "el mostrado" : `los ${count} mostrados`}`,
  chooseNone: "Quitar la elección",
  chosen: (count: number) => (count === 0 ? "Aún no ha elegido ninguno." : `${counted(count, "elegido", "elegidos")}`),
  noneChosen: "Elija al menos un reclamo de la lista.",
  act: "¿Qué registra en los elegidos?",
  acts: { seen: "Contacto visto: lo vio y es de quien reclama", observed: "Observar: falta algo en cada uno" },
  actMissing: "Elija qué registrar.",
  says: "Qué vio, o qué les falta",
  saysMissing: "Escriba qué vio o qué les falta.",
  rule: "Con «Contacto visto» se solicita el bloqueo de sus recibos, y el reclamo recibe visita y audiencia. Lo observado se notifica: los días para completarlo corren desde entonces. Los plazos no cambian por esperar.",
  send: (count: number) => (count === 0 ? "Registrar en los elegidos" : `Registrar en ${claims(count)}`),
  result: "Qué pasó con cada reclamo",
  outcome: ({ outcome, reason }: Outcome): string => {
    if (outcome === "done") return "Registrado.";
    if (outcome === "left") return "Quedó sin registrar. Elíjalo y envíe otra vez.";
    return `No se registró. ${reason ?? ""}`.trim();
  },
} as const;
