import type { ComponentChildren } from "preact";
import { type ClientProblem, formProblem, type Outcome } from "../../client.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import type { AttachmentCounter } from "../../look/send-attachment.ts";
import { useSendingFiles } from "../../look/sending-files.ts";
import { WriteKey } from "../../look/write-key.tsx";
import type { ClaimView } from "../../words/claim.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { SignInAgain } from "../signed-in.tsx";
import { actFormWords } from "./claim-act.words.ts";

/** The props of every form about a claim. */
export interface ActProps {
  readonly claim: ClaimView;
  /** Called once the API has recorded the act. */
  readonly onDone: () => void;
}

interface ActFormProps<Value> {
  /** Ends the key under which what is typed is kept. No other form may have it. */
  readonly name: string;
  /**
   * Sends the form. `typed` gives a field's text by its name, "" if the form has no such field. `writeKeyOf(typed)` is
   * the form's idempotency key.
   */
  readonly send: (typed: (name: string) => string, uploadIds: string[]) => Promise<Outcome<Value>>;
  /** Returns the problem to show in place of sending, if there is one. */
  readonly check: (typed: (name: string) => string, uploadIds: readonly string[]) => ClientProblem | undefined;
  /** Called with the value of `send` once it succeeds. */
  readonly onDone: (value: Value) => void;
  /** The words of the submit button. */
  readonly action: string;
  readonly withAttachments?: boolean;
  /** The API's operations on the files; the account's without it. */
  readonly counter?: AttachmentCounter;
  /** Renders the fields, with the problem of the last submit. */
  readonly children: (problem: ClientProblem | undefined) => ComponentChildren;
}

/**
 * Renders a form whose text and list of files are kept in sessionStorage until it is sent. On submit, if `check` finds
 * a problem, or a file is still being sent, was refused or did not arrive, shows that and sends nothing. If `send`
 * fails, shows why, with a sign-in button if the session is over. `withAttachments` adds a list of at most 10 files.
 */
export function ActForm<Value>({
  name,
  send,
  check,
  onDone,
  action,
  withAttachments,
  counter,
  children,
}: ActFormProps<Value>) {
  const key = `caudal.act.${name}`;
  const kept = useKeptForm(sessionStorage, key);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles<Value>(
    async (typed, uploadIds) => {
      const wrong = check(typed, uploadIds);
      return wrong ? { ok: false, problem: wrong } : send(typed, uploadIds);
    },
    (value) => {
      kept.drop();
      onDone(value);
    },
  );
  return (
    <>
      <KeptNote of={key} before={kept.before} drop={kept.drop} />
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        {children(problem)}
        {withAttachments && (
          <Attachments
            {...(counter && { counter })}
            keptWith={key}
            max={10}
            label={actFormWords.attachments}
            problem={problem}
            onChange={onFiles}
          />
        )}
        <Submit busy={busy}>{action}</Submit>
      </form>
    </>
  );
}

/** Returns a problem with `sentence` about the field `name` if `text` is empty or blank; undefined if not. */
export const missing = (name: string, text: string, sentence: string) =>
  formProblem({ [name]: text.trim() ? undefined : sentence });
