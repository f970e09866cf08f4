import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import { useAnswer } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Loading } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import type { ClaimView } from "../words/claim.ts";
import { filedWords } from "../words/claim-filed.ts";
import { howToAttend } from "../words/claim-hearing.ts";
import { claimNames } from "../words/claim-names.ts";
import { hearingTime, timeWords, visitTime } from "../words/claim-times.ts";
import { dateWithWeekday, dayInLima, instant, monthAndYear } from "../words/format.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";
import { filedHere } from "./filed-claim.ts";
import { addressOf, Heading } from "./page.tsx";
import { ProofAsked } from "./proof-asked.tsx";
import { SignedIn, Waiting } from "./signed-in.tsx";

const pollMs = 2000;

/**
 * Shown once a claim is filed: its code, its hour, the last day to answer it, its cargo and what comes next. Its key is shown
 * only if this tab filed the claim. Asks again every two seconds until the cargo is made.
 */
export function ClaimFiledPage() {
  const { claimId = "" } = useRoute().params;
  return (
    <>
      <Heading>{sitePages.claimFiled.title}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Filed claimId={claimId} />
      </SignedIn>
    </>
  );
}

interface FiledProps {
  readonly claimId: string;
}

function Filed({ claimId }: FiledProps) {
  const { answer, again } = useAnswer(() => api.showClaim({ params: { claimId } }), claimId);
  const cargo = answer?.ok ? answer.value.documents.find(({ kind }) => kind === "claim-cargo") : undefined;
  const waiting = answer?.ok && !cargo;
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  const filed = filedHere(claimId);
  const claim = answer?.ok ? answer.value : filed;
  if (!claim) return <Waiting answer={answer} again={again} />;
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
      {claim.proofAsked && <ProofAsked claimId={claimId} mayAdd={false} />}
      {filed?.claimKey && (
        <p>
          {filedWords.key}: <b class="code">{filed.claimKey}</b>
          <br />
          {filedWords.keyText}
        </p>
      )}
      {filed?.receipts.some(({ late }) => late) && (
        <p>
          {filedWords.late(
            filed.receipts
              .filter(({ late }) => late)
              .map(({ period }) => monthAndYear(period))
              .join(", "),
          )}
        </p>
      )}
      {claim.receipts.length > 0 && <p>{filedWords.noPaying}</p>}
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

type FiledClaim = Pick<
  ClaimView,
  "code" | "filedAt" | "filedOn" | "notifyBy" | "hearing" | "awaitsAppointments" | "owner"
>;

interface StampProps {
  readonly claim: FiledClaim;
}

function Stamp({ claim: { code, filedAt, filedOn, notifyBy } }: StampProps) {
  return (
    <div class="sheet-top">
      <p>
        {filedWords.code}
        <br />
        <b class="code">{code}</b>
      </p>
      <p>
        {filedWords.at} {instant(filedAt)}
        {filedOn !== dayInLima(Date.parse(filedAt)) && ` ${timeWords.filedOn} ${dateWithWeekday(filedOn)}.`}
      </p>
      <p>
        {filedWords.answerBy} <b>{dateWithWeekday(notifyBy)}</b>.
      </p>
    </div>
  );
}

/** The claimant's answer about the meter test and its cost, in words; undefined if they gave none. */
function testSaid({ meterTest, meterTestCostAccepted }: ClaimView): string | undefined {
  if (meterTest === undefined) return undefined;
  const { paid, unpaid, no } = filedWords.testAnswers;
  if (!meterTest) return no;
  return meterTestCostAccepted ? paid : unpaid;
}

/** Whether the claimant marked the leaflet as read; with a link to it if not. */
function leafletSaid(isRead: boolean): ComponentChildren {
  const { yes, no } = filedWords.leafletAnswers;
  if (isRead) return yes;
  return (
    <>
      {no} <a href="/cartilla.pdf">{filedWords.leafletRead}</a>
    </>
  );
}

/** The other answers of Formato 2: address, meter test, leaflet, declaration, and who typed it. */
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

interface PlansProps extends StampProps {
  readonly visit: Pick<ClaimView["visits"][number], "on" | "from" | "to"> | undefined;
}

function Plans({ visit, claim: { hearing, awaitsAppointments, owner } }: PlansProps) {
  return (
    <Facts
      rows={[
        [filedWords.appointments, awaitsAppointments && filedWords.appointmentsLater],
        [filedWords.visit, visit && visitTime(visit)],
        [filedWords.hearing, hearing && `${hearingTime(hearing)}. ${howToAttend(hearing)}`],
        [filedWords.hearingLink, hearing?.link && <a href={hearing.link}>{hearing.link}</a>],
        [filedWords.owner, owner && timeWords.ownerOf(owner.name, owner.extension)],
      ]}
    />
  );
}
