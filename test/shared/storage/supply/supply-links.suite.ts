import { describe, expect, it } from "vitest";
import { maxLinks, type SupplyLinks } from "../../../../shared/storage/supply/supply-links.ts";

const now = "2026-11-24T15:45:12.123Z";
const later = "2026-11-25T09:00:00.000Z";

/** What every store of links keeps; `open` gives an empty one. */
export function supplyLinksSuite(open: () => Promise<SupplyLinks>): void {
  describe("supply links", () => {
    it("finds and lists what was linked", async () => {
      const links = await open();
      const first = await links.link("ana", "00012345", now);
      const second = await links.link("ana", "00012346", later);
      expect(first).toEqual({
        linkId: expect.stringMatching(/^[\w-]{1,40}$/),
        supplyCode: "00012345",
        linkedAt: now,
        proof: "receipt",
      });
      expect(await links.find("ana", first.linkId)).toEqual(first);
      expect(new Set(await links.list("ana"))).toEqual(new Set([first, second]));
    });

    it("gives the link that is there when asked again", async () => {
      const links = await open();
      const first = await links.link("ana", "00012345", now);
      expect(await links.link("ana", "00012345", later)).toEqual(first);
      expect(await links.list("ana")).toEqual([first]);
    });

    it("makes one link of 50 at the same moment, and says of all which one", async () => {
      const links = await open();
      const instants = Array.from({ length: 50 }, (_, at) => `2026-11-24T15:45:${String(at).padStart(2, "0")}.000Z`);
      const made = await Promise.all(instants.map((at) => links.link("ana", "00012345", at)));
      const stored = await links.list("ana");
      expect(stored).toHaveLength(1);
      expect(made).toEqual(made.map(() => stored[0]));
    });

    it("shows nothing of a supply by the id of its link", async () => {
      const links = await open();
      const { linkId } = await links.link("ana", "00012345", now);
      expect(linkId).not.toContain("12345");
    });

    it.each([
      ["eva", "another account"],
      ["", "no account"],
      ["an", "an account whose name begins alike"],
      ["ana#LINK", "an account named to reach into hers"],
      ["ANA", "an account that differs in case"],
    ])("keeps an account to itself: %j (%s)", async (other) => {
      const links = await open();
      const hers = await links.link("ana", "00012345", now);
      expect(await links.find(other, hers.linkId)).toBeUndefined();
      expect(await links.list(other)).toEqual([]);
      expect(await links.unlink(other, hers.linkId)).toBe(false);
      expect(await links.list("ana")).toEqual([hers]);
      expect((await links.link(other, "00012345", later)).linkId).not.toBe(hers.linkId);
      expect(await links.list("ana")).toEqual([hers]);
    });

    it("forgets a link, twice without complaint, and makes it anew", async () => {
      const links = await open();
      const { linkId } = await links.link("ana", "00012345", now);
      const other = await links.link("ana", "00012346", now);
      expect([await links.unlink("ana", linkId), await links.unlink("ana", linkId)]).toEqual([true, false]);
      expect(await links.find("ana", linkId)).toBeUndefined();
      expect(await links.list("ana")).toEqual([other]);
      expect((await links.link("ana", "00012345", later)).linkedAt).toBe(later);
    });

    it("lists as many links as an account may hold", async () => {
      const links = await open();
      const codes = Array.from({ length: maxLinks }, (_, at) => String(at).padStart(8, "0"));
      await Promise.all(codes.map((code) => links.link("ana", code, now)));
      expect((await links.list("ana")).map(({ supplyCode }) => supplyCode).sort()).toEqual(codes);
    });

    it("lists the accounts of a supply, and no longer one that removed its link", async () => {
      const links = await open();
      const hers = await links.link("ana", "00012345", now, "holder-document");
      const his = await links.link("jorge", "00012345", later);
      await links.link("eva", "00012346", now);
      expect(new Set(await links.accountsOf("00012345"))).toEqual(
        new Set([
          { ...hers, sub: "ana" },
          { ...his, sub: "jorge" },
        ]),
      );
      await links.unlink("jorge", his.linkId);
      expect(await links.accountsOf("00012345")).toEqual([{ ...hers, sub: "ana" }]);
      expect(await links.accountsOf("0001234")).toEqual([]);
    });

    it("keeps the holder's document once it was given, and the day of the link", async () => {
      const links = await open();
      await links.link("ana", "00012345", now);
      const proved = await links.link("ana", "00012345", later, "holder-document");
      expect(proved).toMatchObject({ linkedAt: now, proof: "holder-document" });
      expect(await links.link("ana", "00012345", later)).toEqual(proved);
      expect(await links.list("ana")).toEqual([proved]);
      expect(await links.accountsOf("00012345")).toEqual([{ ...proved, sub: "ana" }]);
    });

    it("ends a link once, which its account then sees as ended, until it is made anew", async () => {
      const links = await open();
      const made = await links.link("jorge", "00012345", now);
      const his = { ...made, sub: "jorge" };
      await links.end(his, later);
      await links.end(his, "2026-11-26T09:00:00.000Z");
      expect(await links.find("jorge", made.linkId)).toBeUndefined();
      expect(await links.list("jorge")).toEqual([]);
      expect(await links.accountsOf("00012345")).toEqual([]);
      expect(await links.ended("jorge")).toEqual([{ ...made, endedAt: later, because: "by-holder" }]);
      await links.unlink("jorge", made.linkId);
      expect(await links.ended("jorge")).toHaveLength(1);
      const anew = await links.link("jorge", "00012345", "2026-11-27T09:00:00.000Z", "holder-document");
      expect(await links.list("jorge")).toEqual([anew]);
      expect(await links.ended("jorge")).toEqual([]);
      await links.end(his, "2026-11-28T09:00:00.000Z");
      expect(await links.list("jorge")).toEqual([anew]);
    });

    const holder = { name: "CLIENTE DE PRUEBA UNO", document: "00000001", asOf: "2026-10-31" };

    it("remembers the holder it was made with, for its account and its supply, and forgets them when it ends", async () => {
      const links = await open();
      const made = await links.link("jorge", "00012345", now, "receipt", holder);
      expect(made).toMatchObject({ holder });
      expect(await links.find("jorge", made.linkId)).toEqual(made);
      expect(await links.accountsOf("00012345")).toEqual([{ ...made, sub: "jorge" }]);
      await links.end({ ...made, sub: "jorge" }, later, "holder-changed");
      const { holder: _, ...rest } = made;
      expect(await links.ended("jorge")).toEqual([{ ...rest, endedAt: later, because: "holder-changed" }]);
    });

    it("takes another holder by that one's document, not by a receipt, and keeps the day", async () => {
      const links = await open();
      const next = { ...holder, document: "40000002", asOf: "2026-11-05" };
      const made = await links.link("jorge", "00012345", now, "holder-document", holder);
      expect(await links.link("jorge", "00012345", later, "receipt", next)).toEqual(made);
      expect(await links.link("jorge", "00012345", later, "holder-document", holder)).toEqual(made);
      const renewed = await links.link("jorge", "00012345", later, "holder-document", next);
      expect(renewed).toEqual({ ...made, holder: next });
      expect(await links.list("jorge")).toEqual([renewed]);
    });

    it("ends nothing of an account that removed its link meanwhile", async () => {
      const links = await open();
      const made = await links.link("jorge", "00012345", now);
      await links.unlink("jorge", made.linkId);
      await links.end({ ...made, sub: "jorge" }, later);
      expect(await links.ended("jorge")).toEqual([]);
    });
  });
}
