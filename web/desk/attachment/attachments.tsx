import type { AttachmentsProps } from "../../look/attachments.tsx";
import { Loaded } from "../../look/loaded-module.tsx";

/**
 * Renders the field by which staff send files, with the list of the files: `look/attachments.tsx` with the same props.
 * The field's code is loaded when a form shows it.
 */
export function Attachments(props: AttachmentsProps) {
  return (
    <Loaded load={() => import("../../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments {...props} />}
    </Loaded>
  );
}
