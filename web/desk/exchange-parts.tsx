import { useFileAddress } from "../look/file-address.ts";
import { holdsWords } from "../words/desk-holds.ts";
import { instant } from "../words/format.ts";

/** A link that downloads the day's file, `csv`, as `fileName`. */
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

/** What identifies a change among those of its day. */
interface Reported {
  readonly receiptNumber: string;
  readonly code: string;
  readonly version: number;
}

/** The field name of a change in a form. */
export const idOf = ({ receiptNumber, code, version }: Reported): string => `${receiptNumber} ${code} ${version}`;

interface AnsweredProps {
  readonly change: Reported & {
    readonly acknowledged?: { readonly at: string; readonly reference: string } | undefined;
  };
}

/** The commercial system's reference for a change, or the field to type it. */
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
