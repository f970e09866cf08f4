import { useState } from "preact/hooks";
import { useAnswer } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { claimWords } from "../../words/claim.ts";
import { frameWords } from "../../words/frame.ts";
import { api } from "../api.ts";
import { ProofAsked } from "../filing/proof-asked.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn } from "../signed-in.tsx";
import type { DoneKey } from "./act-done.ts";
import { claimNames } from "./claim-names.words.ts";
import { ClaimTodo } from "./claim-todo.tsx";
import { ClaimWaiting } from "./claim-waiting.tsx";

/**
 * Renders the page of the claim in the address, for whoever is signed in: that what they just did is recorded, what the
 * claimant must or may do now, then the rest, which is loaded after it.
 */
export function ClaimPage() {
  const { claimId = "" } = usePlace().params;
  const [code, setCode] = useState<string>();
  return (
    <>
      <p class="back">
        <a href={addressOf("claims")}>{sitePages.claims.title}</a>
      </p>
      <Heading>{code === undefined ? sitePages.claim.title : claimNames.title(code)}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Claim claimId={claimId} onCode={setCode} />
      </SignedIn>
    </>
  );
}

interface ClaimProps {
  readonly claimId: string;
  readonly onCode: (code: string) => void;
}

function Claim({ claimId, onCode }: ClaimProps) {
  const [isDone] = useState(() => {
    const key: DoneKey = "caudal.done";
    const done = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return done === claimId;
  });
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showClaim({ params: { claimId } });
    if (shown.ok) onCode(shown.value.code);
    return shown;
  }, claimId);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const claim = answer.value;
  return (
    <>
      {claim.testData && (
        <p>
          <span class="tag">{frameWords.testDataShort}</span>
        </p>
      )}
      {isDone && <Notice tone="good" title={claimWords.done} />}
      {claim.proofAsked && <ProofAsked claimId={claimId} mayAdd={claim.actions.includes("claim-extended")} />}
      <ClaimTodo claim={claim} />
      <Loaded load={() => import("./claim-details.tsx")} about="rest">
        {({ ClaimDetails }) => (
          <ClaimDetails claim={claim} openOfferId={claim.awaits.find(({ act }) => act === "answer-offer")?.about} />
        )}
      </Loaded>
    </>
  );
}
