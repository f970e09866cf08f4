import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  attachmentOf,
  fromAddress,
  lookUp,
  now,
  openLookUps,
  ordinary,
  receiptNumber,
  signedIn,
  street,
  supplyCode,
  total,
  world,
  wrong,
} from "../look-up-world.ts";

openLookUps();

describe("who knows one datum only", () => {
  const refusedAlike: readonly (readonly [Record<string, string>, string])[] = [
    [wrong, "the supply is there, the number is not its"],
    [{ supplyCode, documentNumber: "00000002" }, "the document is not its holder's"],
    [{ supplyCode: "00099999", receiptNumber, total }, "there is no such supply"],
    [{ supplyCode: "00099999", documentNumber: "00000001" }, "nor with a document"],
    [{ supplyCode, receiptNumber: "S001-00045002", total }, "the number is another supply's"],
    [{ supplyCode, receiptNumber, total: "50.21" }, "the number is right, the total is not"],
    [{ supplyCode, receiptNumber: "S001-00044001", total: "0" }, "nor is it of the receipt before"],
    [{ supplyCode: "00012346", receiptNumber, total }, "the supply is another's"],
    [{ supplyCode, receiptNumber: "hola", total }, "what is no number"],
    [{ supplyCode: "....", receiptNumber, total }, "what is no code"],
    [{ supplyCode: "123456789012", receiptNumber, total }, "a code longer than any"],
  ];

  it("is answered alike, byte by byte, whatever it is that does not fit", async () => {
    const answers = new Set<string>();
    for (const [at, [body]] of refusedAlike.entries()) {
      // An hour each: together they are more than five attempts at one supply.
      vi.setSystemTime(new Date(Date.parse(now) + at * 3_600_000));
      const { status, headers, text } = await lookUp(body);
      answers.add(JSON.stringify({ status, headers, text }));
    }
    expect([...answers].map((answer) => JSON.parse(answer))).toEqual([
      {
        status: 404,
        headers: {
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
          "content-type": "application/problem+json",
        },
        text: JSON.stringify({
          type: "urn:caudal:receipt-not-found",
          title: "No encontramos un recibo con esos datos",
          status: 404,
          detail:
            "Revisa el código de suministro y, tal como están impresos, el número de recibo y su total a pagar, o su clave; o el documento del titular.",
        }),
      },
    ]);
  });

  it.each(refusedAlike)("%j waits for the end of a tenth of a second, as every wrong one (%s)", async (body) => {
    await lookUp(body);
    expect(world.waits).toHaveLength(1);
    const [wait = 0] = world.waits;
    expect(wait > 0 && wait <= 100).toBe(true);
  });

  it("is not kept waiting with both", async () => {
    expect((await lookUp({ supplyCode, receiptNumber, total })).status).toBe(200);
    expect(world.waits).toEqual([]);
  });

  it.each(refusedAlike)("%j uses up an attempt (%s)", async (body) => {
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await lookUp(body)).status).toBe(404);
    expect((await lookUp(body)).status).toBe("documentNumber" in body ? 429 : 403);
  });

  it("may try five times a day, and is asked to sign in then, whether the supply exists or not", async () => {
    for (const code of [supplyCode, "00099999"]) {
      const body = { ...wrong, supplyCode: code };
      for (let attempt = 1; attempt <= 5; attempt += 1) expect((await lookUp(body)).status).toBe(404);
      expect(await lookUp(body)).toMatchObject({ status: 403, body: { type: "urn:caudal:sign-in-to-continue" } });
    }
  });

  it.each<[string, number, string | undefined, string]>([
    ["2026-11-24T15:59:59.999Z", 429, "1", "a second before the hour"],
    ["2026-11-24T15:00:00.000Z", 429, "3600", "at its beginning"],
    ["2026-11-24T16:00:00.000Z", 404, undefined, "the next hour has its own five"],
  ])("at %s after five wrong documents: %i ($3)", async (at, status, retryAfter, _reason) => {
    const another = { supplyCode, documentNumber: "00000002" };
    for (let attempt = 1; attempt <= 5; attempt += 1) await lookUp(another);
    vi.setSystemTime(new Date(at));
    const answer = await lookUp(another);
    expect(answer.status).toBe(status);
    expect(answer.headers["retry-after"]).toBe(retryAfter);
  });

  it("gets no more attempts by writing the code otherwise", async () => {
    for (const code of ["00012345", "12345", "000-12345", " 12345", "0012345"])
      expect((await lookUp({ ...wrong, supplyCode: code })).status).toBe(404);
    expect((await lookUp({ ...wrong, supplyCode: "0000012345".slice(2) })).status).toBe(403);
  });

  it("gets no more at the same moment: of 200 attempts, no more than five are answered", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => lookUp(wrong)));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(195);
  });

  it("is refused the right number and total too, once the attempts are used up, and goes on by any way that is open", async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) await lookUp(wrong);
    const right = { supplyCode, receiptNumber, total };
    expect((await lookUp(right)).status).toBe(403);
    expect((await lookUp({ supplyCode, printedKey: "clave-001" })).status).toBe(200);
    expect((await lookUp({ supplyCode, documentNumber: "00000001" })).status).toBe(200);
    expect((await signedIn("ana", right)).status).toBe(200);
  });

  it("by wrong documents from elsewhere shuts nobody out", async () => {
    const another = { supplyCode, documentNumber: "00000002" };
    for (let attempt = 1; attempt <= 6; attempt += 1) await fromAddress("203.0.113.9", another);
    expect((await fromAddress("203.0.113.9", another)).status).toBe(429);
    expect((await fromAddress("203.0.113.10", { supplyCode, documentNumber: "00000001" })).status).toBe(200);
  });

  it("does not stand in the way of other supplies", async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) await lookUp(wrong);
    expect((await lookUp({ supplyCode: "00012348", receiptNumber: "S001-00045004", total: "223.61" })).status).toBe(
      200,
    );
  });
});

