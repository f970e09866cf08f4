import { notices } from "../../../settings.ts";
import type { AccountContacts } from "../../../shared/storage/claim/account-contacts.ts";
import type { SentLinks } from "../../../shared/storage/counter/contacts.ts";
import type { Write } from "../../../shared/storage/dynamodb.ts";
import type { AnnouncedReceipts } from "../../../shared/storage/notice/receipt-news.ts";
import type { EndedLinks } from "../../../shared/storage/supply/supply-links.ts";

/** Who writes, with which words, and where letters lead; nobody's link was ended, and no account has a contact. */
export const noticeDeps = {
  endedLinks: {
    find: async () => undefined,
    notified: (): Write => {
      throw new Error("no link was ended");
    },
  } satisfies EndedLinks,
  sentLinks: { find: async () => undefined, note: async () => {} } satisfies SentLinks,
  announcedReceipts: { find: async () => undefined, note: async () => {} } satisfies AnnouncedReceipts,
  supplyLinks: { list: async () => [], end: async () => {} },
  receiptReader: { lastMonths: async () => [], registeredOf: async () => undefined },
  accountContacts: { find: async () => undefined } satisfies AccountContacts,
  templates: notices,
  sender: { name: "EPS de prueba", telephone: "053 000 000", regulatorLine: "1899" },
  site: "https://reclamos.example.pe",
};
