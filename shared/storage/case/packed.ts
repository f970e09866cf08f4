import { deflateRawSync, inflateRawSync } from "node:zlib";

/** The length from which a text is packed: shorter ones stay within the KB that a write is billed by. */
const long = 900;

/**
 * Returns a JSON text that begins with a bracket as an item keeps it: as it is or, if it is long, compressed (DEFLATE)
 * and in base64.
 */
export function packed(json: string): string {
  return json.length < long ? json : deflateRawSync(json).toString("base64");
}

/** Returns the JSON text that an item keeps as `packed` made it. Throws if it keeps anything else. */
export function unpacked(kept: string): string {
  return kept.startsWith("{") ? kept : inflateRawSync(Buffer.from(kept, "base64")).toString();
}
