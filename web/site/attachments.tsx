import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import type { AttachmentCounter } from "../look/send-attachment.ts";
import { api } from "./api.ts";

const counter: AttachmentCounter = { start: api.startUpload, renew: api.renewUpload, show: api.showUpload };

/** The list of files a customer sends; its code is loaded when a form shows it. */
export function Attachments(props: Omit<AttachmentsProps, "counter">) {
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments {...props} counter={counter} />}
    </Loaded>
  );
}
