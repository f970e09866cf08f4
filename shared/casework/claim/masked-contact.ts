/**
 * Returns an e-mail address or telephone masked: an e-mail address with its first character and what follows from the
 * `@` on, a telephone with its last three digits. That is enough to distinguish two of the same person.
 */
export function maskedContact(to: string): string {
  const at = to.lastIndexOf("@");
  return at < 0 ? `••• ••• ${to.slice(-3)}` : `${to.slice(0, 1)}•••${to.slice(at)}`;
}
