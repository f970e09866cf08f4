/** Addresses of the customers' site that letters and documents carry. @param site its origin, without a last `/` */
export function claimLink(site: string, claimId: string): string {
  return `${site}/reclamos/${claimId}/`;
}

/** Where who presented a document sees what became of it. */
export function submissionLink(site: string, submissionId: string): string {
  return `${site}/mesa-de-partes/${submissionId}/`;
}

/** Where an offer is answered. */
export function offerLink(site: string, claimId: string, offerId: string): string {
  return `${site}/reclamos/${claimId}/propuestas/${offerId}/`;
}

/** Where a decision sent by e-mail is acknowledged. */
export function noticeLink(site: string, noticeKey: string): string {
  return `${site}/notificacion/${noticeKey}/`;
}

/** Where anybody sees whether a receipt is held from cutting: the QR of «No cortar». */
export function holdLink(site: string, holdKey: string): string {
  return `${site}/bloqueo/${holdKey}/`;
}

/** Where a claim is opened by its key, which stands behind the `#`: that part never reaches a server or its log. */
export function openingLink(site: string, code: string, claimKey: string): string {
  return `${site}/retomar/#codigo=${code}&clave=${claimKey}`;
}

/** Where anybody checks a document by the code printed on it: its QR. */
export function verificationLink(site: string, verificationCode: string): string {
  return `${site}/verificar/?codigo=${verificationCode}`;
}
