import type { AttachmentsProps } from "../../look/attachments.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { filesOfAccount, filesWithoutAccount } from "../filing/draft-files.ts";

export { KeptNote } from "../../look/kept-note.tsx";

interface SiteAttachmentsProps extends Omit<AttachmentsProps, "counter"> {
  /** The id under which somebody without an account sends files; undefined with an account. */
  readonly draftId?: string | undefined;
}

/**
 * Renders a list of files, each sent as it is chosen: under `draftId` if given, else to the person's account. Shows
 * that it loads until its code is here.
 */
export function Attachments({ draftId, ...props }: SiteAttachmentsProps) {
  const counter = draftId === undefined ? filesOfAccount : filesWithoutAccount(draftId);
  return (
    <Loaded load={() => import("../../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments counter={counter} {...props} />}
    </Loaded>
  );
}
