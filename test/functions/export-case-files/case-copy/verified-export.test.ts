import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { goesBeside } from "../../../../shared/domain/case-copy/case-copy.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ExportWorld, evidence, exportWorld, pdfOf, pngOf } from "../export-world.ts";

let local: TestTables;
let made: ExportWorld;
let folder: string;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "caudal-export-"));
  made = await exportWorld(local, { piecesPerPart: 4 });
  const { keep, add } = made;
  await add(evidence(keep("informe.pdf", "application/pdf", await pdfOf("Informe", 3))));
  await add(
    evidence(keep("foto.png", "image/png", pngOf(40, 30)), keep("foto.heic", "image/heic", Buffer.from("..heic"))),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Saves a copy as a browser does: every file of it under the claim's code, and the public key beside them. */
async function saved(copy: "tribunal" | "claimant"): Promise<(name: string) => string> {
  const record = await made.order(copy);
  await made.run();
  const parts = await made.deps.caseExports.parts(record);
  const { head, events } = (await made.world.caseFiles.read(made.claimId)) ?? {};
  const code = head?.code ?? "";
  const path = (name: string) => join(folder, `${code}-${name}`);
  for (const [name, bytes] of made.written)
    if (name.startsWith(`${copy}/`)) writeFileSync(path(name.slice(copy.length + 1)), bytes);
  const { pieces } = JSON.parse(readFileSync(path("manifiesto.json"), "utf8"));
  const beside = parts.flatMap((part) => part.pieces).filter(goesBeside);
  expect(beside.length).toBe(copy === "tribunal" ? 1 : 0);
  for (const { piece } of beside) {
    const { beside: name, sha256 } = pieces[piece - 1];
    const attachment = (events ?? [])
      .flatMap(({ details }) => ("attachments" in details ? details.attachments : []))
      .find((one) => one?.sha256 === sha256);
    writeFileSync(path(name), made.attachments.kept.get(attachment?.documentId ?? "") ?? "");
  }
  writeFileSync(
    join(folder, "claves.json"),
    JSON.stringify({
      keys: [{ keyId: "arn:aws:kms:us-east-1:000000000000:key/seals", publicKey: made.key.publicKey }],
    }),
  );
  return path;
}

const verified = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/verify.ts", folder], { encoding: "utf8" });
  return { status, said: stdout + stderr };
};

it.each(["tribunal", "claimant"] as const)(
  "%s: what was downloaded is whole, offline, by the command itself",
  async (copy) => {
    await saved(copy);
    expect(verified()).toEqual({ status: 0, said: expect.stringContaining("Está completo y es auténtico") });
  },
);

it.each(["parte-01.pdf", "indice.pdf", "manifiesto.json", "adjunto-0007.heic"])(
  "one byte of %s is named",
  async (name) => {
    const path = await saved("tribunal");
    const bytes = readFileSync(path(name));
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path(name), bytes);
    expect(verified()).toEqual({ status: 1, said: expect.stringContaining(name) });
  },
);
