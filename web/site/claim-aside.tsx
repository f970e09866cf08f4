import { notClaimedWords } from "../words/claim-explanation.ts";
import { stepWords } from "../words/claim-steps.ts";
import type { Warning } from "./claim-step-view.ts";
import { DraftStrip } from "./draft-strip.tsx";
import { addressOf, Heading } from "./page.tsx";

interface WarnedProps {
  readonly warning: Warning;
  readonly onGo: () => void;
}

/** A warning that stops nothing: `onGo` goes on. If the warning has a link, that is the main button. */
export function Warned({ warning: { title, text, go, link }, onGo }: WarnedProps) {
  return (
    <>
      <DraftStrip />
      <Heading arrived titled={stepWords.titleOf(title)}>
        {title}
      </Heading>
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div class="buttons">
        {link && (
          <a class="button" href={link.href}>
            {link.label}
          </a>
        )}
        <button type="button" class={link ? "button plain" : "button"} onClick={onGo}>
          {go}
        </button>
      </div>
    </>
  );
}

interface NotClaimedProps {
  readonly until: string;
  readonly isAccounts: boolean;
}

/** Shown when a person says that the explanation was enough: no claim was filed, and one may be until `until`. */
export function NotClaimed({ until, isAccounts }: NotClaimedProps) {
  return (
    <>
      <Heading arrived>{notClaimedWords.clearTitle}</Heading>
      <p>{notClaimedWords.clearText(until)}</p>
      <a class="button" href={addressOf(isAccounts ? "claims" : "claimStart")}>
        {isAccounts ? notClaimedWords.toClaims : notClaimedWords.toDrafts}
      </a>
    </>
  );
}
