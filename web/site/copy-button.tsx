import { useState } from "preact/hooks";
import { openSubmissionWords as words } from "./submission/open-submission.words.ts";

interface CopyButtonProps {
  readonly text: string;
}

/** Renders a button that copies a text and then says so. Renders nothing where the browser lets no page copy. */
export function CopyButton({ text }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);
  if (!("clipboard" in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setIsCopied(true),
      () => undefined,
    );
  return (
    <p>
      <button type="button" class="button plain" onClick={copy}>
        {words.copy}
      </button>{" "}
      <span role="status">{isCopied && words.copied}</span>
    </p>
  );
}
