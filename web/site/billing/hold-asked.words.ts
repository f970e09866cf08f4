import type { ClaimView } from "../../words/claim.ts";
import { instant } from "../../words/format.ts";

/** Returns since when the commercial system is asked to hold the receipts, and by when it must confirm it. */
export const holdAskedWords = ({ at, until }: NonNullable<ClaimView["holdAsked"]>): string =>
  `El ${instant(at)} pedimos que el sistema de cobranza lo bloquee. A más tardar el ${instant(until)} debe confirmarlo. Si vienen a cortarte, muestra la constancia.`;

export const holdPageWord = "Ver la constancia de «No cortar»";
