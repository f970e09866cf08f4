import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { copyWords } from "../words/case-copies.ts";
import { documentNames } from "../words/claim-details.ts";
import { entryNames } from "../words/claim-entries.ts";
import { claimFileWords } from "../words/claim-file.ts";
import { instant } from "../words/format.ts";

type Piece = AnswerOf<Routes["showFile"]>["pieces"][number];

interface ClaimFilePiecesProps {
  readonly pieces: readonly Piece[];
}

/**
 * Renders the pieces of a case file as rows with their numbers: what each is in words that claimants know, when it
 * came, and its folios, or that it has none.
 */
export function ClaimFilePieces({ pieces }: ClaimFilePiecesProps) {
  return (
    <ol class="pieces">
      {pieces.map((piece) => (
        <li key={piece.piece} value={piece.piece}>
          <b>{nameOf(piece)}</b>
          <span class="hint">
            {claimFileWords.on(instant(piece.at))}{" "}
            {piece.folios ? copyWords.folios(piece.folios) : claimFileWords.noFolios}
          </span>
        </li>
      ))}
    </ol>
  );
}

function nameOf({ entry, document, fileName, title }: Piece): string {
  if (document) return documentNames[document];
  if (entry) return entryNames[entry];
  return fileName === undefined ? title : claimFileWords.attachment(fileName);
}
