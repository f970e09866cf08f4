import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { trackDeliveries } from "../../../../functions/track-deliveries/track-deliveries.ts";
import { type BilledMonth, receiptRow } from "../../../../local/seed/receipt-row.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { openBacklog } from "../../../../shared/storage/check/outbox.ts";
import type { AccountContact } from "../../../../shared/storage/claim/account-contacts.ts";
import { openAnnouncedReceipts } from "../../../../shared/storage/notice/receipt-news.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../notice-deps.ts";

const now = "2026-12-05T15:00:00.000Z";
const before = "2026-10-01T15:00:00.000Z";
const newsKey = "k".repeat(22);
const byMail: AccountContact = { channel: "email", to: "ana@example.pe" };

let local: TestTables;
let world: CaseWorld;
let linkId: string;
const sent: { readonly to: string; readonly words: string; readonly stopAt?: string | undefined }[] = [];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  sent.length = 0;
  captureLog();
  await world.receiptNews.agree("ana", before, newsKey);
  linkId = (await world.supplyLinks.link("ana", "00012345", before)).linkId;
});
afterEach(() => void vi.restoreAllMocks());

interface Try {
  readonly contact?: AccountContact;
  readonly refused?: boolean;
}

function announce({ contact = byMail, refused = false }: Try = {}, sub = "ana") {
  const send = async (to: string, words: string, stopAt?: string) => {
    sent.push({ to, words, ...(stopAt !== undefined && { stopAt }) });
    return refused ? ("refused" as const) : { messageId: `m-${sent.length}` };
  };
  return sendNotices({
    ...world,
    ...noticeDeps,
    announcedReceipts: openAnnouncedReceipts(world.claims),
    supplyLinks: world.supplyLinks,
    receiptReader: world.receiptReader,
    accountContacts: { find: async () => contact },
    notices: fixedNotices(),
    mail: { send: ({ to, subject, text, stopAt }) => send(to, `${subject}\n${text}`, stopAt) },
    texts: { send: (to, words) => send(to, words) },
    now: () => now,
  })({ sub, announce: "receipts" });
}

