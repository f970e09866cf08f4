import { againWords } from "../../shared/domain/receipt/again-words.ts";
import type { ClaimView } from "./claim.ts";
import { dateWithWeekday } from "./format.ts";

/** What a claimant may withdraw; `tribunal` is an appeal that the tribunal decides. */
export type Withdrawable = "claim" | "reconsideration" | "appeal" | "tribunal";

/** Returns what a claimant may withdraw in a state: the recourse that is under way, or the claim if there is none. */
export function withdrawableIn(state: ClaimView["state"]): Withdrawable {
  if (state === "elevated" || state === "negative-silence") return "tribunal";
  if (state === "in-appeal") return "appeal";
  return state === "in-reconsideration" || state === "reconsideration-resolved" ? "reconsideration" : "claim";
}

export const withdrawTitles: Readonly<Record<Withdrawable, string>> = {
  claim: "Desistir de mi reclamo (retirarlo)",
  reconsideration: "Desistir de la reconsideración",
  appeal: "Desistir de la apelación",
  tribunal: "Desistir de la apelación",
};

const accepted =
  "Tu pedido vale desde que se firma la resolución que lo acepta. Te avisaremos. Hasta entonces tu reclamo sigue y sus plazos corren.";

export const withdrawWords = {
  of: "¿De qué quieres desistir?",
  missing: "Elige de qué desistes.",
  options: {
    procedure: "De este trámite: el reclamo se archiva y puedo presentar otro si estoy dentro del plazo",
    claim: "Del reclamo mismo: ya no podré reclamar otra vez por lo mismo",
  },
  reason: "Por qué (si quieres decirlo)",
  next: "Continuar",
  sure: {
    claim: "Vas a desistir de tu reclamo",
    reconsideration: "Vas a desistir de la reconsideración",
    appeal: "Vas a desistir de la apelación",
    tribunal: "Vas a desistir de la apelación",
  },
  consequence: {
    procedure: "Podrás presentar otro reclamo si estás dentro del plazo.",
    claim: "No podrás reclamar otra vez por lo mismo.",
  },
  ends: (receipts: number) => {
    const collected = ["", " y el recibo vuelve a cobrarse"][receipts] ?? " y los recibos vuelven a cobrarse";
    return `El reclamo termina sin decisión${collected}.`;
  },
  recourse: "La decisión que pediste revisar queda firme, como está.",
  until: {
    claim: accepted,
    reconsideration: accepted,
    appeal: accepted,
    tribunal: "Tu expediente está en el tribunal de SUNASS: le enviamos tu pedido y él decide si lo acepta.",
  },
  final: "Después de enviarlo no se puede deshacer.",
  yes: "Sí, desistir",
  no: {
    claim: "No, seguir con mi reclamo",
    reconsideration: "No, seguir con la reconsideración",
    appeal: "No, seguir con la apelación",
    tribunal: "No, seguir con la apelación",
  },
} as const;

/**
 * Returns until when each receipt of a claim may be claimed again if only the procedure is withdrawn; of one whose day
 * is not known, and of a claim about none, only that there is a term.
 */
export function againIn(receipts: ClaimView["receipts"], today: string): readonly string[] {
  const known = receipts.flatMap(({ period, claimUntil }) =>
    claimUntil === undefined ? [] : againWords(period, dateWithWeekday(claimUntil), claimUntil < today),
  );
  const isAllKnown = known.length > 0 && known.length === receipts.length;
  return isAllKnown ? known : [...known, withdrawWords.consequence.procedure];
}
