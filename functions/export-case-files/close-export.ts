import { isOpenTo } from "../../shared/casework/case/entry-record.ts";
import { record as recordIn } from "../../shared/casework/case/record.ts";
import { shownTitle } from "../../shared/casework/case-copy/case-pieces.ts";
import { keepSeal, printed, sealOf, sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { indexSheet } from "../../shared/documents/case-file-sheets.ts";
import type { OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { besideName, goesBeside } from "../../shared/domain/case-copy/case-copy.ts";
import { canonicalJson } from "../../shared/storage/canonical-json.ts";
import type { CaseExport, ExportedFile, ExportPart } from "../../shared/storage/case-copy/case-exports.ts";
import type { ExportDeps } from "./export-deps.ts";
import { indexRow } from "./index-rows.ts";
import type { CaseCopy } from "./open-copy.ts";

const by = { kind: "system", name: "export-case-files" } as const;

const indexName = "indice.pdf";
const manifestName = "manifiesto.json";
const sealName = "manifiesto.sello.json";

type Closed = NonNullable<CaseExport["closed"]>;

/**
 * Writes the index of a copy, its manifest and the manifest's seal, and records the copy as closed. Returns these three
 * files; `undefined` if another run closed the copy first. The caller has bound all parts before. If the copy is for
 * the tribunal, also keeps its index as a sealed document. Records nothing in the case: `noteExported` does.
 */
export async function closeExport(deps: ExportDeps, copy: CaseCopy): Promise<Closed | undefined> {
  const { record, at } = copy;
  const parts = await deps.caseExports.parts(record);
  const write = async (name: string, bytes: Uint8Array, type: string): Promise<ExportedFile> => {
    await deps.exportFiles(record.copy).write(record, name, bytes, type);
    return { name, sizeBytes: bytes.length, sha256: sha256Of(bytes) };
  };
  const indexBytes = await indexOf(deps, copy, parts);
  const index = await write(indexName, indexBytes, "application/pdf");
  const manifest = await write(manifestName, jsonOf(manifestOf(copy, parts, index)), "application/json");
  const { code } = at.filing.details;
  const { chainHead } = at.file.head;
  const { verificationCode, madeAt: sealedAt } = record;
  const facts = { number: code, claimCode: code, verificationCode, sealedAt, chainHead };
  const received = [manifest, ...parts].map(({ name: fileName, sha256 }) => ({ fileName, sha256 }));
  const seal = await write(
    sealName,
    jsonOf(await deps.seals.seal({ ...facts, kind: "case-file-manifest", sha256: manifest.sha256 })),
    "application/json",
  );
  if (record.copy === "tribunal") {
    const document = indexDocument(record, index);
    await deps.documents.write(document.documentId, indexBytes, "application/pdf");
    await keepSeal(deps.documents, document.documentId, await sealOf(deps, document, { ...facts, received }));
  }
  const closed = { index, manifest, seal };
  return (await deps.caseExports.close(record, closed, deps.now())) ? closed : undefined;
}

/**
 * Records `case-file-exported` in the case, once, for a copy made for the tribunal. Does nothing for any other copy,
 * which must not change the case it copies. Throws if the case refuses the write.
 */
export async function noteExported(deps: ExportDeps, record: CaseExport, { index, manifest }: Closed): Promise<void> {
  if (record.copy !== "tribunal") return;
  const { claimId, upTo, on } = record;
  const mark = `export-case-files:${claimId}:${upTo}:${on}`;
  const parts = await deps.caseExports.parts(record);
  const document = indexDocument(record, index);
  const noted = await recordIn(deps, { claimId, now: deps.now(), write: { key: mark, contentHash: mark } }, ({ now }) =>
    ok({
      entries: [
        {
          type: "case-file-exported",
          effectiveAt: now,
          by,
          details: {
            document,
            upTo,
            on,
            manifestSha256: manifest.sha256,
            folios: parts.at(-1)?.pieces.at(-1)?.folios.to ?? 0,
            parts: parts.length,
          },
        },
      ],
    }),
  );
  if (!noted.ok) throw new Error(`no copy was recorded in ${claimId}: ${noted.error}`);
}

function indexDocument({ verificationCode }: CaseExport, { sizeBytes, sha256 }: ExportedFile): OfficeDocument {
  return {
    documentId: sha256.slice(0, 32),
    kind: "case-file-index",
    fileName: indexName,
    sizeBytes,
    sha256,
    verificationCode,
  };
}

function jsonOf(value: unknown): Uint8Array {
  return Buffer.from(`${canonicalJson(value)}\n`);
}

function indexOf(deps: ExportDeps, copy: CaseCopy, parts: readonly ExportPart[]): Promise<Uint8Array> {
  const sheet = indexSheet({
    ...copy.head,
    title: "Índice del expediente",
    rows: parts.flatMap(({ pieces }) => pieces.map((piece) => indexRow(copy, piece))),
    files: parts.map(({ name: fileName, sha256, pieces }) => ({
      fileName,
      sha256,
      folios: { from: pieces[0]?.folios.from ?? 0, to: pieces.at(-1)?.folios.to ?? 0 },
    })),
  });
  // Only a document that the case names is found by its code.
  return copy.record.copy === "tribunal"
    ? printed(deps, sheet, copy.record.verificationCode)
    : deps.pdfRenderer.print(sheet);
}

/**
 * Returns the manifest of a copy: every file with its SHA-256, every piece, and the case's chain up to the copy. Each
 * entry is given by its envelope, and with its content if the reader may see all of it: the chain verifies either way.
 */
function manifestOf(copy: CaseCopy, parts: readonly ExportPart[], index: ExportedFile) {
  const { record, at, head, pieces } = copy;
  const { events, envelopes, salts, head: caseHead } = at.file;
  const bound = parts.flatMap(({ part, pieces: own }) => own.map((piece) => ({ part, ...piece })));
  return {
    format: "caudal-case-file-1",
    claim: head.code,
    copy: record.copy,
    upTo: record.upTo,
    madeAt: record.madeAt,
    chainHead: caseHead.chainHead,
    folios: bound.at(-1)?.folios.to ?? 0,
    files: [index, ...parts.map(({ name, sizeBytes, sha256 }) => ({ name, sizeBytes, sha256 }))],
    pieces: bound.map(({ piece: number, part, folios, state, signed, drawn }) => {
      const piece = pieces[number - 1];
      const file = piece && "file" in piece.source ? piece.source.file : undefined;
      return {
        piece: number,
        part,
        folios,
        state,
        entry: piece?.seq,
        title: piece && shownTitle(piece, state),
        ...(file && { sizeBytes: file.sizeBytes, sha256: file.sha256 }),
        ...(file && goesBeside({ state, signed, drawn }) && { beside: besideName(number, file.fileName) }),
      };
    }),
    entries: envelopes.map((envelope, place) => {
      const event = events[place];
      const salt = salts[place];
      return {
        envelope,
        ...(event && salt !== undefined && isOpenTo(at, event, record.copy) && { content: { salt, event } }),
      };
    }),
  };
}
