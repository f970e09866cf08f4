import { useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { CopyState } from "../../look/copy-state.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { useWatch } from "../../look/watched.ts";
import { sitePages } from "../../paths.ts";
import { copyWords } from "../../words/case-copies.ts";
import { api } from "../api.ts";
import { ClaimWaiting } from "../claim/claim-waiting.tsx";
import { DownloadButton } from "../download-button.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, signInHere } from "../signed-in.tsx";
import { claimFileWords } from "./claim-file.words.ts";

/**
 * Renders the case file of the claim in the address, for whoever is signed in: its pieces, and a button that orders a
 * copy, which can then be downloaded. While the copy is being made, asks the API again every three seconds.
 */
export function ClaimFilePage() {
  const { claimId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{sitePages.claim.title}</a>
      </p>
      <Heading>{sitePages.claimFile.title}</Heading>
      <SignedIn why={claimFileWords.signIn}>
        <ClaimFile claimId={claimId} />
      </SignedIn>
    </>
  );
}

function ClaimFile({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.showFile({ params: { claimId } }), claimId);
  const [problem, setProblem] = useState<ClientProblem>();
  const copy = answer?.ok ? answer.value.copy : undefined;
  useWatch(copy?.state === "making", again, answer);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const order = async () => {
    const ordered = await api.orderFile({ params: { claimId }, body: {} });
    setProblem(ordered.ok ? undefined : ordered.problem);
    again();
  };
  return (
    <>
      <p>{claimFileWords.lede}</p>
      <section class="card">
        {copy && (
          <CopyState
            copy={copy}
            button={(name, label) => (
              <DownloadButton
                plain
                of={label}
                ask={() => api.downloadFile({ params: { claimId, copyId: copy.copyId, name } })}
              >
                {copyWords.download}
              </DownloadButton>
            )}
          />
        )}
        {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
        {copy?.state !== "making" && (
          <button type="button" class={copy ? "button plain" : "button"} onClick={order}>
            {copy ? claimFileWords.orderAgain : claimFileWords.order}
          </button>
        )}
        <p class="note">{claimFileWords.others}</p>
        <p class="note">{claimFileWords.check}</p>
      </section>
      <section>
        <h2>{claimFileWords.pieces}</h2>
        <Loaded load={() => import("./claim-file-pieces.tsx")} about="pieces">
          {({ ClaimFilePieces }) => <ClaimFilePieces pieces={answer.value.pieces} />}
        </Loaded>
      </section>
    </>
  );
}
