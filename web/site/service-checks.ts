import { inLine } from "../client.ts";
import { routes as openRoutes } from "../open-routes.generated.ts";
import { routes } from "../site-routes.generated.ts";

export type Part = "receipts" | "claims" | "documents" | "signIn";
/** Whether a part works, fails, or could not be asked because nothing could. */
export type Found = "works" | "fails" | "unreached";

const withinMs = 10_000;

interface Outside {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** The address of the provider that signs customers in; undefined if the office did not say it. */
  readonly issuer: () => Promise<string | undefined>;
  readonly key: () => string;
}

/**
 * Asks each part of the service as the alarm's probe does: for the list of outages, for the sign-in's own description, and for
 * the refusal of a claim that lacks everything; and for the refusal of an empty look-up. Each has ten seconds. All are
 * `unreached` if none of them got any answer.
 */
export async function checkedParts({ fetch, issuer, key }: Outside): Promise<Readonly<Record<Part, Found>>> {
  const ask = async (address: string | undefined, status: number, init: RequestInit = {}): Promise<Found> => {
    if (!address) return "fails";
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(withinMs) }).catch(
      (lost: Error) => lost,
    );
    if (answer instanceof Response) return answer.status === status ? "works" : "fails";
    return answer.name === "TimeoutError" ? "fails" : "unreached";
  };
  const refused = (path: string) =>
    ask(`/api${path}`, 400, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key() },
      body: "{}",
    });
  const [receipts, claims, documents, signIn] = await Promise.all([
    refused(inLine(routes.lookUpReceipt).path),
    refused(inLine(openRoutes.fileOpenClaim).path),
    ask(`/api${inLine(routes.listOutages).path}`, 200),
    issuer().then((of) => ask(of && `${of}/.well-known/openid-configuration`, 200)),
  ]);
  const found = { receipts, claims, documents, signIn };
  const own = [receipts, claims, documents];
  if (own.every((one) => one === "unreached")) return { ...found, signIn: "unreached" };
  const asFound = (one: Found): Found => (one === "works" ? one : "fails");
  return {
    receipts: asFound(receipts),
    claims: asFound(claims),
    documents: asFound(documents),
    signIn: asFound(signIn),
  };
}
