/** What a client of the SDK asks for an address by, of all that it may. */
export interface Asked {
  readonly Region?: string;
  readonly Endpoint?: string;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
}

/**
 * Returns what answers a service's address in a Region of the `aws` partition, or the one that a client was given.
 * Bundles use it in place of the SDK's rules for every partition and form of address. It throws for any of those.
 */
export function plainEndpoint(service: string) {
  const known = new Map<string, { url: URL; properties: object; headers: object }>();
  return ({ Region = "", Endpoint, UseFIPS, UseDualStack }: Asked) => {
    if (UseFIPS || UseDualStack) throw new Error("a function asks for plain addresses only");
    if (!Endpoint && !/^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/.test(Region))
      throw new Error(`no Region of AWS's own: ${Region}`);
    const address = Endpoint ?? `https://${service}.${Region}.amazonaws.com`;
    const found = known.get(address) ?? { url: new URL(address), properties: {}, headers: {} };
    known.set(address, found);
    return found;
  };
}
