import { createHash } from "node:crypto";

/** Something that is not as it was sealed, and where: a file by its name, an entry by its number. */
export interface Finding {
  readonly where: string;
  readonly what: string;
}

/** What a check looked at, and what it found wrong: nothing is a whole one. */
export interface Checked {
  readonly looked: readonly string[];
  readonly findings: readonly Finding[];
}

export function together(...parts: readonly Checked[]): Checked {
  return { looked: parts.flatMap(({ looked }) => looked), findings: parts.flatMap(({ findings }) => findings) };
}

/** Hexadecimal SHA-256. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What JSON, or another shape, says; nothing where it cannot be read as that: then it was changed. */
export function attempted<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
