import { inflateRawSync } from "node:zlib";

/**
 * Returns the JSON text that an item keeps as it is or packed: compressed (DEFLATE) and in base64, which never begins
 * with a bracket. Throws if it is neither.
 */
export function unpacked(kept: string): string {
  return kept.startsWith("{") ? kept : inflateRawSync(Buffer.from(kept, "base64")).toString();
}
