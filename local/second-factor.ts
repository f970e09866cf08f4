import { createHash } from "node:crypto";
import { generateSync, verifySync } from "otplib";
import type { Person } from "./people.ts";

/** An invented secret, the same in every stack: here anybody may be anybody of the staff. */
const secretOf = ({ pool, identifier }: Person): Uint8Array =>
  createHash("sha1").update(`authenticator of ${pool}/${identifier}`).digest();

/** The code their authenticator shows now. Real time, as everything of the sign-in. */
export function authenticatorCode(person: Person): string {
  return generateSync({ secret: secretOf(person) });
}

/** Whether a typed code is theirs: the one of now, of half a minute ago, or of a clock half a minute fast. */
export function isAuthenticatorCode(person: Person, typed: string): boolean {
  return (
    /^\d{6}$/.test(typed) && verifySync({ secret: secretOf(person), token: typed, epochTolerance: 30 }).valid === true
  );
}
