import { useEffect } from "preact/hooks";
import { useAnswer } from "../../look/asking.ts";
import { useWatch } from "../../look/watched.ts";
import { clockOf, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { Download } from "../download.tsx";
import { addressOf, Heading, Waiting } from "../page.tsx";
import { filedWords, searchWords } from "./intake.words.ts";
import type { FiledClaim } from "./intake-answers.ts";
import type { Filed } from "./intake-form.tsx";

interface IntakeFiledProps extends Filed {
  /** Called to begin another intake. */
  readonly another: () => void;
}

/**
 * Renders what staff read to the claimant once the claim is filed: its code, visit, hearing, last day, owner, how they
 * are notified, and what is to be corrected or proved. Then what is left to do: how the cargo reaches the claimant (by
 * e-mail, text message or paper), the paper to hand over or to post, receipts late or not on record, and other claims
 * about the same receipts.
 */
export function IntakeFiled({ filed, channel, claimant, another }: IntakeFiledProps) {
  const { claimId, code, filedAt, visit, hearing, awaitsAppointments, notifyBy, owner, duplicates, receipts } = filed;
  const sentBy = sendingOf(channel, claimant);
  const hasLink = sentBy === "email" || sentBy === "sms";
  // Of a receipt that is not on record nothing is known, not even whether it is late.
  const asWritten = receipts.filter((receipt) => receipt.late === undefined);
  const late = receipts.filter((receipt) => receipt.late);
  useEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <>
      <Heading>{filedWords.title}</Heading>
      <section class="card" aria-labelledby="read-aloud">
        <h2 id="read-aloud">{filedWords.read}</h2>
        <p class="code">
          {filedWords.code} <b>{code}</b>.
        </p>
        <p>
          {filedWords.filed(filedAt)} {visit && filedWords.visit(visit.on, clockOf(visit.from), clockOf(visit.to))}{" "}
          {awaitsAppointments && filedWords.appointmentsLater}{" "}
          {hearing && filedWords.hearing(hearing, clockOf(hearing.at))} {filedWords.notifyBy(notifyBy)}{" "}
          {owner && filedWords.owner(owner.name, owner.extension)} {filedWords.noPayment}
        </p>
        <Reach hasLink={hasLink} {...filed} address={claimant.address} />
      </section>
      <p>{filedWords.sentBy[sentBy]}</p>
      {channel === "counter" && <Paper claimId={claimId} kind="claim-form" />}
      {sentBy === "post" && <Paper claimId={claimId} kind="telephone-copy" />}
      {late.length > 0 && <p>{filedWords.late(late.map(({ period }) => monthAndYear(period)).join(", "))}</p>}
      {asWritten.length > 0 && (
        <p>
          {filedWords.asWritten(asWritten.map(({ number, period }) => `${number}, ${monthAndYear(period)}`).join("; "))}
        </p>
      )}
      {duplicates.length > 0 && (
        <>
          <p>{filedWords.duplicates}</p>
          <ul>
            {duplicates.map((other) => (
              <li key={other.claimId}>
                <a href={addressOf("case", { claimId: other.claimId })}>{other.code}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        {sentBy === "post" && (
          <a class="button" href={addressOf("caseAct", { claimId, act: "copia" })}>
            {filedWords.copy}
          </a>
        )}
        <a class="button plain" href={addressOf("case", { claimId })}>
          {filedWords.open}
        </a>
        <button type="button" class={sentBy === "post" ? "button plain" : "button"} onClick={another}>
          {searchWords.another}
        </button>
      </div>
    </>
  );
}

interface ReachProps extends Pick<FiledClaim, "observed" | "proofAsked" | "notifyByEmailAfter"> {
  /** Whether a link can be sent to the claimant, by mail or text message. */
  readonly hasLink: boolean;
  readonly address: string | undefined;
}

/** How the claimant is notified, and what they still have to prove or to complete. */
function Reach({ hasLink, address, observed, proofAsked, notifyByEmailAfter }: ReachProps) {
  return (
    <>
      {!hasLink && address && <p>{filedWords.onPaper(address)}</p>}
      {notifyByEmailAfter && <p>{filedWords.mailAfter(notifyByEmailAfter)}</p>}
      {proofAsked && <p>{filedWords.proofAsked}</p>}
      {observed && (
        <p>
          {filedWords.observed} {observed.defects.join(" ")}{" "}
          {observed.until && filedWords.observedUntil(observed.until)} {hasLink && filedWords.linkComes}
        </p>
      )}
    </>
  );
}

interface PaperProps {
  readonly claimId: string;
  readonly kind: keyof typeof filedWords.paper;
}

/** What is handed over or posted, once it is made: it says what the cargo says, but for the claim's key. */
function Paper({ claimId, kind }: PaperProps) {
  const { answer, again } = useAnswer(() => api.showCase({ params: { claimId } }), claimId);
  const made = answer?.ok ? answer.value.documents.find((document) => document.kind === kind) : undefined;
  useWatch(answer?.ok === true && !made, again, answer);
  if (answer && !answer.ok) return <Waiting answer={answer} again={again} />;
  if (!made) return <p role="status">{filedWords.paperWaits}</p>;
  const { documentId, fileName } = made;
  return (
    <>
      <p>
        <Download ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })} of={fileName}>
          {filedWords.paper[kind]}
        </Download>
      </p>
      <p class="hint">{filedWords.noKey}</p>
    </>
  );
}

/** How the cargo goes: by mail if there is an address, by text message to a mobile, else on paper. */
function sendingOf(channel: Filed["channel"], { email, telephone = "" }: Filed["claimant"]) {
  if (email) return "email";
  if (/^(51)?9\d{8}$/.test(telephone.replace(/\D/g, ""))) return "sms";
  return channel === "counter" ? "paper" : "post";
}
