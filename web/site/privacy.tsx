import { privacyFacts } from "../privacy-facts.ts";
import { privacySections } from "../words/privacy.ts";
import { TextPage } from "./text-page.tsx";

export function PrivacyPage() {
  return <TextPage page="privacy" sections={privacySections(privacyFacts)} />;
}
