import type { ComponentChildren } from "preact";
import { attachmentsWords } from "../words/attachments.ts";
import { type Copy, copyWords } from "../words/case-copies.ts";
import { instant } from "../words/format.ts";

interface CopyStateProps {
  readonly copy: Copy;
  /** Renders the button that downloads the file `name`; `label` is the file in words. */
  readonly button: (name: string, label: string) => ComponentChildren;
}

/** Shows the state of a copy of a case file: its progress while it is made, its files, and until when they are kept. */
export function CopyState({ copy, button }: CopyStateProps) {
  const { state, madeAt, folios, pieces, ofPieces, keptUntil, files } = copy;
  return (
    <>
      <p role="status">
        <b>{copyWords.states[state]}.</b> {copyWords.made(instant(madeAt), folios)}
      </p>
      {state === "making" && (
        <p>
          <progress value={pieces} max={ofPieces} aria-label={copyWords.states.making} />
          <br />
          {copyWords.progress(pieces, ofPieces)}. {copyWords.mayClose}
        </p>
      )}
      {state === "stopped" && <p>{copyWords.stopped}</p>}
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li key={file.name}>
              <span>
                {copyWords.file(file)} <span class="hint">{attachmentsWords.size(file.sizeBytes)}</span>
                {file.folios && <span class="hint">{copyWords.folios(file.folios)}</span>}
              </span>
              {button(file.name, copyWords.file(file))}
            </li>
          ))}
        </ul>
      )}
      {state === "done" && keptUntil && <p class="note">{copyWords.keptUntil(keptUntil)}</p>}
    </>
  );
}
