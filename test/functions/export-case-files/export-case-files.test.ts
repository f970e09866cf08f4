import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sha256Of } from "../../../shared/casework/issue-document.ts";
import { entriesOf } from "../../../shared/domain/case-events.ts";
import { brokenAt } from "../../../shared/storage/case-chain.ts";
import { type DynamoDbLocal, dynamoDbLocal } from "../../shared/storage/dynamodb-local.ts";
import { type ExportWorld, evidence, exportWorld, pdfOf, pngOf } from "./export-world.ts";

let local: DynamoDbLocal;
let made: ExportWorld;
beforeAll(async () => {
  local = await dynamoDbLocal();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  made = await exportWorld(local);
  const { keep, add } = made;
  await add(
    evidence(
      keep("informe.pdf", "application/pdf", await pdfOf("Informe", 3)),
      keep("foto.png", "image/png", pngOf(40, 30)),
    ),
  );
  await add(evidence(keep("plano.pdf", "application/pdf", await pdfOf("Plano", 2, 90))));
});

const manifestOf = (copy: "tribunal" | "print" | "claimant" | "third-party") =>
  JSON.parse(Buffer.from(made.file(copy, "manifiesto.json")).toString());

describe("the tribunal's copy", () => {
  it("is whole: each part, the index, every hash, the chain and the seal", async () => {
    await made.order("tribunal");
    await made.run();
    const manifest = manifestOf("tribunal");
    expect(manifest.files.map((file: { name: string }) => file.name)).toEqual(["indice.pdf", "parte-01.pdf"]);
    for (const { name, sha256, sizeBytes } of manifest.files) {
      const bytes = made.file("tribunal", name);
      expect([sha256Of(bytes), bytes.length]).toEqual([sha256, sizeBytes]);
    }
    expect(manifest.entries.length).toBe(3);
    expect(brokenAt(manifest.entries)).toBeUndefined();
    const seal = JSON.parse(Buffer.from(made.file("tribunal", "manifiesto.sello.json")).toString());
    expect(made.key.vouchesFor(seal)).toBe(true);
    expect(JSON.parse(seal.statement)).toMatchObject({
      sha256: sha256Of(made.file("tribunal", "manifiesto.json")),
      chainHead: manifest.chainHead,
    });
    const part = await PDFDocument.load(made.file("tribunal", "parte-01.pdf"));
    expect(part.getPageCount()).toBe(manifest.folios + 1);
    const file = await made.world.caseFiles.read(made.claimId);
    expect(entriesOf(file?.events ?? [], "case-file-exported")).toMatchObject([
      {
        details: {
          manifestSha256: sha256Of(made.file("tribunal", "manifiesto.json")),
          folios: manifest.folios,
          parts: 1,
        },
      },
    ]);
  });
});
