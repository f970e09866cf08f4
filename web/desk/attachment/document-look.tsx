import { useState } from "preact/hooks";
import type { DocumentToSee } from "./document-pages.tsx";
import { DocumentSeen } from "./document-seen.tsx";
import { LookButton } from "./look-button.tsx";

/** Renders a button that shows the pages of a document that the office made below it, and takes them away again. */
export function DocumentLook(document: DocumentToSee) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <LookButton fileName={document.fileName} isOpen={isOpen} look={() => setOpen(!isOpen)} />
      {isOpen && <DocumentSeen {...document} />}
    </>
  );
}
