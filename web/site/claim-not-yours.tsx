import { Notice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { notYoursWords } from "../words/claim-not-yours.ts";
import { keptFiled } from "./filed-claim.ts";
import { addressOf } from "./page.tsx";
import { usePlace } from "./place.tsx";

/**
 * Says that the claim in the address is not in the account of whoever is signed in, with a link to where its code and
 * key open it, filled in if this tab filed the claim, and one to where its code and a document show its state.
 */
export function ClaimNotYours() {
  const { claimId = "" } = usePlace().params;
  const { filed } = keptFiled(claimId) ?? {};
  const key = filed ? `#${new URLSearchParams({ codigo: filed.code, clave: filed.claimKey })}` : "";
  return (
    <Notice title={notYoursWords.title}>
      <p>{notYoursWords.how}</p>
      <p>
        <a class="button" href={`${addressOf("openByKey")}${key}`}>
          {notYoursWords.open}
        </a>
      </p>
      <p>
        {notYoursWords.without} <a href={addressOf("claimState")}>{sitePages.claimState.title}</a>
      </p>
    </Notice>
  );
}
