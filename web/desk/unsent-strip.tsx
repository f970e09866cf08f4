import { useEffect } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { unsentWords } from "../words/desk-unsent.ts";
import { session } from "./api.ts";
import { keepApp } from "./installed-app.ts";
import { forgetDay, forgetPastDay } from "./kept-day.ts";
import { addressOf } from "./page.tsx";
import { sendUnsent, type UnsentReport, useUnsent } from "./report-outbox.ts";

/** How often the outbox is sent while the desk is open. */
const retryMs = 30_000;

/**
 * Says how many reports wait in this phone, and sends them when the desk opens, the network is back, the tab is seen again,
 * and every half minute. Refused reports are listed apart with their reasons: only their inspector can send or discard them.
 */
export function UnsentStrip() {
  const unsent = useUnsent();
  const refused = unsent.filter((report) => report.refused);
  const waiting = unsent.length - refused.length;
  useEffect(() => {
    const onSeen = () => document.visibilityState === "visible" && sendUnsent();
    keepApp();
    sendUnsent().then(forgetPastDay);
    // Who leaves takes the day along; what the server does not have stays.
    const stop = session.onChange(() => {
      if (session.isOpen()) sendUnsent();
      else forgetDay();
    });
    addEventListener("online", sendUnsent);
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      removeEventListener("online", sendUnsent);
      document.removeEventListener("visibilitychange", onSeen);
      stop();
    };
  }, []);
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(sendUnsent, retryMs);
    return () => clearInterval(timer);
  }, [waiting === 0]);
  return (
    <div role="status">
      {waiting > 0 && (
        <p class="strip warn">
          {unsentWords.unsent(waiting)}. {unsentWords.unsentText}
        </p>
      )}
      {refused.length > 0 && <Refused reports={refused} />}
    </div>
  );
}

function Refused({ reports }: { readonly reports: readonly UnsentReport[] }) {
  return (
    <div class="strip warn">
      <p>
        {unsentWords.refused(reports.length)}. {unsentWords.refusedText}
      </p>
      <ul>
        {reports.map(({ claimId, inspectionId, body, refused }) => (
          <li key={inspectionId}>
            <a href={addressOf("inspection", { claimId, inspectionId })}>{unsentWords.open(body.startedAt)}</a>:{" "}
            {refused && reasonIn(refused)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function reasonIn({ title, detail, fields }: ClientProblem): string {
  const sentences = [title && `${title}.`, detail, ...fields.map(({ message }) => message)];
  return sentences.filter(Boolean).join(" ");
}
