import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded.tsx";

/** Files one of the staff sends: loaded where a form takes some, since the acts' page has no room to spare. */
export function Attachments(props: AttachmentsProps) {
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments: SentAttachments }) => <SentAttachments {...props} />}
    </Loaded>
  );
}
