/**
 * Returns an address or telephone masked: of an address it shows the first character and the domain, of a telephone the
 * last three digits. That is enough to distinguish it from another of the same person.
 */
export function maskedContact(to: string): string {
  const at = to.lastIndexOf("@");
  return at < 0 ? `••• ••• ${to.slice(-3)}` : `${to.slice(0, 1)}•••${to.slice(at)}`;
}
