import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  endSupplyLink,
  linkSupply,
  listReceipts,
  listSupplies,
  listSupplyAccounts,
  unlinkSupply,
} from "../../../../shared/contract/receipt/receipt-routes.ts";
import { call, customer } from "../../api-call.ts";
import { sampleRows } from "../../import-receipts/sample-file.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReceiptWorld, receiptWorld } from "../receipt-world.ts";

const now = "2026-11-24T15:45:12.123Z";
let world: ReceiptWorld;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = receiptWorld();
  await world.store(sampleRows);
  world.contacts.set("ana", { channel: "email", to: "ana@example.pe" });
  world.contacts.set("jorge", { channel: "sms", to: "900000002" });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const byReceipt = { supplyCode: "12345", printedKey: "CLAVE001" };
const byDocument = { supplyCode: "12345", documentNumber: "00000001" };

const link = async (sub: string, body: object): Promise<string> =>
  (await call(world.handler, linkSupply, { claims: customer(sub), body })).body.linkId;
const accounts = (sub: string, linkId: string) =>
  call(world.handler, listSupplyAccounts, { claims: customer(sub), params: { linkId } });
const end = (sub: string, linkId: string, accountLinkId: string) =>
  call(world.handler, endSupplyLink, { claims: customer(sub), params: { linkId, accountLinkId } });
const mine = async (sub: string) => (await call(world.handler, listSupplies, { claims: customer(sub) })).body;

describe("who linked a supply", () => {
  it("is shown to who gave the holder's document: day, what they gave, and the contact masked; never themselves", async () => {
    const hers = await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    await link("zoe", byDocument);
    const { status, body } = await accounts("ana", hers);
    expect(status).toBe(200);
    expect(new Set(body.accounts)).toEqual(
      new Set([
        { linkId: his, linkedAt: now, proof: "receipt", contact: "••• ••• 002" },
        { linkId: expect.any(String), linkedAt: now, proof: "holder-document" },
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/jorge|900000002|zoe/);
  });

  it("is empty while nobody else did", async () => {
    const hers = await link("ana", byDocument);
    expect((await accounts("ana", hers)).body).toEqual({ accounts: [] });
  });

  it("is not shown, nor ended, by who gave a receipt only", async () => {
    const hers = await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    const refused = { status: 403, body: { type: "urn:caudal:not-holder" } };
    expect(await accounts("jorge", his)).toMatchObject(refused);
    expect(await end("jorge", his, hers)).toMatchObject(refused);
    expect((await mine("ana")).supplies).toHaveLength(1);
  });

  it("is shown once they give the document too", async () => {
    await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    expect(await link("jorge", byDocument)).toBe(his);
    expect((await accounts("jorge", his)).body.accounts).toMatchObject([{ contact: "a•••@example.pe" }]);
  });

  it("of another's link is not found, as of none", async () => {
    const hers = await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    const asked = [accounts("eva", hers), accounts("eva", "none"), end("eva", hers, his), end("eva", "none", his)];
    for (const answered of await Promise.all(asked))
      expect(answered).toMatchObject({ status: 404, body: { type: "urn:caudal:supply-not-linked" } });
  });
});

describe("ending another's link", () => {
  it("ends their access at once, is said on their page, and a second time is no error", async () => {
    const hers = await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    expect((await end("ana", hers, his)).status).toBe(204);
    expect((await end("ana", hers, his)).status).toBe(204);
    const receipts = await call(world.handler, listReceipts, { claims: customer("jorge"), params: { linkId: his } });
    expect(receipts).toMatchObject({ status: 404, body: { type: "urn:caudal:supply-not-linked" } });
    expect(await mine("jorge")).toEqual({
      supplies: [],
      ended: [{ supplyCode: "00012345", endedAt: now, because: "by-holder" }],
    });
    expect((await accounts("ana", hers)).body).toEqual({ accounts: [] });
    expect((await mine("ana")).supplies).toHaveLength(1);
  });

  it("touches no other supply of that account, and nobody's by a link of another supply", async () => {
    const hers = await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    const other = await world.supplyLinks.link("jorge", "00099999", now);
    expect((await end("ana", hers, other.linkId)).status).toBe(204);
    expect((await mine("jorge")).supplies).toHaveLength(2);
    await end("ana", hers, his);
    expect((await mine("jorge")).supplies).toMatchObject([{ supplyCode: "00099999" }]);
  });

  it("does not end one's own link, which has its own way", async () => {
    const hers = await link("ana", byDocument);
    expect((await end("ana", hers, hers)).status).toBe(204);
    expect((await mine("ana")).supplies).toHaveLength(1);
    await call(world.handler, unlinkSupply, { claims: customer("ana"), params: { linkId: hers } });
    expect(await mine("ana")).toEqual({ supplies: [], ended: [] });
  });

  it("keeps a receipt of before from linking it again, not the holder's document", async () => {
    const hers = await link("ana", byDocument);
    const his = await link("jorge", byReceipt);
    await end("ana", hers, his);
    const again = await call(world.handler, linkSupply, { claims: customer("jorge"), body: byReceipt });
    expect(again).toMatchObject({ status: 409, body: { type: "urn:caudal:link-ended" } });
    expect(await link("jorge", byDocument)).toBe(his);
    expect(await mine("jorge")).toMatchObject({ supplies: [{ proof: "holder-document" }], ended: [] });
    expect((await accounts("ana", hers)).body.accounts).toHaveLength(1);
  });
});
