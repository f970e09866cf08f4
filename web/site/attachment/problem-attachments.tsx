import { Loaded } from "../../look/loaded-module.tsx";
import { attachmentsWords } from "../../words/attachments.ts";
import { type Problem, problemWords, siteProblemWords } from "../../words/problem.ts";

/**
 * Lists the files sent with a problem, with how the check of each ended. A file that never arrived can be sent again,
 * until the problem became a claim.
 */
export function ProblemAttachments({ problem: { attachments, state, actions } }: { readonly problem: Problem }) {
  return (
    <>
      <h2>{problemWords.sent}</h2>
      <ul class="files">
        {attachments.map(({ documentId, fileName, sizeBytes, sha256, state: found, reason, late }) => (
          <li key={documentId}>
            <span>
              {fileName} ({attachmentsWords.size(sizeBytes)}){" "}
              {(!late || state === "claimed") && (
                <span class={found === "refused" || late ? "state refused" : "state"}>
                  {attachmentsWords.states[late ? "lost" : found]}
                </span>
              )}
              {reason && <span class="hint">{reason}</span>}
              {late && state !== "claimed" && (
                <Loaded load={() => import("./resend-attachment.tsx")} about="resend">
                  {({ ResendAttachment }) => <ResendAttachment uploadId={documentId} sha256={sha256} />}
                </Loaded>
              )}
            </span>
          </li>
        ))}
      </ul>
      {actions.includes("claim") && <p>{siteProblemWords.photosText}</p>}
      {attachments.some((one) => one.state === "refused") && state !== "claimed" && (
        <p>{siteProblemWords.refusedText}</p>
      )}
    </>
  );
}
