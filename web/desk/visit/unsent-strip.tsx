import { useEffect, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { SignInButton } from "../../look/notice.tsx";
import { session, signInAgain } from "../api.ts";
import { addressOf } from "../page.tsx";
import { isSignedOut } from "../problem/passing-problems.ts";
import { useRoles } from "../work/roles.ts";
import { keepApp } from "./installed-app.ts";
import { deliveryIn, forgetDay, forgetPastDay, readingVisitIn, useKeptDay, visitIn } from "./kept-day.ts";
import { sendUnsent, type UnsentReport, useUnsent } from "./report-outbox.ts";
import { unsentWords } from "./unsent.words.ts";

/** How often the outbox is sent while the desk is open. */
const retryMs = 30_000;

/**
 * Renders a strip with how many reports wait in this phone, whether a sign-in is needed, and the refused reports with
 * the reasons. Sends the outbox when the strip appears, after a sign-in, when the network is back, when the tab is seen
 * again, and every 30 seconds while a report waits. Calls `keepApp`, and erases the kept day when it is over and when
 * the person signs out.
 */
export function UnsentStrip() {
  const unsent = useUnsent();
  const refused = unsent.filter((report) => report.refused);
  const waiting = unsent.length - refused.length;
  const [lapsed, setLapsed] = useState(false);
  const { isOpen } = useRoles();
  const send = async () => {
    const sent = await sendUnsent();
    setLapsed([...sent.values()].some((one) => !one.ok && isSignedOut(one.problem)));
  };
  useEffect(() => {
    const onSeen = () => document.visibilityState === "visible" && send();
    keepApp();
    send().then(forgetPastDay);
    // Who leaves takes the day along, but for what the server does not have. Without signal the day cannot be had
    // again: it stays, for them alone.
    const stop = session.onChange(() => {
      if (session.isOpen()) send();
      else if (navigator.onLine) forgetDay();
    });
    addEventListener("online", send);
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      removeEventListener("online", send);
      document.removeEventListener("visibilitychange", onSeen);
      stop();
    };
  }, []);
  useEffect(() => {
    if (waiting === 0) return;
    const timer = setInterval(send, retryMs);
    return () => clearInterval(timer);
  }, [waiting === 0]);
  return (
    <div role="status">
      {waiting > 0 && (
        <div class="strip warn">
          {unsentWords.unsent(waiting)}. {lapsed ? unsentWords.signInText : unsentWords.unsentText}{" "}
          {lapsed && isOpen && (
            <SignInButton begin={signInAgain} plain>
              {unsentWords.signIn}
            </SignInButton>
          )}
        </div>
      )}
      {refused.length > 0 && <Refused reports={refused} />}
    </div>
  );
}

function Refused({ reports }: { readonly reports: readonly UnsentReport[] }) {
  const day = useKeptDay();
  return (
    <div class="strip warn">
      <p>
        {unsentWords.refused(reports.length)}. {unsentWords.refusedText}
      </p>
      <ul>
        {reports.map((report) => (
          <li key={report.inspectionId}>
            <a href={addressOfReport(report)}>
              {nameOf(report)}
              {houseOf(day, report)}
            </a>
            : {report.refused && reasonIn(report.refused)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function addressOfReport(report: UnsentReport): string {
  const { inspectionId } = report;
  if (report.of === "reading") return addressOf("readingVisit", { readingId: inspectionId });
  const { claimId } = report;
  return report.of === "delivery"
    ? addressOf("delivery", { claimId, noticeId: inspectionId })
    : addressOf("inspection", { claimId, inspectionId });
}

function nameOf(report: UnsentReport): string {
  if (report.of === "delivery") return unsentWords.openDelivery(report.body.deliveredAt);
  return unsentWords.open(report.of === "reading" ? report.body.visit.startedAt : report.body.startedAt);
}

/** The address of the house that a report is of, from the kept day; empty if that does not have it. */
function houseOf(day: ReturnType<typeof useKeptDay>, { inspectionId }: UnsentReport): string {
  const address = (visitIn(day, inspectionId) ?? readingVisitIn(day, inspectionId))?.address;
  const to = address ?? deliveryIn(day, inspectionId)?.to;
  return to ? `, ${to}` : "";
}

function reasonIn({ title, detail, fields }: ClientProblem): string {
  const sentences = [title && `${title}.`, detail, ...fields.map(({ message }) => message)];
  return sentences.filter(Boolean).join(" ");
}
