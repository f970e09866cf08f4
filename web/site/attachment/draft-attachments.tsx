import type { AttachmentsProps } from "../../look/attachments.tsx";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { heldAnswers, keepAnswers } from "../filing/draft.ts";
import { filesOfAccount, filesWithoutAccount } from "../filing/draft-files.ts";
import { listedIn } from "../resolution/draft-answers.ts";
import { PhoneAttachments } from "./phone-attachments.tsx";

interface DraftAttachmentsProps extends Pick<AttachmentsProps, "problem" | "onChange"> {
  readonly draftId: string;
  /** Whether the draft is an account's, to which the files are then sent. */
  readonly isAccounts: boolean;
  readonly initial: readonly SentAttachment[];
}

/**
 * Renders the list of at most five files of a draft, each sent as it is chosen. A file waits on this phone until it has
 * arrived. Every change of the list is kept in the draft, and then `onChange` is called.
 */
export function DraftAttachments({ draftId, isAccounts, initial, problem, onChange }: DraftAttachmentsProps) {
  return (
    <PhoneAttachments
      draftId={draftId}
      counter={isAccounts ? filesOfAccount : filesWithoutAccount(draftId)}
      initial={initial}
      problem={problem}
      onChange={(list) => {
        const listed = listedIn(list);
        if (JSON.stringify(listed) !== JSON.stringify(heldAnswers(draftId)?.["attachments"] ?? []))
          keepAnswers(draftId, { attachments: listed });
        onChange(list);
      }}
    />
  );
}
