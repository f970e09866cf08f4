import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { MemoryImportsBucket } from "../../../doubles/imports-bucket.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A bucket seen through its stores, as its users see it. */
export type ImportsBucket = Omit<MemoryImportsBucket, "reportFiles"> & {
  /** The bucket's own time. */
  readonly now: () => string;
};

/** What every imports bucket keeps; `open` gives an empty one, whose time `wait` moves on. */
export function importsBucketSuite(open: () => Promise<ImportsBucket & { wait(seconds: number): void }>): void {
  const textOf = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all).toString("utf8");
  };

  describe("imports bucket", () => {
    const file = bytesOf("codsuc;nroinscripcion\n01;00012345\nñandú");

    it("takes the announced file, and reads it whole or a part of it", async () => {
      const bucket = await open();
      const ticket = await bucket.tickets.issue("i1", file.byteLength, sha256(file), bucket.now());
      const version = (await bucket.upload(ticket, file, bucket.now())) ?? "";
      expect(version).not.toBe("");
      expect(await textOf(await bucket.files.read("i1", version))).toBe("codsuc;nroinscripcion\n01;00012345\nñandú");
      expect(await textOf(await bucket.files.read("i1", version, 0, 6))).toBe("codsuc");
      expect(await textOf(await bucket.files.read("i1", version, 22, 34))).toBe("01;00012345\n");
      expect(await textOf(await bucket.files.read("i1", version, 34, file.byteLength))).toBe("ñandú");
    });

    it("says when a ticket ends: five minutes on", async () => {
      const bucket = await open();
      const now = bucket.now();
      const { expiresAt } = await bucket.tickets.issue("i1", file.byteLength, sha256(file), now);
      expect(Date.parse(expiresAt) - Date.parse(now)).toBe(300_000);
    });

    it.each([
      ["one byte more", Buffer.concat([file, bytesOf("x")])],
      ["one byte less", file.subarray(1)],
      ["other bytes of the same length", bytesOf("x".repeat(file.byteLength))],
      ["nothing", new Uint8Array()],
    ])("refuses what was not announced, %s, and takes the file all the same", async (_, sent) => {
      const bucket = await open();
      const ticket = await bucket.tickets.issue("i1", file.byteLength, sha256(file), bucket.now());
      expect(await bucket.upload(ticket, sent, bucket.now())).toBeUndefined();
      expect(await bucket.upload(ticket, file, bucket.now())).toBeDefined();
    });

    it("takes the file within its time, and not after", async () => {
      const bucket = await open();
      const ticket = await bucket.tickets.issue("i1", file.byteLength, sha256(file), bucket.now());
      bucket.wait(290);
      expect(await bucket.upload(ticket, file, bucket.now())).toBeDefined();
      bucket.wait(20);
      expect(await bucket.upload(ticket, file, bucket.now())).toBeUndefined();
    });

    it("refuses a ticket turned to another import", async () => {
      const bucket = await open();
      const ticket = await bucket.tickets.issue("i1", file.byteLength, sha256(file), bucket.now());
      const forged = { ...ticket, fields: { ...ticket.fields, key: "files/i2.csv" } };
      const version = await bucket.upload(forged, file, bucket.now());
      await expect(bucket.files.read("i2", version ?? "none")).rejects.toThrow();
    });

    it("keeps both files that come with one ticket, each under its version", async () => {
      const bucket = await open();
      const ticket = await bucket.tickets.issue("i1", file.byteLength, sha256(file), bucket.now());
      const first = await bucket.upload(ticket, file, bucket.now());
      const second = await bucket.upload(ticket, file, bucket.now());
      expect(first).not.toBe(second);
      for (const version of [first, second])
        expect(await textOf(await bucket.files.read("i1", version ?? "", 0, 6))).toBe("codsuc");
    });

    it("does not read a file or a version that is not there", async () => {
      const bucket = await open();
      const ticket = await bucket.tickets.issue("i1", file.byteLength, sha256(file), bucket.now());
      const version = (await bucket.upload(ticket, file, bucket.now())) ?? "";
      await expect(bucket.files.read("i2", version)).rejects.toThrow();
      await expect(bucket.files.read("i1", "null")).rejects.toThrow();
    });

    it("reads back the files an import makes, the last that was written", async () => {
      const bucket = await open();
      await bucket.reports.write("i1", "ranges/0.csv", "12;rechazada;ñ\r\n");
      await bucket.reports.write("i1", "ranges/0.csv", "\uFEFF13;rechazada;ñ\r\n");
      await bucket.reports.write("i2", "ranges/0.csv", "");
      expect(await bucket.reports.read("i1", "ranges/0.csv")).toBe("\uFEFF13;rechazada;ñ\r\n");
      expect(await bucket.reports.read("i2", "ranges/0.csv")).toBe("");
      await expect(bucket.reports.read("i1", "report.csv")).rejects.toThrow();
    });

    it("gives a link to the report that opens for a minute", async () => {
      const bucket = await open();
      await bucket.reports.write("i1", "report.csv", "\uFEFFlinea;resultado\r\n");
      const now = bucket.now();
      const { url, expiresAt } = await bucket.downloads.link("i1", "informe-i1.csv", now);
      expect(Date.parse(expiresAt) - Date.parse(now)).toBe(60_000);
      expect(await bucket.download(url, bucket.now())).toBe("\uFEFFlinea;resultado\r\n");
      expect(await bucket.download(url.replace("i1", "i2"), bucket.now())).toBeUndefined();
      bucket.wait(70);
      expect(await bucket.download(url, bucket.now())).toBeUndefined();
    });
  });
}
