import type { RiskReason } from "../../domain/board/late-risk.ts";

/** What a decision or a copy lacks to be in time, as the manager reads it. */
export const riskNames: Readonly<Record<RiskReason, string>> = {
  "not-signed": "Falta firmarla",
  "not-dispatched": "Está firmada y no se despachó",
  bounced: "El correo de la decisión no llegó: hay que llevarla al domicilio",
  "not-acknowledged": "Se envió y nadie dio acuse: hay que llevarla al domicilio",
  "not-delivered": "Se llevó al domicilio y no había nadie",
  "on-its-way": "Se despachó al domicilio y no se registró la entrega",
  "copy-not-sent": "Reclamó por teléfono y no se le envió la copia en su plazo",
  "to-confirm": "El plazo pasó con la entrega en camino: falta registrarla con su prueba",
};
