import { createHash } from "node:crypto";

/** A difference from what was sealed, and where: a file by its name, an entry by its number. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** What a check looked at and the differences it found; no findings means that all is as it was sealed. */
export interface Checked {
  readonly looked: readonly string[];
  readonly findings: readonly Finding[];
}

export function together(...parts: readonly Checked[]): Checked {
  return { looked: parts.flatMap(({ looked }) => looked), findings: parts.flatMap(({ findings }) => findings) };
}

/** Returns the SHA-256 of bytes, in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Returns what `read` returns, or undefined if `read` throws. */
export function attempted<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
