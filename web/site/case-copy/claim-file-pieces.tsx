import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { copyWords } from "../../words/case-copies.ts";
import { instant } from "../../words/format.ts";
import { documentNames } from "../claim/claim-details.words.ts";
import { entryNames } from "./claim-entries.words.ts";
import { claimFileWords } from "./claim-file.words.ts";

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
