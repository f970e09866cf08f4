import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { filesOfAccount, filesWithoutAccount } from "./draft-files.ts";

interface SiteAttachmentsProps extends Omit<AttachmentsProps, "counter"> {
  /** The draft of somebody without an account, which the files go to. */
  readonly draftId?: string | undefined;
}

/** The list of files a person sends, to their account if there is no draft; its code is loaded when a form shows it. */
export function Attachments({ draftId, ...props }: SiteAttachmentsProps) {
  const counter = draftId === undefined ? filesOfAccount : filesWithoutAccount(draftId);
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments counter={counter} {...props} />}
    </Loaded>
  );
}