describe("a new receipt", () => {
  it("is written of once, with its total, its day, what changed it and how to stop it", async () => {
    await announce();
    await announce();
    expect(sent).toHaveLength(1);
    const { receipt } = world.receipt;
    expect(sent[0]?.to).toBe("ana@example.pe");
    for (const words of [
      "Llegó tu recibo de octubre de 2026",
      `S/ ${(receipt.totalDue / 100).toFixed(2)}`,
      "suministro 00012345",
      "En setiembre el total fue S/",
      "Lo que más lo cambió: el consumo.",
      `https://reclamos.example.pe/mis-suministros/${linkId}/recibos/2026-10/`,
      `Para no recibir más estos avisos, entra aquí y confírmalo: https://reclamos.example.pe/mis-datos/#no=${newsKey}`,
    ])
      expect(sent[0]?.words).toContain(words);
    expect(sent[0]?.words).not.toContain("CLIENTE");
    expect(sent[0]?.stopAt).toBe(`https://reclamos.example.pe/api/open/receipt-news/${newsKey}/stop`);
  });

  it("that comes later is written of again, as one text message of at most two parts to a mobile", async () => {
    await announce();
    const november = billedMonth({ period: "2026-11", number: 46_001, m3: 20 });
    await openReceiptLedger(world.billing).store(ledgerRow("receipts", receiptRow(november)), "i2", undefined);
    await announce({ contact: { channel: "sms", to: "900000001" } });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual({ to: "900000001", words: expect.stringContaining("recibo de noviembre") });
    expect(sent[1]?.words).toContain(`https://reclamos.example.pe/mis-datos/#no=${newsKey}`);
    expect(sent[1]?.words.length).toBeLessThanOrEqual(2 * 153);
  });

  it.each([
    ["nobody read", undefined, "no hay lectura del medidor y", ", estimado sin leer el medidor:"],
    ["the meter showed more", 40, "el medidor marcó 40 m³, pero", ", estimado:"],
  ])("that is an estimate says so first, and never the use: %s", async (_, read, why, short) => {
    await billNovember({ billingType: "P", billedM3: 22 }, read);
    await announce();
    await announce({ contact: { channel: "sms", to: "900000001" } }, "eva");
    const [mail = "", text = ""] = sent.map(({ words }) => words);
    expect(mail).toMatch(
      new RegExp(`Este mes el consumo es estimado: ${why} se cobran 22 m³ por promedio. Si crees [^]*Del suministro`),
    );
    expect(text).toContain(`recibo de noviembre${short} S/ `);
    expect(text).toContain("Si crees que esta mal, puedes reclamar.");
    expect(text.length).toBeLessThanOrEqual(2 * 153);
    for (const words of [mail, text]) expect(words).not.toMatch(/usaste|at[íi]pico|cambi[óo]: el consumo/);
  });

  it("that was read after a month that was not says that it may be of more than one", async () => {
    await billNovember({ billingType: "P", billedM3: 22 });
    const december = billedMonth({ period: "2026-12", number: 47_001, m3: 30 });
    await openReceiptLedger(world.billing).store(ledgerRow("receipts", receiptRow(december)), "i3", undefined);
    await announce();
    expect(sent[0]?.words).toContain("El recibo anterior fue sin lectura: aquí puede haber agua de más de un mes.");
    expect(sent[0]?.words).toContain("Lo que más lo cambió: la forma de medir.");
  });

  /** Bills November, so, and lets «eva» link the supply too, and be written to. */
  async function billNovember(input: Partial<BilledMonth["input"]>, read?: number): Promise<void> {
    const month = billedMonth({ period: "2026-11", number: 46_001, ...(read !== undefined && { read }) });
    const november = { ...month, input: { ...month.input, ...input } };
    await openReceiptLedger(world.billing).store(ledgerRow("receipts", receiptRow(november)), "i2", undefined);
    await world.receiptNews.agree("eva", before, "evas-key-of-22-signs");
    await world.supplyLinks.link("eva", "00012345", before);
  }

  it("issued before the account agreed, or before it linked the supply, is not written of", async () => {
    await world.receiptNews.stop("ana");
    await world.receiptNews.agree("ana", now, "another-key-of-22-signs");
    await announce();
    expect(sent).toEqual([]);
    await world.receiptNews.agree("eva", before, "evas-key-of-22-signs");
    await world.supplyLinks.link("eva", "00012345", now);
    await announce({}, "eva");
    expect(sent).toEqual([]);
  });

  it("in another holder's name is not written of: the link ends, and its account is notified of that", async () => {
    const other = { holder: "OTRA PERSONA INVENTADA", document: { type: "1", number: "40000002" } };
    const november = billedMonth({ ...other, period: "2026-11", number: 46_001, m3: 20 });
    await openReceiptLedger(world.billing).store(ledgerRow("receipts", receiptRow(november)), "i2", undefined);
    await announce();
    expect(sent).toEqual([]);
    expect(await world.supplyLinks.list("ana")).toEqual([]);
    expect(await world.supplyLinks.ended("ana")).toMatchObject([{ linkId, because: "holder-changed", endedAt: now }]);
    expect(await openBacklog(world.claims).waiting("2026-12-05T15:01:00.000Z", 0, 10)).toHaveLength(1);
  });

  it.each([
    ["an account that agreed no more", async () => world.receiptNews.stop("ana")],
    ["a supply that was unlinked", async () => world.supplyLinks.unlink("ana", linkId)],
    ["an account that never agreed", async () => world.receiptNews.stop("ana")],
  ])("is not written of to %s", async (_, change) => {
    await change();
    await announce();
    expect(sent).toEqual([]);
  });

  it("waits for a contact, and is not tried again at one that is refused", async () => {
    await sendNothing();
    await announce({ refused: true });
    await announce();
    expect(sent).toHaveLength(1);
  });

  /** Tries with an account that has no contact. */
  async function sendNothing(): Promise<void> {
    await sendNotices({
      ...world,
      ...noticeDeps,
      announcedReceipts: openAnnouncedReceipts(world.claims),
      supplyLinks: world.supplyLinks,
      receiptReader: world.receiptReader,
      notices: fixedNotices(),
      mail: { send: async () => expect.unreachable("there is no contact") },
      texts: { send: async () => expect.unreachable("there is no contact") },
      now: () => now,
    })({ sub: "ana", announce: "receipts" });
    expect(sent).toEqual([]);
  }

  it.each([
    [{ became: "complained" }, false],
    [{ became: "bounced", reason: "Permanent" }, false],
    [{ became: "bounced", reason: "Transient" }, true],
    [{ became: "delivered" }, true],
  ])("whose mail %j leaves the account agreed: %s", async (outcome, stays) => {
    await announce();
    await trackDeliveries({ ...world, now: () => now })({ ...outcome, messageId: "m-1", at: now }, now);
    expect((await world.receiptNews.find("ana")) !== undefined).toBe(stays);
  });
});