describe("somebody who counts up from their own receipt", () => {
  const asked = { status: 403, body: { type: "urn:caudal:sign-in-to-continue" } };
  beforeEach(() => world.store(street(120)));

  it("is asked to sign in after five neighbours, right or wrong, and is not shown which the next was", async () => {
    for (let at = 1; at <= 5; at += 1)
      expect((await fromAddress("203.0.113.9", attachmentOf(at, "1.00"))).status).toBe(404);
    const wrong = await fromAddress("203.0.113.9", attachmentOf(6, "1.00"));
    const right = await fromAddress("203.0.113.9", attachmentOf(7));
    expect(wrong).toMatchObject(asked);
    expect(right).toEqual(wrong);
  });

  it.each([
    ["the same numbers by steps of ten", (at: number) => at * 10],
    ["numbers in no order", (at: number) => (at * 53) % 120],
    ["backwards, leaving out some", (at: number) => 119 - at * 2],
  ])("by %s sees no more than two", async (_, stepOf) => {
    let opened = 0;
    for (let at = 1; at < 12; at += 1)
      for (const amount of [ordinary, "1.00", "2.00", "3.00", "4.00"])
        opened += Number((await fromAddress("203.0.113.9", attachmentOf(stepOf(at) % 120, amount))).status === 200);
    expect(opened).toBeLessThanOrEqual(2);
    expect(await fromAddress("203.0.113.9", attachmentOf(118))).toMatchObject(asked);
  });

  it("all at once gets no further", async () => {
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, at) => fromAddress("203.0.113.9", attachmentOf(at, ordinary))),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(2);
    expect(answers.filter(({ status }) => status === 403).length).toBeGreaterThan(100);
  });

  it("with the right totals too is asked to sign in, after a stair of them", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 15; at += 1) statuses.push((await fromAddress("203.0.113.9", attachmentOf(at))).status);
    expect(statuses.indexOf(403)).toBeGreaterThanOrEqual(9);
    expect(statuses.lastIndexOf(200)).toBeLessThan(statuses.indexOf(403));
  });

  it("is distinguished by the address the edge saw, an IPv6 one by its network, and by nothing the request states", async () => {
    for (let at = 1; at <= 6; at += 1) await fromAddress(`2001:db8::${at}`, attachmentOf(at, "1.00"));
    expect(await fromAddress("2001:db8:0:ff:ffff::1", attachmentOf(9))).toMatchObject(asked);
    expect((await fromAddress("2001:db8:0:100::1", attachmentOf(9))).status).toBe(200);
    expect((await fromAddress("203.0.113.9", attachmentOf(9))).status).toBe(200);
  });

  it("locks nobody's supply: what a challenged source states is no attempt", async () => {
    for (let at = 1; at <= 6; at += 1) await fromAddress("203.0.113.9", attachmentOf(at, "1.00"));
    for (let attempt = 1; attempt <= 9; attempt += 1) await fromAddress("203.0.113.9", attachmentOf(80, "1.00"));
    expect((await fromAddress("203.0.113.10", attachmentOf(80))).status).toBe(200);
  });

  it("goes on by signing in, and from the next quarter of the day on", async () => {
    for (let at = 1; at <= 6; at += 1) await fromAddress("203.0.113.9", attachmentOf(at, "1.00"));
    expect((await signedIn("ana", attachmentOf(9))).status).toBe(200);
    vi.setSystemTime(new Date("2026-11-24T18:00:00.000Z"));
    expect((await fromAddress("203.0.113.9", attachmentOf(3))).status).toBe(200);
  });
});

describe("five hundred customers behind one address", () => {
  it("are all answered, one in four of them only at the second try", async () => {
    await world.store(street(300));
    const statuses = new Set<number>();
    let state = 20_261_127;
    const random = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      return state / 0x8000_0000;
    };
    for (let at = 0; at < 500; at += 1) {
      const own = Math.floor(random() * 300);
      if (at % 4 === 0) expect((await fromAddress("203.0.113.9", attachmentOf(own, "1.00"))).status).toBe(404);
      statuses.add((await fromAddress("203.0.113.9", attachmentOf(own))).status);
    }
    expect([...statuses]).toEqual([200]);
  });
});
