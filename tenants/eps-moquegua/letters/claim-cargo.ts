import type { ClaimCargo } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { addressShown } from "../../../shared/domain/guest-claims.ts";
import { formBlocks } from "./claim-parts.ts";

/**
 * Returns the cargo of a claim: its form as filed (digest 1.3), the next steps, that the claimed receipts need not be
 * paid meanwhile, and the claim key with a QR that opens the claim. If somebody without an account did not show that
 * they know the supply, leaves out its address and the figures of its receipts.
 */
export function claimCargo(facts: ClaimCargo): Sheet {
  const { letterhead, formName, accessAddress } = facts;
  const filing = asWritten(facts.filing);
  const { details, recordedAt } = filing;
  const { form } = details;
  return {
    letterhead,
    title: `Cargo de reclamo (${formName})`,
    code: details.code,
    madeAt: recordedAt,
    blocks: [
      ...formBlocks({ ...facts, filing }),
      { heading: "No tienes que pagar para reclamar" },
      { text: isAsWritten(details) ? noPayingIfTheirs : noPaying(form.receipts.length) },
      { heading: "Tu clave del reclamo" },
      {
        text: `Clave: ${details.claimKey}. Con ella abres este reclamo en la web, lo sigues y respondes, aunque lo hayas presentado por teléfono o en la oficina. Quien la tenga puede verlo: no la compartas.`,
      },
      { qr: accessAddress, caption: "Lee este código con la cámara de tu celular para abrir tu reclamo." },
    ],
  };
}

/** Whether nothing is known of the receipts, or nobody showed that they know the supply. */
const isAsWritten = ({ guest, form }: ClaimCargo["filing"]["details"]): boolean =>
  guest !== undefined && (!guest.knowsSupply || form.receipts.length === 0);

/**
 * Returns the filing without the figures of the supply if somebody filed it without an account who did not show that
 * they know the supply, and without its address if they did not give the holder's document: the cargo shows nobody more
 * than they wrote.
 */
function asWritten(filing: ClaimCargo["filing"]): ClaimCargo["filing"] {
  const { details } = filing;
  const supplyAddress = addressShown(details);
  if (details.guest?.knowsSupply !== false) return { ...filing, details: { ...details, supplyAddress } };
  return { ...filing, details: { ...details, supplyAddress, form: { ...details.form, receipts: [] } } };
}

/** Of receipts that are not on record, or that nobody may be shown: whether they are that supply's is not said. */
const noPayingIfTheirs =
  "Reclamar es gratis. Mientras dure el reclamo no se te exige pagar los recibos que reclamas ni se corta el servicio por ellos. Vale para los recibos de ese suministro.";

function noPaying(months: number): string {
  if (months === 0) return "Reclamar es gratis.";
  const held = months === 1 ? "por ese recibo: está retenido" : "por esos recibos: están retenidos";
  return `Reclamar es gratis. Mientras dure el reclamo no se te exige pagar lo que reclamas ni se corta el servicio ${held}. Tus demás recibos siguen su curso.`;
}
