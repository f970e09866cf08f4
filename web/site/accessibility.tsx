import { accessibilitySections } from "./accessibility.words.ts";
import { TextPage } from "./text-page.tsx";

export function AccessibilityPage() {
  return <TextPage page="accessibility" sections={accessibilitySections} />;
}
