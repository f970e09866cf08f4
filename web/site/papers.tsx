import { Loaded } from "../look/loaded.tsx";
import type { PapersProps } from "../look/papers.tsx";
import type { PaperCounter } from "../look/send-paper.ts";
import { api } from "./api.ts";

const counter: PaperCounter = { start: api.startUpload, renew: api.renewUpload, show: api.showUpload };

/** Files a customer sends. */
export function Papers(props: Omit<PapersProps, "counter">) {
  return (
    <Loaded load={() => import("../look/papers.tsx")} about="papers">
      {({ Papers: SentPapers }) => <SentPapers {...props} counter={counter} />}
    </Loaded>
  );
}
