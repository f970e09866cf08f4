import type { RiskReason } from "../../../shared/domain/board/late-risk.ts";

export const riskWords = {
  columns: {
    code: "Código",
    until: "Se pierde o vence",
    lacks: "Qué falta",
    state: "Estado",
    claimant: "Cliente",
    owner: "Responsable",
  },
  reasons: {
    "not-signed": "Falta la resolución firmada",
    "not-dispatched": "Está firmada y no se despachó",
    bounced: "El correo no llegó: llevarla al domicilio",
    "not-acknowledged": "Se envió y nadie dio acuse: llevarla al domicilio",
    "not-delivered": "Se llevó al domicilio y no había nadie",
    "on-its-way": "Se despachó al domicilio y no se registró la entrega",
    "copy-not-sent": "Reclamó por teléfono y no se le envió la copia",
    "to-confirm": "El plazo pasó con la entrega en camino: registrarla con su prueba",
  } satisfies Record<RiskReason, string>,
  empty: "Ninguna decisión está por vencer.",
  more: "Hay más: estas son las que se pierden antes.",
} as const;
