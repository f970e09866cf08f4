/**
 * The page of a claim, as letters and documents link to it.
 * @param site the origin of the customers' site, without a last `/`, here and below
 */
export function claimLink(site: string, claimId: string): string {
  return `${site}/reclamos/${claimId}/`;
}

/** The page on which whoever presented a document sees its state. */
export function submissionLink(site: string, submissionId: string): string {
  return `${site}/mesa-de-partes/${submissionId}/`;
}

/** The page on which an offer is answered. */
export function offerLink(site: string, claimId: string, offerId: string): string {
  return `${site}/reclamos/${claimId}/propuestas/${offerId}/`;
}

/** The page on which a notice sent by e-mail is opened and acknowledged. */
export function noticeLink(site: string, noticeKey: string): string {
  return `${site}/notificacion/${noticeKey}/`;
}

/** The page on which anybody sees whether a supply may be cut off: the QR of «No cortar». */
export function holdLink(site: string, holdKey: string): string {
  return `${site}/bloqueo/${holdKey}/`;
}

/** The page that opens a claim by its key. The key is behind the `#`, which never reaches a server or its log. */
export function openingLink(site: string, code: string, claimKey: string): string {
  return `${site}/retomar/#codigo=${code}&clave=${claimKey}`;
}

/** The address at which anybody checks a document by its verification code; the QR printed on the document opens it. */
export function verificationLink(site: string, verificationCode: string): string {
  return `${site}/verificar/?codigo=${verificationCode}`;
}
