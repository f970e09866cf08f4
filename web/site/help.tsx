import { BlankForms } from "../look/blank-forms.tsx";
import { helpSections } from "./help.words.ts";
import { TextPage } from "./text-page.tsx";

export function HelpPage() {
  return (
    <>
      <TextPage page="help" sections={helpSections} />
      <BlankForms />
    </>
  );
}
