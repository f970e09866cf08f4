import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkPackage, manifestName } from "../../scripts/verify/case-package.ts";
import { checkAgainst, checkDigests } from "../../scripts/verify/day-digests.ts";
import { sha256Of } from "../../scripts/verify/finding.ts";
import { publicKeysIn, sealedText } from "../../scripts/verify/seal-file.ts";
import { checkText } from "../../scripts/verify/sealed-document.ts";
import { checkPath, linesOf } from "../../scripts/verify.ts";
import { type DayChain, digestStatementOf, noDigestBefore } from "../../shared/storage/check/day-digests.ts";
import { type SealedCase, type Sealing, sealing } from "../evidence/sealed-cases.ts";

let root: string;
let of: Sealing;
let one: SealedCase;
beforeAll(async () => {
  of = sealing(2);
  one = await of.make(1);
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "caudal-verify-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes a case, with some of its files replaced, added or (`undefined`) left out, and returns its folder. */
function written(changes: Readonly<Record<string, Uint8Array | undefined>> = {}): string {
  for (const [name, bytes] of Object.entries({ ...Object.fromEntries(one.files), ...changes })) {
    if (!bytes) continue;
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), bytes);
  }
  return root;
}

const wheres = (path: string, beside = {}) => checkPath(path, of.keys, beside).findings.map(({ where }) => where);
const attachment = () => one.attachments[0] ?? "";

describe("a case file in a folder", () => {
  it("is reported as whole and authentic", () => {
    expect(linesOf(checkPath(written(), of.keys))[0]).toContain("Está completo y es auténtico");
  });

  it.each([
    ["a file that was changed", () => ({ [attachment()]: Buffer.from("otro") }), () => [attachment()]],
    ["a file that is gone", () => ({ [attachment()]: undefined }), () => [attachment()]],
    ["a file that was added", () => ({ "extra.pdf": Buffer.from("x") }), () => ["extra.pdf"]],
    ["no manifest seal", () => ({ "manifiesto.sello.json": undefined }), () => ["manifiesto.sello.json"]],
    ["a manifest that is not JSON", () => ({ [manifestName]: Buffer.from("{") }), () => [manifestName]],
  ])("names %s", (_, changes, expected) => {
    expect(wheres(written(changes()))).toEqual(expected());
  });

  it("names an entry that was rewritten, the manifest with it", () => {
    const manifest = JSON.parse(Buffer.from(one.files.get(manifestName) ?? []).toString());
    manifest.entries[1].content.event.effectiveAt = "2026-01-01T00:00:00.000Z";
    expect(wheres(written({ [manifestName]: Buffer.from(JSON.stringify(manifest)) }))).toEqual([
      manifestName,
      "asiento 2",
    ]);
  });

  it("fails at its seal if another key made it", async () => {
    const other = sealing(2);
    expect(checkPath(written(), other.keys).findings.map(({ where }) => where)).toEqual(["manifiesto.sello.json"]);
  });
});

describe("a document", () => {
  it("is checked by the seal beside it; without one, the message says that it is missing", () => {
    written();
    const { name, seal } = one.documents[0] ?? { name: "", seal: "" };
    expect(wheres(join(root, name))).toEqual([]);
    writeFileSync(join(root, name), Buffer.from("otro"));
    expect(wheres(join(root, name))).toEqual([name]);
    rmSync(join(root, seal));
    expect(() => wheres(join(root, name))).toThrow("Falta el sello");
    expect(() => wheres(join(root, "no-existe.pdf"))).toThrow("No hay nada");
  });
});

describe("a «No cortar»", () => {
  const held = {
    kind: "hold",
    claimCode: "RE-2026-000001-1",
    supplyCode: "00012345",
    receipts: ["S001-00045001"],
    since: "2026-11-23",
  } as const;

  it("is checked by its own text and a public key alone", async () => {
    const { statement, signature } = await of.key.seals.seal(held);
    const text = `${statement}\n${signature}`;
    const pem = publicKeysIn(of.key.publicKey);
    expect(checkText("qr", text, pem).findings).toEqual([]);
    expect(checkText("qr", text, of.keys).findings).toEqual([]);
    expect(checkText("qr", text.replace("00045001", "00045002"), pem).findings).toHaveLength(1);
    expect(checkText("qr", text, sealing().keys).findings).toHaveLength(1);
  });

  it.each(["", "una línea", "a\nb\nc"])("%j is refused: it is not the text of one", (text) => {
    expect(() => sealedText(text)).toThrow(RangeError);
  });
});

describe("the digests of days", () => {
  const digest = async (day: string, claims: readonly DayChain[], previous: string) => {
    const seal = await of.key.seals.seal(digestStatementOf({ day, claims, previous }));
    const bytes = Buffer.from(JSON.stringify({ seal, claims }));
    return { file: { name: `${day}.json`, bytes }, mark: sha256Of(Buffer.from(seal.statement)) };
  };
  const three = async () => {
    const { claimCode, links } = one;
    const left = (version: number) => ({
      claimCode,
      version,
      chainHead: links[version]?.envelope.previous ?? one.chainHead,
    });
    const first = await digest("2026-11-23", [left(1)], noDigestBefore);
    const second = await digest("2026-11-24", [], first.mark);
    const third = await digest("2026-11-25", [left(links.length)], second.mark);
    return [first.file, second.file, third.file] as const;
  };
  const ofDays = async () => checkDigests(await three(), of.keys).digests;

  it("are a chain: a missing or changed one is named", async () => {
    const [first, second, third] = await three();
    expect(checkDigests([first, second, third], of.keys).findings).toEqual([]);
    expect(checkDigests([first, third], of.keys).findings).toMatchObject([{ where: "2026-11-25.json" }]);
    const changed = { ...third, bytes: Buffer.from(third.bytes.toString().replace(one.claimCode, "RE-2026-000009-9")) };
    expect(checkDigests([first, second, changed], of.keys).findings).toMatchObject([{ where: "2026-11-25.json" }]);
  });

  it("expose a history whose end was cut off, or that was rewritten with a consistent chain of its own", async () => {
    const { claimCode, links } = one;
    const digests = await ofDays();
    expect(checkAgainst({ claimCode, links }, digests)).toEqual([]);
    expect(checkAgainst({ claimCode, links: links.slice(0, 1) }, digests)).toMatchObject([
      { where: `reclamo ${claimCode}`, what: expect.stringContaining("ahora tiene 1") },
    ]);
    // Rewritten: new salts alone make another chain.
    const anew = (await sealing(2).make(1)).links;
    expect(checkAgainst({ claimCode, links: anew }, digests).length).toBeGreaterThan(0);
  });

  it("can be checked from a folder, alone or with a case file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "caudal-days-"));
    for (const { name, bytes } of await three()) writeFileSync(join(folder, name), bytes);
    expect(wheres(folder)).toEqual([]);
    expect(wheres(join(folder, "2026-11-24.json"))).toEqual([]);
    expect(wheres(written(), { digests: folder })).toEqual([]);
    writeFileSync(join(folder, "2026-11-24.json"), "{}");
    const [cargo = ""] = [...one.files.keys()].filter((name) => /^cargo-.*\.pdf$/.test(name));
    for (const path of [written(), join(root, cargo), join(folder, "2026-11-23.json")])
      expect(checkPath(path, of.keys, { digests: folder }).findings, path).toContainEqual(
        expect.objectContaining({ where: "2026-11-24.json" }),
      );
    rmSync(folder, { recursive: true });
    expect(checkPackage({ names: [], read: () => new Uint8Array() }, of.keys).findings).toHaveLength(2);
  });
});
