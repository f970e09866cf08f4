import type { SigningSets } from "../../shared/storage/resolution/signing-sets.ts";

/** Sets of documents in memory, by the address that each was given. */
export interface SigningSetsDouble extends SigningSets {
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

export function signingSets(): SigningSetsDouble {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    link: async (sha256, bytes, fileName) => {
      const url = `https://exports.example.pe/to-sign/${sha256}?as=${fileName}`;
      kept.set(url, bytes);
      return url;
    },
  };
}
