/** Domains where anybody has a mailbox: their mails have nothing in common. */
const publicDomains: ReadonlySet<string> = new Set(
  ["gmail.com", "googlemail.com", "icloud.com", "proton.me", "protonmail.com", "terra.com.pe", "aol.com"].concat(
    ["hotmail", "outlook", "live", "yahoo", "msn"].flatMap((name) => [`${name}.com`, `${name}.es`, `${name}.com.pe`]),
  ),
);

/** What mail addresses of one hand have in common, and whether that is a domain that anybody may use. */
interface MailOrigin {
  readonly whose: string;
  readonly isPublic: boolean;
}

/**
 * Returns what the confirmations of mail addresses are counted by. A domain of its own counts as one, from whatever
 * network, since its owner has every address of it. Of a public domain a mailbox counts, without what follows `+` and
 * without dots, which lead to the same one; and the domain with the `network`, whose limit is wider: a carrier's
 * customers share both.
 */
export function mailOrigins(address: string, network: string): readonly MailOrigin[] {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  if (!publicDomains.has(domain)) return [{ whose: domain, isPublic: false }];
  const [mailbox = ""] = local.split("+");
  return [
    { whose: `${mailbox.replaceAll(".", "")}@${domain}`, isPublic: false },
    { whose: `${domain} ${network}`, isPublic: true },
  ];
}
