import { useEffect, useState } from "preact/hooks";
import { holdsWords } from "../words/desk-holds.ts";
import { instant } from "../words/format.ts";

/** The day's file as the API wrote it. */
export function DayFile({ csv, fileName }: { readonly csv: string; readonly fileName: string }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [csv]);
  return (
    <p>
      <a class="button plain" href={address} download={fileName}>
        {holdsWords.download}
      </a>
    </p>
  );
}

/** What tells a change from the others of its day. */
interface Reported {
  readonly receiptNumber: string;
  readonly code: string;
  readonly version: number;
}

/** Names a change in a form. */
export const idOf = ({ receiptNumber, code, version }: Reported): string => `${receiptNumber} ${code} ${version}`;

interface AnsweredProps {
  readonly change: Reported & {
    readonly acknowledged?: { readonly at: string; readonly reference: string } | undefined;
  };
}

/** What the commercial system answered to a change, or the field for it. */
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

/** A column pasted in one field fills it and those below. */
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
