import { useFocus } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loading, Notice, ProblemNotice } from "../../look/notice.tsx";
import { documentNames } from "../../words/document-names.ts";
import { date, instant } from "../../words/format.ts";
import type { Asked, Verification } from "./verification.ts";
import { foundWords, standingWords } from "./verified.words.ts";

interface VerifyFoundProps extends Asked {
  /** Asks once more; only a check by code can be. */
  readonly again: () => void;
}

/**
 * Renders the result of checking a document, and takes the focus when the answer is there; until then shows that it
 * loads. A file that the API does not know is shown as one that was changed or is not the utility's. Another problem of
 * a check by code has a button that asks again, if that may help.
 */
export function VerifyFound({ by, answer, again }: VerifyFoundProps) {
  const box = useFocus<HTMLDivElement>(answer);
  if (!answer) return <Loading />;
  const isUnknownFile = !answer.ok && answer.problem.kind === "urn:caudal:document-unknown" && "fileName" in by;
  return (
    <div tabIndex={-1} ref={box}>
      {answer.ok && <Found found={answer.value} fileName={"fileName" in by ? by.fileName : undefined} />}
      {isUnknownFile && (
        <Notice tone="bad" title={foundWords.changedTitle}>
          <p>
            <b>{by.fileName}</b>
          </p>
          <p>{foundWords.changedText}</p>
        </Notice>
      )}
      {!answer.ok && !isUnknownFile && (
        <ProblemNotice
          problem={explained(answer.problem)}
          {...(answer.problem.kind in retried && "code" in by && { again })}
        />
      )}
    </div>
  );
}

/** Problems that may be over if the check is asked again. */
const retried = { unreachable: true, offline: true, unavailable: true, "urn:caudal:unexpected": true };

/**
 * Returns the problem with the first field's message, if it has one, as its detail, which helps more than the general
 * one.
 */
function explained<
  Problem extends { readonly detail: string; readonly fields: readonly { readonly message: string }[] },
>(problem: Problem): Problem {
  return { ...problem, detail: problem.fields[0]?.message ?? problem.detail };
}

function Found({ found, fileName }: { readonly found: Verification; readonly fileName: string | undefined }) {
  const { kind, number, issuedAt, standing, rectifiedAt, kept, verificationCode, seal, digest } = found;
  const { tone, title, text } = standingWords[standing];
  return (
    <>
      <Notice {...(tone !== "none" && { tone })} title={title}>
        <p>{text}</p>
        {rectifiedAt && <p>{foundWords.rectified(instant(rectifiedAt))}</p>}
        <p>{fileName === undefined ? foundWords.compare : foundWords.sameBytes}</p>
      </Notice>
      {(kept === "changed" || kept === "missing") && (
        <Notice tone="bad">
          <p>{foundWords.notKept}</p>
        </Notice>
      )}
      <Facts
        rows={[
          [foundWords.kind, documentNames[kind]],
          [foundWords.number, number],
          [foundWords.issued, instant(issuedAt)],
          [foundWords.verificationCode, verificationCode],
          [foundWords.checked, fileName],
        ]}
      />
      {seal && digest && <p class="hint">{foundWords.digest[digest.state](date(digest.day))}</p>}
      {seal && (
        <details>
          <summary>{foundWords.offline}</summary>
          <p>{foundWords.offlineText}</p>
          <p>
            <a
              download={`${number}.seal.json`}
              href={`data:application/json,${encodeURIComponent(JSON.stringify(seal))}`}
            >
              {foundWords.seal}
            </a>
          </p>
          <p>
            <a href="/api/verifications/keys">{foundWords.keys}</a>
          </p>
        </details>
      )}
    </>
  );
}
