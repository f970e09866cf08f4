import { keptWords } from "../words/kept-form.ts";
import type { Values } from "./kept-form.ts";
import { nameOfWhose, whoseOf } from "./kept-person.ts";
import { Notice } from "./notice.tsx";

interface KeptNoteTextProps {
  readonly before: Values;
  /** The instant at which the draft was begun, if it is known. */
  readonly since: string | undefined;
  readonly drop: () => unknown;
  readonly onEmptied?: () => void;
}

/** Renders what `KeptNote` says of the draft `before`. */
export function KeptNoteText({ before, since, drop, onEmptied = () => location.reload() }: KeptNoteTextProps) {
  const empty = async () => {
    await drop();
    onEmptied();
    document.querySelector("h1")?.focus();
  };
  return (
    <Notice title={keptWords.title(nameOfWhose(whoseOf(before)))}>
      <p>{keptWords.since(since)}</p>
      <p>
        <button type="button" class="button plain" onClick={empty}>
          {keptWords.empty}
        </button>
      </p>
    </Notice>
  );
}
