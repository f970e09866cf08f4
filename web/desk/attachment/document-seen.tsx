import { Loaded } from "../../look/loaded-module.tsx";
import type { DocumentToSee } from "./document-pages.tsx";

/** Renders the pages of a document that the office made (`DocumentPages`), whose module is loaded first. */
export function DocumentSeen(document: DocumentToSee) {
  return (
    <Loaded load={() => import("./document-pages.tsx")} about="pages">
      {({ DocumentPages }) => <DocumentPages {...document} />}
    </Loaded>
  );
}
