import { useEffect, useRef, useState } from "preact/hooks";
import { aloudWords } from "./aloud.words.ts";
import { aloudOf } from "./aloud-acts.words.ts";
import { ReadAloud } from "./read-aloud.tsx";

interface TypedReadBackProps {
  /** The act's name in the page's address, where the form is of one: nothing is read back of what no caller says. */
  readonly act?: string;
}

/** Renders what its form has in the caller's words, to be read back to them before it is sent; nothing without any. */
export function TypedReadBack({ act }: TypedReadBackProps) {
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const read = (): void => setSaid(saidIn(form));
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, []);
  const isSaid = said.length > 0 && (act === undefined || aloudOf(act) !== undefined);
  return <div ref={place}>{isSaid && <ReadAloud>{aloudWords.readBack(said)}</ReadAloud>}</div>;
}

/** How somebody came, how they confirm, and which document it is: asked of staff, and not said by the caller. */
const ofStaff: ReadonlySet<string> = new Set(["came", "channel", "confirming", "kind"]);

/** Returns what a form has in a caller's words: what they chose, and the long texts. */
function saidIn(form: HTMLFormElement): readonly string[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=radio]:checked, textarea")]
    .filter(({ name }) => !ofStaff.has(name))
    .map((field) =>
      (field instanceof HTMLTextAreaElement ? field.value : (field.labels?.[0]?.textContent ?? "")).trim(),
    )
    .filter((text) => text !== "");
}
