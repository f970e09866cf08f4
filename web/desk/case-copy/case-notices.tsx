import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { entryNames } from "../case/entries.words.ts";
import { noticeWords } from "../notice/notices.words.ts";
import { Waiting } from "../page.tsx";

type Sent = AnswerOf<Routes["listSentNotices"]>["sent"][number];

/**
 * Asks the API for the notices sent to the claimant by e-mail or text message, and renders each with its delivery
 * outcome. The text that was sent is asked for when its folded part is opened. If none was sent, says so.
 */
export function CaseNotices({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.listSentNotices({ params: { claimId } }), claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { sent } = answer.value;
  return (
    <section>
      <h2>{noticeWords.heading}</h2>
      {sent.length === 0 ? <p>{noticeWords.none}</p> : <p class="hint">{noticeWords.deliveredHint}</p>}
      <ol class="timeline">
        {sent.map((one) => (
          <li key={`${one.seq} ${one.sentAt}`}>
            <SentNotice claimId={claimId} sent={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SentProps {
  readonly claimId: string;
  readonly sent: Sent;
}

function SentNotice({ claimId, sent }: SentProps) {
  const { facts } = noticeWords;
  const channel = noticeWords.channels[sent.channel];
  const rows: [string, string | undefined][] = [
    [facts.sent, instant(sent.sentAt)],
    [facts.delayed, sent.delayedAt && instant(sent.delayedAt)],
    [facts.delivered, sent.deliveredAt ? instant(sent.deliveredAt) : sent.bouncedAt ? undefined : noticeWords.unknown],
    [
      facts.bounced,
      sent.bouncedAt && noticeWords.bounced(instant(sent.bouncedAt), noticeWords.bounces[sent.bounce ?? "unknown"]),
    ],
    [facts.complained, sent.complainedAt && noticeWords.complained(instant(sent.complainedAt))],
    [facts.acknowledged, sent.acknowledgedAt && instant(sent.acknowledgedAt)],
  ];
  return (
    <article>
      <h3>{sent.subject}</h3>
      <p class="hint">
        {entryNames[sent.of]} · {sent.to === undefined ? channel : noticeWords.to(channel, sent.to)}
      </p>
      <Facts rows={rows} />
      {sent.sha256 === undefined ? <p class="hint">{noticeWords.notKept}</p> : <AsSent claimId={claimId} sent={sent} />}
    </article>
  );
}

/** A folded part with the text that was sent, which is asked for when it is opened. */
function AsSent({ claimId, sent }: SentProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {noticeWords.see}
        <span class="unseen">: {sent.subject}</span>
      </summary>
      {open && <Words claimId={claimId} seq={sent.seq} />}
    </details>
  );
}

function Words({ claimId, seq }: { readonly claimId: string; readonly seq: number }) {
  const { answer, again } = useAnswer(
    () => api.showSentNotice({ params: { claimId, seq: String(seq) } }),
    `${claimId} ${seq}`,
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { text, sha256, messageId } = answer.value;
  return (
    <>
      <p>{noticeWords.asSent}</p>
      <blockquote>
        {text.split("\n\n").map((part, at) => (
          <p key={at}>{part.split("\n").flatMap((line, nth) => (nth === 0 ? [line] : [<br key={nth} />, line]))}</p>
        ))}
      </blockquote>
      <p class="hint">{noticeWords.print}</p>
      <p class="fingerprint">{sha256}</p>
      {messageId && (
        <p class="hint">
          {noticeWords.providerId}: {messageId}
        </p>
      )}
    </>
  );
}
