import type { ClaimView } from "./claim.ts";
import { instant } from "./format.ts";

/** Returns that the commercial system was asked to hold the receipts and did not confirm it yet, and by when it must. */
export const holdAskedWords = ({ at, until }: NonNullable<ClaimView["holdAsked"]>): string =>
  `El ${instant(at)} pedimos que el sistema de cobranza lo bloquee. A más tardar el ${instant(until)} debe confirmarlo. Si vienen a cortarte, muestra la constancia.`;

export const holdPageWord = "Ver la constancia de «No cortar»";
