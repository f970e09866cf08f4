import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useFileAddress } from "../../look/file-address.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { instant } from "../../words/format.ts";
import { holdsWords } from "./holds.words.ts";

/** Renders a link that downloads the text `csv` as a file called `fileName`. */
export function DayFile({ csv, fileName }: { readonly csv: string; readonly fileName: string }) {
  const address = useFileAddress(csv);
  return (
    <p>
      <a class="button plain" href={address} download={fileName}>
        {holdsWords.download}
      </a>
    </p>
  );
}

/** What identifies a hold or correction among those reported on its day. */
interface Reported {
  readonly receiptNumber: string;
  readonly code: string;
  /** Grows by one with each change of the receipt that is reported. */
  readonly version: number;
}

/**
 * Returns the name of a change's field in a form: the receipt's number, the code and the version, with spaces between.
 */
export const idOf = ({ receiptNumber, code, version }: Reported): string => `${receiptNumber} ${code} ${version}`;

interface AnsweredProps {
  /** `acknowledged` is there once the commercial system answered. */
  readonly change: Reported & {
    readonly acknowledged?: { readonly at: string; readonly reference: string } | undefined;
  };
}

/**
 * Renders the commercial system's reference for a change, with its hour, or a field to type the reference if there is
 * none. A column of several lines that is pasted in the field fills the fields after it too, a line each.
 */
export function Answered({ change }: AnsweredProps) {
  const { acknowledged, receiptNumber } = change;
  if (acknowledged) return <>{holdsWords.acknowledged(acknowledged.reference, instant(acknowledged.at))}</>;
  return (
    <input
      type="text"
      id={idOf(change)}
      name={idOf(change)}
      aria-label={holdsWords.referenceOf(receiptNumber)}
      autocomplete="off"
      onPaste={pasteDown}
    />
  );
}

/** Fills this field and those after it with the lines of a pasted column; a single line is pasted as usual. */
function pasteDown(event: ClipboardEvent & { readonly currentTarget: HTMLInputElement }): void {
  const lines = event.clipboardData?.getData("text").trimEnd().split(/\r?\n/) ?? [];
  const { form } = event.currentTarget;
  if (lines.length < 2 || !form) return;
  event.preventDefault();
  const fields = [...form.elements].filter((element) => element instanceof HTMLInputElement);
  const from = fields.indexOf(event.currentTarget);
  for (const [at, line] of lines.entries()) {
    const field = fields[from + at];
    if (field) field.value = line.trim();
  }
}

/** So many rows of a day are shown before somebody asks for the rest. */
const firstRows = 25;

interface DayRowsProps<Change extends Reported> {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly changes: readonly (Change & AnsweredProps["change"])[];
  /** Renders a change as a table row, with the attribute `hidden` if `isHidden`. */
  readonly children: (change: Change, isHidden: boolean) => VNode;
}

/**
 * Renders the changes of a day as a table, those without a reference first. The rows after the 25th are hidden until
 * somebody uses the button for the rest or pastes in the table: a pasted column fills hidden fields too.
 */
export function DayRows<Change extends Reported>({ caption, columns, changes, children }: DayRowsProps<Change>) {
  const [isWhole, setIsWhole] = useState(false);
  const rows = changes.toSorted((a, b) => Number(Boolean(a.acknowledged)) - Number(Boolean(b.acknowledged)));
  const rest = isWhole ? 0 : Math.max(rows.length - firstRows, 0);
  return (
    <div onPaste={() => setIsWhole(true)}>
      <ScrollTable caption={caption} columns={columns}>
        {rows.map((change, at) => children(change, at >= rows.length - rest))}
      </ScrollTable>
      {rest > 0 && (
        <p>
          <button type="button" class="button plain" onClick={() => setIsWhole(true)}>
            {holdsWords.rest(rest)}
          </button>
        </p>
      )}
    </div>
  );
}
