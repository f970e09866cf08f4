import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { useAnswer } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { sitePages } from "../paths.ts";
import { claimNames } from "../words/claim-names.ts";
import { paperStateNames } from "../words/claim-outcome.ts";
import { cargoWords, filingKindNames, filingStateNames, filingStateTexts } from "../words/filing.ts";
import { dateWithWeekday, instant } from "../words/format.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";
import { addressOf, Heading } from "./page.tsx";
import { SignedIn, Waiting } from "./signed-in.tsx";

const pollMs = 2000;

/** The cargo of what was presented: number, instant, the day it counts, each file with its fingerprint. */
export function FilingPage() {
  const { filingId = "" } = useRoute().params;
  const [number, setNumber] = useState<string>();
  return (
    <>
      <p class="back">
        <a href={addressOf("filings")}>{sitePages.filings.title}</a>
      </p>
      <Heading>{number === undefined ? sitePages.filing.title : cargoWords.title(number)}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Shown filingId={filingId} onNumber={setNumber} />
      </SignedIn>
    </>
  );
}

interface ShownProps {
  readonly filingId: string;
  readonly onNumber: (number: string) => void;
}

function Shown({ filingId, onNumber }: ShownProps) {
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showFiling({ params: { filingId } });
    if (shown.ok) onNumber(shown.value.number);
    return shown;
  }, filingId);
  const unfinished =
    answer?.ok && (answer.value.cargo === "preparing" || answer.value.papers.some(({ state }) => state === "pending"));
  useEffect(() => {
    if (!unfinished) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const filing = answer.value;
  const { number, kind, subject, presenter, presentedAt, filedOn, state, receivedAt, remedyBy, claim } = filing;
  return (
    <>
      <Facts
        rows={[
          [cargoWords.number, <b key="number">{number}</b>],
          [cargoWords.at, instant(presentedAt)],
          [cargoWords.on, dateWithWeekday(filedOn)],
          [cargoWords.state, filingStateNames[state]],
          [cargoWords.kind, filingKindNames[kind]],
          [cargoWords.about, subject],
          [cargoWords.by, presenter],
          [
            cargoWords.ofClaim,
            claim && (
              <a key="claim" href={addressOf("claim", { claimId: claim.claimId })}>
                {claim.code}
              </a>
            ),
          ],
          [cargoWords.remedyBy, remedyBy && dateWithWeekday(remedyBy)],
        ]}
      />
      <p>
        {filingStateTexts[state]} {filing.remark} {receivedAt && cargoWords.receivedAt(receivedAt)}
      </p>
      {filing.cargo === "ready" ? (
        <DownloadButton ask={() => api.downloadCargo({ params: { filingId } })}>{cargoWords.cargo}</DownloadButton>
      ) : (
        <p role="status">{cargoWords.preparing}</p>
      )}
      {filing.text && (
        <section>
          <h2>{cargoWords.said}</h2>
          <p>{filing.text}</p>
        </section>
      )}
      {filing.papers.length > 0 && (
        <section>
          <h2>{cargoWords.files}</h2>
          <p>{cargoWords.filesText}</p>
          <ul class="files">
            {filing.papers.map(({ documentId, fileName, sha256, state: paperState }) => (
              <li key={documentId}>
                <span>
                  {fileName}{" "}
                  <span class={paperState === "refused" ? "state refused" : "state"}>
                    {paperStateNames[paperState]}
                  </span>
                  <span class="hint fingerprint">{sha256}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
