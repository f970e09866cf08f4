import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded-module.tsx";

/** The list of files staff send. Its code is loaded when a form shows it, because the acts' page is at its budget of scripts. */
export function Attachments(props: AttachmentsProps) {
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments {...props} />}
    </Loaded>
  );
}
