import { createHash } from "node:crypto";
import type { SupplyLink, SupplyLinks } from "../../shared/storage/supply-links.ts";
import { turn } from "./memory-table.ts";

/** Links in memory: a call with a `sub` reaches only that account's links. */
export function memorySupplyLinks(): SupplyLinks {
  const accounts = new Map<string, Map<string, SupplyLink>>();
  const idOf = (sub: string, supplyCode: string): string =>
    createHash("md5")
      .update(JSON.stringify([sub, supplyCode]))
      .digest("hex");
  return {
    list: async (sub) => {
      await turn();
      return [...(accounts.get(sub)?.values() ?? [])];
    },
    find: async (sub, linkId) => {
      await turn();
      return accounts.get(sub)?.get(linkId);
    },
    link: async (sub, supplyCode, now) => {
      await turn();
      const linkId = idOf(sub, supplyCode);
      const links = accounts.get(sub) ?? new Map<string, SupplyLink>();
      const link = links.get(linkId) ?? { linkId, supplyCode, linkedAt: now };
      accounts.set(sub, links.set(linkId, link));
      return link;
    },
    unlink: async (sub, linkId) => {
      await turn();
      accounts.get(sub)?.delete(linkId);
    },
  };
}
