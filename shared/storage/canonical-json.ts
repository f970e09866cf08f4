import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/**
 * Returns a value as RFC 8785 JSON: the same bytes whatever the order of its properties. Leaves out undefined
 * properties. Throws `TypeError` if the whole value is undefined, a function or a symbol, or if it holds a BigInt;
 * `Error` if it holds NaN, an infinity, a cycle or a lone surrogate.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("nothing to write as JSON");
  return text;
}

/**
 * Returns the hexadecimal SHA-256 of a value's RFC 8785 JSON, which does not depend on the order of properties. Throws
 * if the value cannot be written as JSON, such as undefined or NaN.
 */
export function jsonHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
