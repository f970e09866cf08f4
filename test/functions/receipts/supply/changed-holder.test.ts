import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import {
  endSupplyLink,
  explainReceipt,
  linkSupply,
  listReceipts,
  listSupplies,
  listSupplyAccounts,
  showReceipt,
} from "../../../../shared/contract/receipt/receipt-routes.ts";
import { billedMonth, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReceiptWorld, receiptWorld } from "../receipt-world.ts";

const linkedAt = "2026-11-10T15:00:00.000Z";
const now = "2026-12-05T15:00:00.000Z";

const uno = { holder: "CLIENTE DE PRUEBA UNO", document: { type: "1", number: "00000001" } };
const dos = { holder: "OTRA PERSONA INVENTADA", document: { type: "1", number: "40000002" } };
const october = billedMonth({ ...uno });
const november = (replaced: object) => billedMonth({ ...uno, period: "2026-11", number: 46_001, m3: 20, ...replaced });

let world: ReceiptWorld;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(linkedAt) });
  captureLog();
  world = receiptWorld();
  world.contacts.set("jorge", { channel: "email", to: "jorge@example.pe" });
  await world.store([receiptRow(october)]);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const byReceipt = ({ printedKey }: ReturnType<typeof billedMonth>) => ({ supplyCode: "12345", printedKey });
const byDocument = (number: string) => ({ supplyCode: "12345", documentNumber: number });
const link = (sub: string, body: object) => call(world.handler, linkSupply, { claims: customer(sub), body });
const mine = async (sub: string) => (await call(world.handler, listSupplies, { claims: customer(sub) })).body;

/** November's receipt arrives, in December. */
async function arrives(replaced: object): Promise<void> {
  vi.setSystemTime(new Date(now));
  await world.store([receiptRow(november(replaced))]);
}

const notLinked = { status: 404, body: { type: "urn:caudal:supply-not-linked" } };

describe("a link whose supply has another holder", () => {
  it.each([
    ["the list of receipts", listReceipts, {}],
    ["a receipt", showReceipt, { period: "2026-11" }],
    ["a receipt of before", showReceipt, { period: "2026-10" }],
    ["what changed a receipt", explainReceipt, { period: "2026-11" }],
    ["who else linked it", listSupplyAccounts, {}],
    ["the end of another's link", endSupplyLink, { accountLinkId: "any" }],
  ] as const)("opens no %s any more: it ends", async (_, route, more) => {
    const { linkId } = (await link("jorge", byDocument("00000001"))).body;
    await arrives(dos);
    const request = { claims: customer("jorge"), params: { linkId, ...more } };
    expect(await call(world.handler, route, request)).toMatchObject(notLinked);
    expect(await world.supplyLinks.list("jorge")).toEqual([]);
    expect(await world.supplyLinks.ended("jorge")).toMatchObject([{ endedAt: now, because: "holder-changed" }]);
  });

  it("is said on the list of supplies, with the reason, and ends for who gave a receipt too", async () => {
    await link("jorge", byReceipt(october));
    await arrives(dos);
    const ended = [{ supplyCode: "00012345", endedAt: now, because: "holder-changed" }];
    expect(await mine("jorge")).toEqual({ supplies: [], ended });
    vi.setSystemTime(new Date("2026-12-06T15:00:00.000Z"));
    expect(await mine("jorge")).toEqual({ supplies: [], ended });
  });

  it("ends though nobody came by: who linked it after sees none of them", async () => {
    await link("jorge", byReceipt(october));
    await link("eva", byDocument("00000001"));
    await arrives(dos);
    const { linkId } = (await link("rosa", byDocument("40000002"))).body;
    const accounts = await call(world.handler, listSupplyAccounts, { claims: customer("rosa"), params: { linkId } });
    expect(accounts).toMatchObject({ status: 200, body: { accounts: [] } });
    expect(await world.supplyLinks.ended("eva")).toMatchObject([{ because: "holder-changed" }]);
  });

  it("leaves the account's other supplies", async () => {
    await link("jorge", byReceipt(october));
    await world.supplyLinks.link("jorge", "00099999", linkedAt);
    await arrives(dos);
    expect((await mine("jorge")).supplies).toMatchObject([{ supplyCode: "00099999" }]);
  });

  it.each([
    ["is spelled otherwise", { holder: "CLEINTE DE PRUEBA, UNO" }],
    ["lacks its document", { document: { type: "", number: "" } }],
    ["has the document of a person's RUC", { document: { type: "6", number: "10000000019" } }],
    ["is as it was", {}],
  ])("stands if the holder %s", async (_, replaced) => {
    await link("jorge", byReceipt(october));
    await arrives(replaced);
    expect(await mine("jorge")).toMatchObject({ supplies: [{ supplyCode: "00012345" }], ended: [] });
  });

  it("of before this was kept ends by the receipts of its time", async () => {
    await world.supplyLinks.link("jorge", "00012345", linkedAt);
    await world.supplyLinks.link("rosa", "00012345", now);
    await arrives(dos);
    expect(await mine("jorge")).toMatchObject({ supplies: [], ended: [{ because: "holder-changed" }] });
    expect(await mine("rosa")).toMatchObject({ supplies: [{ linkedAt: now }], ended: [] });
  });

  it("of before this was kept, and before every receipt, goes by the oldest", async () => {
    await world.supplyLinks.link("jorge", "00012345", "2026-10-01T15:00:00.000Z");
    await arrives(dos);
    expect(await mine("jorge")).toMatchObject({ supplies: [], ended: [{ because: "holder-changed" }] });
  });

  it("of before this was kept ends however long ago it was made", async () => {
    await world.supplyLinks.link("jorge", "00012345", "2023-11-10T15:00:00.000Z");
    const years = Array.from({ length: 40 }, (_, at) => ({
      period: `${2023 + Math.floor((9 + at) / 12)}-${String(((9 + at) % 12) + 1).padStart(2, "0")}`,
      number: 1000 + at,
    }));
    await world.store(years.map((month, at) => receiptRow(billedMonth({ ...(at < 5 ? dos : uno), ...month, m3: 10 }))));
    vi.setSystemTime(new Date("2027-02-10T15:00:00.000Z"));
    const { linkId } = (await world.supplyLinks.list("jorge"))[0] ?? { linkId: "" };
    const request = { claims: customer("jorge"), params: { linkId } };
    expect(await call(world.handler, listReceipts, request)).toMatchObject(notLinked);
  });
});

