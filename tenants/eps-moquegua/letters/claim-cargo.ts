import type { ClaimCargo } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { formBlocks } from "./claim-parts.ts";

/**
 * The cargo of a claim: its form (digest 1.3) with the next steps, that nothing is to be paid meanwhile, and the claim
 * key.
 */
export function claimCargo({ letterhead, formName, filing, claimType, accessAddress }: ClaimCargo): Sheet {
  const { details, recordedAt } = filing;
  const { form } = details;
  return {
    letterhead,
    title: `Cargo de reclamo (${formName})`,
    code: details.code,
    madeAt: recordedAt,
    blocks: [
      ...formBlocks(filing, claimType),
      { heading: "No tienes que pagar para reclamar" },
      { text: noPaying(form.receipts.length) },
      { heading: "Tu clave del reclamo" },
      {
        text: `Clave: ${details.claimKey}. Con ella abres este reclamo en la web, lo sigues y respondes, aunque lo hayas presentado por teléfono o en la oficina. Quien la tenga puede verlo: no la compartas.`,
      },
      { qr: accessAddress, caption: "Lee este código con la cámara de tu celular para abrir tu reclamo." },
    ],
  };
}

function noPaying(months: number): string {
  if (months === 0) return "Reclamar es gratis.";
  const held = months === 1 ? "por ese recibo: está retenido" : "por esos recibos: están retenidos";
  return `Reclamar es gratis. Mientras dure el reclamo no se te puede exigir el pago de lo que reclamas ni cortar el servicio ${held}. Tus demás recibos siguen su curso.`;
}
