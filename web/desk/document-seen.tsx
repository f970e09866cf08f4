import { Loaded } from "../look/loaded-module.tsx";

/** A document that the office made, of a case. */
export interface DocumentToSee {
  readonly claimId: string;
  readonly documentId: string;
  readonly fileName: string;
}

/** Renders the pages of a document that the office made (`DocumentPages`), whose module is loaded first. */
export function DocumentSeen(document: DocumentToSee) {
  return (
    <Loaded load={() => import("./document-pages.tsx")} about="pages">
      {({ DocumentPages }) => <DocumentPages {...document} />}
    </Loaded>
  );
}
