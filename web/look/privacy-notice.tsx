import { useOffice } from "../office.ts";
import { sitePages } from "../paths.ts";
import { privacyFacts } from "../privacy-facts.ts";
import { privacyNotice, privacyNoticeWords } from "../words/privacy.ts";

/**
 * Renders the notice about personal data, for a page where people give theirs, with a link to the page of privacy. It
 * is folded unless `open`.
 */
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
