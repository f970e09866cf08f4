import { useOffice } from "../office.ts";
import { sitePages } from "../paths.ts";
import { privacyFacts } from "../privacy-facts.ts";
import { privacyNotice, privacyNoticeWords } from "../words/privacy.ts";

/** The notice about personal data, shown where people give theirs: folded unless `open`, with a link to the page of privacy. */
export function PrivacyNotice({ open = false }: { readonly open?: boolean }) {
  const { telephone } = useOffice();
  const notice = privacyNotice(privacyFacts);
  return (
    <details open={open}>
      <summary>{privacyNoticeWords.title}</summary>
      {notice.map(({ title, paragraphs }) => (
        <p key={title}>
          <b>{title}.</b> {paragraphs.join(" ")}
        </p>
      ))}
      <p>
        <a href={sitePages.privacy.path}>{privacyNoticeWords.more}</a>. {privacyNoticeWords.call(telephone)}
      </p>
    </details>
  );
}