describe("linking a supply whose holder changed", () => {
  const former = { status: 409, body: { type: "urn:caudal:former-holder" } };

  it.each([
    ["an account that had it", "jorge"],
    ["an account that never had it", "eva"],
  ])("takes no receipt in the former name, of %s", async (_, sub) => {
    await link("jorge", byReceipt(october));
    await arrives(dos);
    expect(await link(sub, byReceipt(october))).toMatchObject(former);
    expect((await link(sub, byDocument("00000001"))).status).toBe(404);
    expect((await mine(sub)).supplies).toEqual([]);
    expect(await world.supplyLinks.ended("jorge")).toHaveLength(sub === "jorge" ? 1 : 0);
  });

  it.each([
    ["a receipt in the new name", () => byReceipt(november(dos)), "receipt"],
    ["the new holder's document", () => byDocument("40000002"), "holder-document"],
  ])("takes %s, and what was ended is linked anew", async (_, body, proof) => {
    const had = (await link("jorge", byDocument("00000001"))).body;
    await arrives(dos);
    expect((await link("jorge", body())).body).toEqual({ ...had, linkedAt: now, proof });
    expect(await mine("jorge")).toEqual({ supplies: [{ ...had, linkedAt: now, proof }], ended: [] });
    await world.store([receiptRow(november({ ...dos, period: "2026-12", number: 47_001 }))]);
    vi.setSystemTime(new Date("2027-01-05T15:00:00.000Z"));
    expect(await mine("jorge")).toMatchObject({ supplies: [{ linkedAt: now }] });
  });

  it("is not let in by a receipt if the former holder had ended the link by hand", async () => {
    const his = (await link("jorge", byReceipt(october))).body;
    await world.supplyLinks.end({ ...his, sub: "jorge" }, linkedAt);
    await arrives(dos);
    expect(await link("jorge", byReceipt(november(dos)))).toMatchObject({ body: { type: "urn:caudal:link-ended" } });
  });

  it("by the document of a holder whom only the register knows does not end while receipts lag", async () => {
    const registered = { ...registeredSupply, holderName: dos.holder, holderDocNumber: "40000002" };
    await world.storeOf("register", [registerRow({ ...registered, updatedOn: "2026-11-05" })]);
    await link("rosa", byDocument("40000002"));
    expect(await mine("rosa")).toMatchObject({ supplies: [{ proof: "holder-document" }], ended: [] });
    await arrives(dos);
    expect(await mine("rosa")).toMatchObject({ supplies: [{ proof: "holder-document" }], ended: [] });
  });

  const registers = (holder: string, document: string, updatedOn: string) => {
    const row = { ...registeredSupply, holderName: holder, holderDocNumber: document, updatedOn };
    return world.storeOf("register", [registerRow(row)]);
  };
  const standsOf = async (sub: string) => (await mine(sub)).supplies.length === 1;

  it.each([
    ["made today", () => link("rosa", byDocument("40000002"))],
    ["of before this was kept", () => world.supplyLinks.link("rosa", "00012345", linkedAt, "holder-document")],
  ])("by the register's document stands while receipts lag, and ends by a third name: %s", async (_, links) => {
    await registers(dos.holder, "40000002", "2026-11-05");
    await links();
    await registers("CLIENTE DE PRUEBA TRES", "40000003", "2026-11-20");
    await arrives(uno);
    expect(await standsOf("rosa")).toBe(true);
    await arrives({ ...dos, period: "2026-12", number: 47_001 });
    expect(await standsOf("rosa")).toBe(true);
    await arrives({
      holder: "CLIENTE DE PRUEBA TRES",
      document: { type: "1", number: "40000003" },
      period: "2027-01",
      number: 48_001,
    });
    expect(await mine("rosa")).toMatchObject({ supplies: [], ended: [{ because: "holder-changed" }] });
  });

  it.each([
    ["by a receipt", "receipt", "2026-11-05"],
    ["by a document that the register did not have yet", "holder-document", "2026-11-20"],
  ] as const)("of before this was kept, %s, ends by the receipts of its time", async (_, proof, updatedOn) => {
    await registers(dos.holder, "40000002", updatedOn);
    await world.supplyLinks.link("jorge", "00012345", linkedAt, proof);
    await arrives(dos);
    expect(await mine("jorge")).toMatchObject({ supplies: [], ended: [{ because: "holder-changed" }] });
  });

  it("by the new holder's document keeps a link that stood by the former's", async () => {
    const his = (await link("jorge", byDocument("00000001"))).body;
    const registered = { ...registeredSupply, holderName: dos.holder, holderDocNumber: "40000002" };
    await world.storeOf("register", [registerRow({ ...registered, updatedOn: "2026-11-05" })]);
    expect((await link("jorge", byDocument("40000002"))).body).toEqual(his);
    await arrives(dos);
    expect(await mine("jorge")).toMatchObject({ supplies: [{ linkedAt }], ended: [] });
  });
});
