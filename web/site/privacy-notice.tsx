import { presentWords } from "../words/present-document.ts";
import { privacyNotice } from "../words/privacy.ts";
import { addressOf } from "./page.tsx";
import { privacyFacts } from "./privacy-facts.ts";

/** What is told of people's data where they give it: the heart of it to read, the rest to open. */
export function PrivacyNotice() {
  const notice = privacyNotice(privacyFacts);
  return (
    <details>
      <summary>{presentWords.privacy}</summary>
      {notice.map(({ title, paragraphs }) => (
        <p key={title}>
          <b>{title}.</b> {paragraphs.join(" ")}
        </p>
      ))}
      <p>
        <a href={addressOf("privacy")}>{presentWords.privacyMore}</a>
      </p>
    </details>
  );
}
