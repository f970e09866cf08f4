import { useState } from "preact/hooks";
import { formProblem, type Outcome } from "../client.ts";
import { sendingWords } from "../words/sending.ts";
import { useSending } from "./asking.ts";
import { errorOf } from "./field.tsx";
import type { SentAttachment } from "./send-attachment.ts";

/**
 * Returns what to say of the files of a form while one is still being sent, or would be left out without a word: it was
 * refused, did not arrive or waits on this device. Undefined if all are in order.
 */
function faultOf(attachments: readonly SentAttachment[]): string | undefined {
  if (attachments.some(({ state }) => state === "sending")) return sendingWords.stillSending;
  return attachments.some(({ state }) => /refused|lost|kept/.test(state)) ? sendingWords.badFile : undefined;
}

/**
 * Sends a form with files as `useSending` does: `send` also gets the upload ids of the files, whose list is given to
 * `onFiles`. If a file is not in order, shows that in place of sending, and no longer than it is true. A claim's review
 * names what it leaves out instead.
 */
export function useSendingFiles<Value>(
  send: (typed: (name: string) => string, uploadIds: string[], form: HTMLFormElement) => Promise<Outcome<Value>>,
  done: (value: Value) => void,
): ReturnType<typeof useSending> & { readonly onFiles: (attachments: readonly SentAttachment[]) => void } {
  const [attachments, onFiles] = useState<readonly SentAttachment[]>([]);
  const fault = faultOf(attachments);
  const sending = useSending<Value>(async (typed, form) => {
    const problem = formProblem({ uploadIds: fault });
    if (problem) return { ok: false, problem };
    return send(
      typed,
      attachments.flatMap(({ uploadId }) => uploadId ?? []),
      form,
    );
  }, done);
  const said = errorOf(sending.problem, "uploadIds");
  const isOver = said !== fault && Object.values<unknown>(sendingWords).includes(said);
  return { ...sending, problem: isOver ? undefined : sending.problem, onFiles };
}
