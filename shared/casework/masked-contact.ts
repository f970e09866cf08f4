/**
 * Returns an address or telephone with only so much shown as distinguishes it from another of the same person: of an
 * address its first character and its domain, of a telephone its last three digits.
 */
export function maskedContact(to: string): string {
  const at = to.lastIndexOf("@");
  return at < 0 ? `••• ••• ${to.slice(-3)}` : `${to.slice(0, 1)}•••${to.slice(at)}`;
}
