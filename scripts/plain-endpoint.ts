/** What a client of the SDK asks for an address by, of all that it may. */
export interface Asked {
  readonly Region?: string;
  readonly Endpoint?: string;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
}

interface Address {
  readonly url: URL;
  readonly properties: object;
  readonly headers: object;
}

function refuseOthers({ Region = "", Endpoint, UseFIPS, UseDualStack }: Asked): void {
  if (UseFIPS || UseDualStack) throw new Error("a function asks for plain addresses only");
  if (!Endpoint && !/^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/.test(Region))
    throw new Error(`no Region of AWS's own: ${Region}`);
}

/**
 * Returns what answers a service's address in a Region of the `aws` partition, or the one that a client was given.
 * Bundles use it in place of the SDK's rules for every partition and form of address. It throws for any of those.
 */
export function plainEndpoint(service: string) {
  const known = new Map<string, Address>();
  return (asked: Asked): Address => {
    refuseOthers(asked);
    const address = asked.Endpoint ?? `https://${service}.${asked.Region}.amazonaws.com`;
    const found = known.get(address) ?? { url: new URL(address), properties: {}, headers: {} };
    known.set(address, found);
    return found;
  };
}

/**
 * Returns what answers a bucket's address in S3: its own host in the cloud, a path of the endpoint that a client was
 * given. Throws for what `plainEndpoint` throws for, and if the bucket's name is none of a host.
 */
export function bucketEndpoint() {
  return (asked: Asked & { readonly Bucket?: string }): Address => {
    refuseOthers(asked);
    const { Region, Endpoint, Bucket = "" } = asked;
    if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(Bucket)) throw new Error(`no name of a bucket's host: ${Bucket}`);
    const signed = { disableDoubleEncoding: true, name: "sigv4", signingName: "s3", signingRegion: Region };
    return {
      url: new URL(
        Endpoint ? `${Endpoint.replace(/\/$/, "")}/${Bucket}` : `https://${Bucket}.s3.${Region}.amazonaws.com`,
      ),
      properties: { authSchemes: [signed] },
      headers: {},
    };
  };
}
