import { attachmentViewWords } from "./attachment-view.words.ts";

interface LookButtonProps {
  readonly fileName: string;
  readonly look: () => void;
  /** The pages are seen: the button takes them away. */
  readonly isOpen?: boolean;
}

/** Renders the button that shows a file's pages. */
export function LookButton({ fileName, look, isOpen = false }: LookButtonProps) {
  return (
    <button type="button" class="button plain" onClick={look}>
      {isOpen ? attachmentViewWords.hide : attachmentViewWords.show}
      <span class="unseen"> {fileName}</span>
    </button>
  );
}
