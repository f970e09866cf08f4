import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import type { Evidence, EvidenceCheck, EvidenceFinder } from "../../shared/storage/evidence.ts";

/** A folder of the evidence in memory; `kept` has what was written last under each id. */
export function keptEvidence(): Evidence & EvidenceCheck & EvidenceFinder & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    write: async (documentId, bytes) => {
      kept.set(documentId, bytes);
    },
    read: async (documentId) => {
      const bytes = kept.get(documentId);
      if (!bytes) throw new Error(`there is no ${documentId}`);
      return bytes;
    },
    find: async (documentId) => kept.get(documentId),
    digest: async (documentId) => {
      const bytes = kept.get(documentId);
      return bytes && sha256Of(bytes);
    },
    text: async (documentId) => {
      const bytes = kept.get(documentId);
      return bytes && Buffer.from(bytes).toString();
    },
  };
}
