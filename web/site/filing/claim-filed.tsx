import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import type { ClaimView } from "../../words/claim.ts";
import { monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { ClaimWaiting } from "../claim/claim-waiting.tsx";
import { DownloadButton } from "../download-button.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn } from "../signed-in.tsx";
import { filedWords } from "./claim-filed.words.ts";
import { type FiledWithoutAccount, filedHere, keptFiled } from "./filed-claim.ts";
import { Lacking, NoPaying, Plans, Stamp } from "./filed-facts.tsx";

const pollMs = 2000;

/**
 * Renders a claim that was just filed: its code, its hour, the last day to answer it, its cargo and what comes next.
 * Needs a sign-in, unless this tab filed the claim without an account and no account has it: the claim's key then opens
 * it. Shows the key only if this tab filed the claim. Asks the API again every two seconds until the cargo is made.
 */
export function ClaimFiledPage() {
  const { claimId = "" } = usePlace().params;
  const [kept, setKept] = useState<FiledWithoutAccount>();
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => setKept(keptFiled(claimId)), [claimId]);
  return (
    <>
      <Heading>{sitePages[isRefused ? "claim" : "claimFiled"].title}</Heading>
      {kept && (
        <Loaded load={() => import("./filed-open-claim.tsx")} about="open" aside={kept.inAccount}>
          {({ FiledOpenClaim, DeliveredFiles }) =>
            kept.inAccount ? (
              <DeliveredFiles kept={kept} />
            ) : (
              <FiledOpenClaim kept={kept} onForget={() => setKept(undefined)} />
            )
          }
        </Loaded>
      )}
      {(!kept || kept.inAccount) && (
        <SignedIn why={claimNames.signIn}>
          <Filed claimId={claimId} onAnswer={(mayOpen) => setIsRefused(!mayOpen)} />
        </SignedIn>
      )}
    </>
  );
}

interface FiledProps {
  readonly claimId: string;
  /** Called with whether the account may open the claim. */
  readonly onAnswer: (mayOpen: boolean) => void;
}

function Filed({ claimId, onAnswer }: FiledProps) {
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showClaim({ params: { claimId } });
    onAnswer(shown.ok || shown.problem.kind !== "urn:caudal:claim-not-found");
    return shown;
  }, claimId);
  const cargo = answer?.ok ? answer.value.documents.find(({ kind }) => kind === "claim-cargo") : undefined;
  const waiting = answer?.ok && !cargo;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  const filed = filedHere(claimId);
  const claim = answer?.ok ? answer.value : filed;
  if (!claim) return <ClaimWaiting answer={answer} again={again} />;
  const visit = answer?.ok ? answer.value.visits[0] : filed?.visit;
  return (
    <>
      <Stamp claim={claim} />
      {cargo ? (
        <p>
          <DownloadButton ask={() => api.downloadDocument({ params: { claimId, documentId: cargo.documentId } })}>
            {filedWords.cargo}
          </DownloadButton>
        </p>
      ) : (
        <p role="status">{answer?.ok === false ? filedWords.cargoText : filedWords.cargoWaiting}</p>
      )}
      <Lacking claimId={claimId} proofAsked={claim.proofAsked} powerAsked={filed?.powerAsked} />
      {filed?.claimKey && (
        <p>
          {filedWords.key}: <b class="code">{filed.claimKey}</b>
          <br />
          {filedWords.keyText}
        </p>
      )}
      <Late receipts={filed?.receipts} />
      <LeftOut names={filed?.leftOut} />
      {claim.receipts.length > 0 && <NoPaying hold={answer?.ok ? answer.value : {}} />}
      <Plans visit={visit} claim={claim} />
      {answer?.ok && <Answers claim={answer.value} />}
      <section>
        <h2>{filedWords.next}</h2>
        <ol>
          {[
            filedWords.complete,
            filedWords.visitStep(visit !== undefined),
            filedWords.hearingStep(claim.hearing !== undefined),
            filedWords.decide,
          ].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <a class="button plain" href={addressOf("claim", { claimId })}>
            {filedWords.see}
          </a>
        </p>
      </section>
      {filed && filed.duplicates.length > 0 && (
        <p>
          {filedWords.duplicates}{" "}
          {filed.duplicates.map((other) => (
            <a key={other.claimId} href={addressOf("claim", { claimId: other.claimId })}>
              {other.code}
            </a>
          ))}
        </p>
      )}
      {!answer && <Loading />}
    </>
  );
}

/** Names the months that were claimed late; renders nothing if there are none. */
function Late({
  receipts = [],
}: {
  readonly receipts: NonNullable<ReturnType<typeof filedHere>>["receipts"] | undefined;
}) {
  const late = receipts.filter((receipt) => receipt.late);
  return late.length === 0 ? null : <p>{filedWords.late(late.map(({ period }) => monthAndYear(period)).join(", "))}</p>;
}

/** Names the files that are no part of the claim; renders nothing if there are none. */
function LeftOut({ names = [] }: { readonly names: readonly string[] | undefined }) {
  return names.length === 0 ? null : <p>{filedWords.leftOut(names.join(", "))}</p>;
}

/** Returns the claimant's answer about the meter test and its cost, in words; undefined if they gave none. */
function testSaid({ meterTest, meterTestCostAccepted }: ClaimView): string | undefined {
  if (meterTest === undefined) return undefined;
  const { paid, unpaid, no } = filedWords.testAnswers;
  if (!meterTest) return no;
  return meterTestCostAccepted ? paid : unpaid;
}

/** Says whether the claimant marked the leaflet as read, with a link to the leaflet if not. */
function leafletSaid(isRead: boolean): ComponentChildren {
  const { yes, no } = filedWords.leafletAnswers;
  if (isRead) return yes;
  return (
    <>
      {no} <a href="/cartilla.pdf">{filedWords.leafletRead}</a>
    </>
  );
}

/**
 * Renders the other answers of Formato 2, the form of a claim: address, meter test, leaflet, declaration, and who typed
 * it.
 */
function Answers({ claim }: { readonly claim: ClaimView }) {
  const { supplyAddress, leaflet, declaration, typedBy } = claim;
  return (
    <Facts
      rows={[
        [filedWords.supplyAddress, supplyAddress],
        [filedWords.meterTest, testSaid(claim)],
        [filedWords.leaflet, leaflet === undefined ? undefined : leafletSaid(leaflet)],
        [filedWords.declaration, declaration?.text ?? filedWords.undeclared],
        [filedWords.typedBy, typedBy],
      ]}
    />
  );
}
