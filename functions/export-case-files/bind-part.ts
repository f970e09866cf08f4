import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { copyNames, indexSheet } from "../../shared/documents/case-file-sheets.ts";
import { mergePdf, sourcePagesOf } from "../../shared/documents/pdf-merge.ts";
import { lawInForce } from "../../shared/tenant/tenant.ts";
import type { ExportDeps } from "./export-deps.ts";
import { indexRow } from "./index-rows.ts";
import { type LoadedPiece, loadPiece, sheetBytes } from "./load-piece.ts";
import type { CaseCopy } from "./open-copy.ts";

const megabyte = 1_000_000;
/**
 * A record is printed in about a twentieth of a second: with its files a part is done well within the function's time.
 */
const piecesInTime = 150;

/**
 * Writes and records the next part of a copy: a PDF of as many of the next pieces as `piecesPerPart` and the law's
 * largest size of a part allow, at least one piece. Returns `false`, with nothing recorded, if another run recorded
 * that part first.
 */
export async function bindPart(deps: ExportDeps, copy: CaseCopy): Promise<boolean> {
  const { record } = copy;
  const most = lawInForce(deps.tenant, record.on).trass.maxPartMb.value * megabyte;
  const loaded = await loadNext(deps, copy, most);
  const part = record.parts + 1;
  let bytes = await bound(deps, copy, part, loaded);
  // How large pages are together is known only once they are bound: a little more than each alone, or much less.
  while (bytes.length > most && loaded.length > 1) {
    loaded.length = Math.floor(loaded.length * 0.75);
    bytes = await bound(deps, copy, part, loaded);
  }
  const name = `parte-${String(part).padStart(2, "0")}.pdf`;
  await deps.exportFiles(record.copy).write(record, name, bytes, "application/pdf");
  const pieces = loaded.map(({ piece, folios, state, signed, drawn }) => ({
    piece,
    folios,
    state,
    ...(signed && { signed }),
    ...(drawn && { drawn }),
  }));
  return deps.caseExports.addPart(
    record,
    { part, name, sizeBytes: bytes.length, sha256: sha256Of(bytes), pieces },
    deps.now(),
  );
}

/** Reads the next pieces of a copy, at least one, until another would not fit in `most` bytes less a margin. */
async function loadNext(deps: ExportDeps, copy: CaseCopy, most: number): Promise<LoadedPiece[]> {
  const { piecesPerPart = piecesInTime } = deps;
  const { record, pieces } = copy;
  const loaded: LoadedPiece[] = [];
  const room = most * 0.9;
  let weight = 0;
  for (const piece of pieces.slice(record.pieces, record.pieces + piecesPerPart)) {
    const expected = "file" in piece.source ? piece.source.file.sizeBytes : sheetBytes;
    // A file larger than half a part, or whose pages are larger than a part, goes beside the copy, for every reader
    // alike: so anything bound fits in a part alone, with its index.
    const largest = most / 2;
    if (loaded.length > 0 && weight + Math.min(expected, largest) > room) break;
    const from = (loaded.at(-1)?.folios.to ?? record.folios) + 1;
    const next = await loadPiece(deps, copy, piece, { from, largest, most: room });
    loaded.push(next);
    weight += next.bytes;
  }
  return loaded;
}

/** Returns the PDF of a part: its index, then its pieces; the first part's cover comes before the index. */
async function bound(
  deps: ExportDeps,
  copy: CaseCopy,
  part: number,
  loaded: readonly LoadedPiece[],
): Promise<Uint8Array> {
  const { head, record } = copy;
  const index = await deps.pdfRenderer.print(
    indexSheet({ ...head, title: `Índice de la parte ${part}`, rows: loaded.map((piece) => indexRow(copy, piece)) }),
  );
  const contents = await sourcePagesOf(index, "application/pdf");
  if (!contents) throw new Error("the PDF renderer printed a file that cannot be read");
  const list = { sourcePages: contents, title: `Índice de la parte ${part}` };
  const [first, ...rest] = loaded;
  const pieces = part === 1 && first ? [first, list, ...rest] : [list, ...loaded];
  return mergePdf({
    title: `${copyNames[record.copy]} ${head.code}, parte ${part}`,
    author: head.letterhead.legalName,
    madeAt: record.madeAt,
    ...(record.copy === "print" && { stamp: `expediente ${head.code}` }),
    pieces,
  });
}
