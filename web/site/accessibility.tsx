import { accessibilitySections } from "../words/accessibility.ts";
import { TextPage } from "./text-page.tsx";

export function AccessibilityPage() {
  return <TextPage page="accessibility" sections={accessibilitySections} />;
}
