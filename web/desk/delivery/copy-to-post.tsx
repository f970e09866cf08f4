import { Notice } from "../../look/notice.tsx";
import { date } from "../../words/format.ts";
import type { CaseFile } from "../case/case-file.ts";
import { addressOf } from "../page.tsx";
import { copyToPostWords } from "./copy-to-post.words.ts";

/**
 * Renders that the copy of what a claimant said by telephone is to be posted, with a link to the case's documents; from
 * the act on, while the copy is still being made too. Once all were posted, says on which day the last was. Nothing if
 * they said nothing that has a copy. It is for claimants with neither a mobile nor a mail.
 */
export function CopyToPost({ file }: { readonly file: CaseFile }) {
  const { claimId, claimant, documents, offers, withdrawalUndoUntil, notifyByEmailAfter, copiesByPost = [] } = file;
  const isSaid =
    documents.some(({ kind }) => kind === "spoken-act") ||
    withdrawalUndoUntil !== undefined ||
    notifyByEmailAfter !== undefined ||
    offers.some(({ undoUntil }) => undoUntil !== undefined);
  const last = copiesByPost
    .flatMap(({ postedOn }) => postedOn ?? [])
    .toSorted()
    .at(-1);
  if (last && copiesByPost.every(({ postedOn }) => postedOn)) {
    return (
      <Notice tone="good">
        <p>{copyToPostWords.posted(date(last))}</p>
      </Notice>
    );
  }
  if (!isSaid && copiesByPost.length === 0) return null;
  return (
    <Notice title={copyToPostWords.title}>
      <p>{copyToPostWords.text(claimant.address)}</p>
      <p>
        <a href={addressOf("caseTab", { claimId, tab: "documentos" })}>{copyToPostWords.go}</a>
      </p>
    </Notice>
  );
}
