import type { Remedies, Remedy } from "../../../shared/documents/letters.ts";
import type { Block, Letterhead } from "../../../shared/documents/sheet.ts";

/**
 * Returns article 2 of a resolution: the recourses that may be filed against it, each with its form, authority and
 * working days.
 * @throws RangeError if the days of a recourse are not a whole number of at least 1.
 */
export function remedyBlocks(remedies: Remedies, letterhead: Letterhead): readonly Block[] {
  return [
    { text: "Artículo 2. Informar que contra esta resolución se puede presentar, sin pagar y sin abogado:" },
    { items: remedies.map((remedy) => remedyWords(remedy, letterhead)) },
  ];
}

function remedyWords({ recourse, formName, days }: Remedy, { legalName }: Letterhead): string {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`a recourse without a term: ${days} days`);
  const term = `en el plazo de ${days} días hábiles desde el día siguiente de la notificación`;
  return recourse === "appeal"
    ? `Recurso de apelación (${formName}), ante ${legalName}, que lo eleva al Tribunal Administrativo de Solución de Reclamos de SUNASS (TRASS) para que lo decida; ${term}.`
    : `Recurso de reconsideración (${formName}), ante ${legalName}, que lo decide, con una prueba nueva; ${term}.`;
}

/** Returns the paragraph that says who signs a resolution and how, and what its seal proves. */
export function signatureBlock(signer: string, { legalName }: Letterhead): Block {
  return {
    text: `Firma la persona competente (${signer}), con su certificado digital, o a mano en el papel que lleva el código de verificación de este documento. Folio, si se firma a mano: ____________. El sello electrónico de ${legalName} se guarda junto al documento firmado. Nombra a quien firma, el momento de la firma y la huella SHA-256 de ese archivo. Prueba que no cambió desde entonces.`,
  };
}
