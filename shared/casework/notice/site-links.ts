/**
 * Returns the address of a claim's page, as letters and documents link to it.
 * @param site the origin of the customers' site, without a last `/`; the same in all functions of this file
 */
export function claimLink(site: string, claimId: string): string {
  return `${site}/reclamos/${claimId}/`;
}

const openPages = {
  receipt: "recibo",
  "new-claim": "reclamar",
  "claim-state": "estado",
  problem: "problemas",
  document: "mesa-de-partes",
} as const;

/** Returns the address of a page that is the same for everybody. */
export function openPageLink(site: string, page: keyof typeof openPages): string {
  return `${site}/${openPages[page]}/`;
}

/** Returns the address of the page on which whoever presented a document sees its state. */
export function submissionLink(site: string, submissionId: string): string {
  return `${site}/mesa-de-partes/${submissionId}/`;
}

/** Returns the address of the page on which an account keeps its own data and chooses which messages it gets. */
export function profileLink(site: string): string {
  return `${site}/mis-datos/`;
}

/** Returns the address of the page on which one click ends the messages about new receipts, without signing in. */
export function stopNewsLink(site: string, newsKey: string): string {
  return `${profileLink(site)}#no=${newsKey}`;
}

/** Returns the address to which a mail program posts to end the messages about new receipts (RFC 8058). */
export function oneClickStop(site: string, newsKey: string): string {
  return `${site}/api/open/receipt-news/${newsKey}/stop`;
}

/** Returns the address of the page of a receipt of a supply that an account linked. */
export function receiptLink(site: string, linkId: string, period: string): string {
  return `${site}/mis-suministros/${linkId}/recibos/${period}/`;
}

/** Returns the address of the page of the supplies that an account linked. */
export function suppliesLink(site: string): string {
  return `${site}/mis-suministros/`;
}

/** Returns the address of the page on which an offer is answered. */
export function offerLink(site: string, claimId: string, offerId: string): string {
  return `${site}/reclamos/${claimId}/propuestas/${offerId}/`;
}

/** Returns the address of the page on which a notice sent by e-mail is opened and acknowledged. */
export function noticeLink(site: string, noticeKey: string): string {
  return `${site}/notificacion/${noticeKey}/`;
}

/**
 * Returns the address of the page on which anybody sees whether a supply may be cut off. The QR of «No cortar» opens
 * this page.
 */
export function holdLink(site: string, holdKey: string): string {
  return `${site}/bloqueo/${holdKey}/`;
}

/**
 * Returns the address of the page that opens a claim by its key. The key is after the `#`: a browser never sends that
 * part of an address to a server, so no log has it.
 */
export function openingLink(site: string, code: string, claimKey: string): string {
  return `${site}/retomar/#codigo=${code}&clave=${claimKey}`;
}

/**
 * Returns the address at which anybody checks a document by its verification code. The QR printed on the document opens
 * it.
 */
export function verificationLink(site: string, verificationCode: string): string {
  return `${site}/verificar/?codigo=${verificationCode}`;
}
