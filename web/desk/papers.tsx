import { Loaded } from "../look/loaded.tsx";
import type { PapersProps } from "../look/papers.tsx";

/** Files one of the staff sends: loaded where a form takes some, since the acts' page has no room to spare. */
export function Papers(props: PapersProps) {
  return (
    <Loaded load={() => import("../look/papers.tsx")} about="papers">
      {({ Papers: SentPapers }) => <SentPapers {...props} />}
    </Loaded>
  );
}
