import { createHash } from "node:crypto";
import { generateSync, verifySync } from "otplib";
import type { Person } from "./people.ts";

/** An invented secret, the same in every stack: on a local stack anybody may sign in as anybody of the staff. */
const secretOf = ({ pool, identifier }: Person): Uint8Array =>
  createHash("sha1").update(`authenticator of ${pool}/${identifier}`).digest();

/** Returns the code that a person's authenticator app shows now, by real time. */
export function authenticatorCode(person: Person): string {
  return generateSync({ secret: secretOf(person) });
}

/**
 * Whether a typed code is the person's code at a moment within 30 seconds of now, by real time. False unless it is six
 * digits. A code may be used again.
 */
export function isAuthenticatorCode(person: Person, typed: string): boolean {
  return (
    /^\d{6}$/.test(typed) && verifySync({ secret: secretOf(person), token: typed, epochTolerance: 30 }).valid === true
  );
}
