import type { ClaimCargo } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { addressShown } from "../../../shared/domain/filing/guest-claims.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { formBlocks } from "./claim-parts.ts";
import { holdAskedWords } from "./do-not-cut.ts";

/**
 * Returns the cargo of a claim: its form as filed (digest 1.3), the next steps, what is asked of the commercial
 * system meanwhile, and the claim key with a QR that opens the claim. If somebody without an account did not show that
 * they know the supply, leaves out its address and the figures of its receipts.
 */
export function claimCargo(facts: ClaimCargo): Sheet {
  const { letterhead, formName, accessAddress } = facts;
  const filing = asWritten(facts.filing);
  const { details, recordedAt } = filing;
  // Who did not show that they know the supply learns nothing of its holder.
  const isProofAsked = details.proofAsked && details.guest?.knowsSupply !== false;
  return {
    letterhead,
    title: `Cargo de reclamo (${formName})`,
    code: details.code,
    madeAt: recordedAt,
    blocks: [
      ...formBlocks({ ...facts, filing }),
      ...(isProofAsked ? [{ heading: "Falta probar quién eres" }, { text: proveStanding }] : []),
      { heading: "No tienes que pagar para reclamar" },
      { text: noPaying(facts) },
      { heading: "Tu clave del reclamo" },
      {
        text: `Clave: ${details.claimKey}. Con ella abres este reclamo en la web, lo sigues y respondes, aunque lo hayas presentado por teléfono o en la oficina. Quien la tenga puede verlo: no la compartas.`,
      },
      { qr: accessAddress, caption: "Lee este código con la cámara de tu celular para abrir tu reclamo." },
    ],
  };
}

const proveStanding =
  "El recibo no está a nombre de tu documento. Tu reclamo sigue y sus plazos corren igual. Prueba que eres el titular o que usas el servicio: con tu documento, un recibo, tu contrato o una constancia de que vives ahí. Tráelo a la oficina o preséntalo por la mesa de partes. Mientras no lo pruebes, no puedes retirar el reclamo ni aceptar un acuerdo.";

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

/**
 * What is collected meanwhile: of a guest's claim whose hold waits, when it is asked for; of receipts that are not on
 * record or that nobody may be shown, without saying whether they are that supply's; else what was asked and by when.
 */
function noPaying({ filing: { details }, holdAsked, letterhead }: ClaimCargo): string {
  const { guest } = details;
  const free = "Reclamar es gratis.";
  if (guest?.holdBy)
    return `${free} Todavía no pedimos que no te cobren ni te corten el agua por lo que reclamas. Lo pedimos apenas confirmes tu celular o tu correo, en la web o en la oficina. Si no lo confirmas, una persona lo revisa a más tardar el ${longDate(guest.holdBy)}.`;
  if (isAsWritten(details))
    return `${free} Mientras dure el reclamo la empresa no puede exigirte que pagues los recibos que reclamas ni cortarte el agua por ellos. Vale para los recibos de ese suministro.`;
  if (!holdAsked) return free;
  return `${free} Mientras dure el reclamo la empresa no puede exigirte que pagues lo que reclamas ni cortarte el agua por eso. ${holdAskedWords(holdAsked)} Si vienen a cortarte, muestra la hoja «No cortar» o llama al ${letterhead.telephone}. Tus demás recibos siguen su curso.`;
}
