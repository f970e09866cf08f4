import { setTimeout as pause } from "node:timers/promises";
import { required } from "../runtime/environment.ts";

const answerWithinMs = 10_000;

/** Asks an address for its JSON. Throws on any status but a success, or without an answer in ten seconds. */
async function ask(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

export const outside = {
  siteAddress: required("SITE_ADDRESS"),
  issuer: required("CUSTOMERS_ISSUER"),
  ask,
  pause,
};
