import { useEffect, useRef } from "preact/hooks";

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
}

/**
 * Asks for a confirmation in a dialog that opens as soon as it is rendered. Calls `onAnswer` when the dialog closes:
 * `true` for the button `yes`, `false` for the button `no` and for Esc.
 */
export function Confirm({ title, text, yes, no, onAnswer }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="confirm-title"
      onClose={() => onAnswer(dialog.current?.returnValue === "yes")}
    >
      <form method="dialog">
        <h2 id="confirm-title">{title}</h2>
        <p>{text}</p>
        <div class="buttons">
          <button type="submit" class="button danger" value="yes">
            {yes}
          </button>
          <button type="submit" class="button plain" value="no">
            {no}
          </button>
        </div>
      </form>
    </dialog>
  );
}
