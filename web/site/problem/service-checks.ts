import type { Routes } from "../../../shared/contract/routes.ts";
import { inLine } from "../../client.ts";
import { routes } from "../../site-routes.generated.ts";

/** Receipts, claims, the document desk, and the sign-in of customers. */
export type Part = "receipts" | "claims" | "documents" | "signIn";
/** Whether a part works, fails, or could not be asked because nothing could. */
export type Found = "works" | "fails" | "unreached";

const withinMs = 10_000;
/** Named here, checked by its type: the list of what is asked without an account would weigh on the page. */
const claimsPath = "/open/claims" satisfies Routes["fileOpenClaim"]["path"];

interface Outside {
  /** The browser's `fetch`. */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** The address of the provider that signs customers in; undefined if the office did not say it. */
  readonly issuer: () => Promise<string | undefined>;
  /** Returns a new idempotency key. */
  readonly key: () => string;
}

/**
 * Checks each part of the service by one request, of ten seconds at most, and writes nothing. A part works if a look-up
 * and a claim without content are refused with 400, and the outages and the provider's description are answered with
 * 200. A part without the expected answer fails. All are `unreached` if no request to the API got an answer and none
 * ran out of time.
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
    refused(claimsPath),
    ask(`/api${inLine(routes.listOutages).path}`, 200),
    issuer().then((of) => ask(of && `${of}/.well-known/openid-configuration`, 200)),
  ]);
  const isReached = [receipts, claims, documents].some((one) => one !== "unreached");
  const asFound = (one: Found): Found => (!isReached ? "unreached" : one === "works" ? one : "fails");
  return {
    receipts: asFound(receipts),
    claims: asFound(claims),
    documents: asFound(documents),
    signIn: asFound(signIn),
  };
}
