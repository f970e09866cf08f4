import { useEffect } from "preact/hooks";
import type { AttachmentsProps } from "../look/attachments.tsx";
import type { SentAttachment } from "../look/send-attachment.ts";
import { heldAnswers, keepAnswers } from "./draft.ts";
import { listedIn } from "./draft-answers.ts";
import { filesOfAccount, filesWithoutAccount } from "./draft-files.ts";
import { PhoneAttachments } from "./phone-attachments.tsx";

interface DraftAttachmentsProps extends Pick<AttachmentsProps, "problem" | "onChange"> {
  readonly draftId: string;
  readonly isAccounts: boolean;
  readonly initial: readonly SentAttachment[];
}

/** The list of files of a draft, which the draft keeps. */
export function DraftAttachments({ draftId, isAccounts, initial, problem, onChange }: DraftAttachmentsProps) {
  useEffect(() => {
    // Now, not with the first file: a part of the page that was asked for without a network is given up by many phones.
    if (!isAccounts) import("../open-routes.generated.ts").catch(() => undefined);
  }, [isAccounts]);
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
