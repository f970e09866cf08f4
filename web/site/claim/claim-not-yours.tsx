import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { Notice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { api } from "../api.ts";
import { keptFiled } from "../filing/filed-claim.ts";
import { addressOf } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { notYoursWords } from "./claim-not-yours.words.ts";

/**
 * Says that the claim in the address is not in the account of whoever is signed in: a button opens it if they sign in
 * by the contact that answered its code; links lead to where its code and key open it, filled in if this tab filed it,
 * and to where its code and a document show its state.
 */
export function ClaimNotYours() {
  const { params, route } = usePlace();
  const { claimId = "" } = params;
  const { problem, busy, onSubmit } = useSending(
    () => api.openConfirmedClaim({ params: { claimId }, body: {} }),
    // The page asked for the claim before the account had it: it begins anew.
    () =>
      location.pathname === addressOf("claim", { claimId })
        ? location.reload()
        : route(addressOf("claim", { claimId })),
  );
  const isOther = problem?.kind === "urn:caudal:claim-not-found";
  const { filed } = keptFiled(claimId) ?? {};
  const key = filed ? `#${new URLSearchParams({ codigo: filed.code, clave: filed.claimKey })}` : "";
  return (
    <Notice title={notYoursWords.title}>
      <p>{notYoursWords.confirmed}</p>
      {isOther ? <p role="alert">{notYoursWords.other}</p> : <ErrorSummary problem={problem} />}
      <form method="dialog" onSubmit={onSubmit}>
        <Submit busy={busy}>{notYoursWords.openConfirmed}</Submit>
      </form>
      <p>{notYoursWords.how}</p>
      <p>
        <a class="button plain" href={`${addressOf("openByKey")}${key}`}>
          {notYoursWords.open}
        </a>
      </p>
      <p>
        {notYoursWords.without} <a href={addressOf("claimState")}>{sitePages.claimState.title}</a>
      </p>
    </Notice>
  );
}
