import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { filesOfAccount } from "./draft-files.ts";

/** The list of files a customer sends; its code is loaded when a form shows it. */
export function Attachments(props: Omit<AttachmentsProps, "counter">) {
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments {...props} counter={filesOfAccount} />}
    </Loaded>
  );
}
