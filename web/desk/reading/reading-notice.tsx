import { Loaded } from "../../look/loaded-module.tsx";

/** Renders the notice of a visit, to be printed; `asked` if somebody just asked for it (`NoticeSheet`). */
export function ReadingNotice(props: { readonly lines: readonly string[]; readonly asked?: boolean }) {
  return (
    <Loaded load={() => import("../notice/notice-sheet.tsx")} about="notice">
      {({ NoticeSheet }) => <NoticeSheet {...props} />}
    </Loaded>
  );
}
