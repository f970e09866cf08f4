import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { required } from "../runtime/environment.ts";

const answerWithinMs = 10_000;

/** Asks an address for its JSON. Throws on any status but a success, or without an answer in ten seconds. */
async function ask(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/**
 * Sends an address a body as somebody who files does, and returns what it answers with this status. Throws on any
 * other, or without an answer in ten seconds.
 */
async function file(address: string, body: object, status: number): Promise<unknown> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (response.status !== status) throw new Error(`${response.status}`);
  return response.json();
}

export const outside = {
  siteAddress: required("SITE_ADDRESS"),
  issuer: required("CUSTOMERS_ISSUER"),
  ask,
  file,
  pause,
};
