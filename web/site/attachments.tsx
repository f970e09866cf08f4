import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { filesOfAccount } from "./draft-files.ts";

/** The list of files a person sends, to their account if no `counter` is given; its code is loaded when a form shows it. */
export function Attachments(props: Omit<AttachmentsProps, "counter"> & Partial<Pick<AttachmentsProps, "counter">>) {
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments counter={filesOfAccount} {...props} />}
    </Loaded>
  );
}
