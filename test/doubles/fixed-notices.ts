import { createHash } from "node:crypto";
import type { FixedNotices } from "../../shared/storage/notice/fixed-notices.ts";
import type { SentNotices } from "../../shared/storage/notice/sent-notices.ts";

/** Notices fixed in memory: the first one of an entry is kept, later ones are ignored. */
export function fixedNotices(): FixedNotices & SentNotices & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const standing = (key: string) => {
    const bytes = kept.get(key);
    if (bytes === undefined) throw new Error(`there is no ${key}`);
    return { notice: JSON.parse(bytes), sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  return {
    kept,
    fix: async (claimId, seq, notice) => {
      const key = `${claimId}/${seq}`;
      const isNew = !kept.has(key);
      if (isNew) kept.set(key, JSON.stringify(notice));
      return { ...standing(key), isNew };
    },
    read: async (claimId, seq, sha256) => {
      const { notice, sha256: own } = standing(`${claimId}/${seq}`);
      if (own !== sha256) throw new Error("it is another");
      return notice;
    },
  };
}
