/**
 * Whether this page is the desk's, where everybody is «usted»: staff, and who calls. The site says «tú» to customers.
 */
const isUsted = globalThis.location?.pathname.startsWith("/desk") ?? false;

/**
 * Returns a sentence as this page says it. What differs is written «{tú|usted}»: «{Revisa|Revise} {tu|su} internet».
 * So a sentence that the site and the desk both show has one home.
 */
export function said(sentence: string): string {
  return sentence.replace(/\{([^|}]*)\|([^}]*)\}/g, isUsted ? "$2" : "$1");
}
