import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { knowsApiTime } from "../../api-clock.ts";
import { type ClientProblem, type Outcome, transportProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { isSignedOut } from "../problem/passing-problems.ts";
import { askApiTime } from "../work/today.tsx";
import { fieldWords, reportWords } from "./field-report.words.ts";
import type { Arrived, Discard, Unsent } from "./field-report-end.tsx";
import { keptDay } from "./kept-day.ts";
import {
  type PutReport,
  putReport,
  type Sent,
  sendUnsent,
  typedKey,
  unsentReport,
  useUnsent,
} from "./report-outbox.ts";
import { type MadeFile, photosOf } from "./report-photos.ts";

/** How long the page waits for the API's time before it uses the phone's. */
const patienceMs = 3000;

/**
 * Returns whether a form may be opened with the present hour filled in. True once the API's time is known, or the API
 * could not be asked, or three seconds have passed. Without the API's time, `apiNow` is then the phone's clock,
 * corrected by the difference that was found when the day's visits were kept.
 */
export function useTimed(): boolean {
  const [isTimed, setIsTimed] = useState(knowsApiTime);
  useEffect(() => {
    const done = () => setIsTimed(true);
    const timer = setTimeout(done, patienceMs);
    const kept = keptDay();
    askApiTime()
      .then(() => kept)
      .then(done);
    return () => clearTimeout(timer);
  }, []);
  return isTimed;
}

interface FieldReportProps {
  /** The id of the visit or, of a delivery, of its notice. */
  readonly inspectionId: string;
  /** What is shown above the form: which house it is and what to know there. */
  readonly about: ComponentChildren;
  /**
   * Returns the report as typed, or the problem of what is missing. `files` are the files made.
   */
  readonly toReport: (typed: (name: string) => string, files: readonly MadeFile[]) => Outcome<PutReport>;
  /**
   * The text of the submit button, and the titles for a report that arrived, that waits, and that is to be discarded.
   */
  readonly words: Readonly<Record<"send" | "sentTitle" | "unsentTitle" | "discardTitle", string>>;
  /** Whether the report takes no files. */
  readonly noFiles?: boolean;
  /** Renders the fields; `problem` is what is wrong with them. */
  readonly children: (problem: ClientProblem | undefined) => ComponentChildren;
}

/** What a form has typed in a field; empty if it has nothing. */
const typedIn = (form: HTMLFormElement | null, name: string): string =>
  form ? String(new FormData(form).get(name) ?? "") : "";

/** The phone has no room for what was typed. */
const phoneFull = {
  ok: false,
  problem: { ...transportProblem("refused").problem, title: fieldWords.full, detail: fieldWords.fullText },
} as const;

interface SendingResult {
  readonly how: "sent" | "unsent" | "signed-out";
  /** Of a delivery that was sent: the later day from which it counts. */
  readonly countsFrom?: string | undefined;
}

const resultOf = (sent: Sent | undefined): SendingResult => {
  if (sent?.ok) return { how: "sent", countsFrom: sent.countsFrom };
  return { how: sent && isSignedOut(sent.problem) ? "signed-out" : "unsent" };
};

/**
 * Renders the form of a report made at a house, with its photos. What is typed is kept in the phone. Submitting puts
 * the report in the phone's outbox and sends the outbox, then says that the report arrived, that it waits, or why the
 * server refused it. A refused report in the outbox can be discarded. If the phone is full, says so and sends nothing.
 */
export function FieldReport({ inspectionId, about, toReport, words, noFiles, children }: FieldReportProps) {
  const kept = useKeptForm(localStorage, typedKey(inspectionId));
  const [isFull, setIsFull] = useState(false);
  const onInput = () => {
    setIsFull(!kept.keep());
    setHow(typedIn(kept.form.current, "how"));
  };
  useEffect(() => setHow(typedIn(kept.form.current, "how")), []);
  const unsent = useUnsent().find((report) => report.inspectionId === inspectionId);
  const waits = unsent !== undefined;
  const [how, setHow] = useState("");
  const [result, setResult] = useState<SendingResult | undefined>(waits ? { how: "unsent" } : undefined);
  const [tries, setTries] = useState(0);
  const { problem, busy, onSubmit } = useSending(
    async (typed): Promise<Outcome<SendingResult>> => {
      const files = await photosOf(inspectionId);
      const report = toReport(
        typed,
        files.map(({ kind = "photo", takenAt }) => ({ kind, takenAt })),
      );
      if (!report.ok) return report;
      if (!kept.keep() || !(await putReport(report.value))) return phoneFull;
      const sent = await sendUnsent();
      const refused = unsentReport(inspectionId)?.refused;
      return refused ? { ok: false, problem: refused } : { ok: true, value: resultOf(sent.get(inspectionId)) };
    },
    (value) => {
      setResult(value);
      setTries(tries + 1);
    },
  );
  useEffect(() => void loadEnd().catch(() => {}), []);
  if (result && !waits)
    return <End>{({ Arrived }) => <Arrived title={words.sentTitle} countsFrom={result.countsFrom} />}</End>;
  const refused = problem ?? unsentReport(inspectionId)?.refused;
  return (
    <>
      {about}
      <p>{reportWords.kept}</p>
      {result && !refused && (
        <End>
          {({ Unsent }) => (
            <Unsent
              key={tries}
              isSignedOut={result.how === "signed-out"}
              title={words.unsentTitle}
              takesFocus={tries > 0}
            />
          )}
        </End>
      )}
      <ErrorSummary problem={refused} />
      <form method="dialog" noValidate ref={kept.form} onInput={onInput} onSubmit={onSubmit}>
        {children(refused)}
        {!noFiles && (
          <Loaded load={() => import("./report-photo-list.tsx")} about="photos">
            {({ ReportPhotos }) => (
              <ReportPhotos
                inspectionId={inspectionId}
                problem={refused}
                unsent={unsent}
                isSignedOnPaper={["on-paper", "at-request", "fingerprint"].includes(how)}
              />
            )}
          </Loaded>
        )}
        {isFull && (
          <Notice tone="bad" title={fieldWords.full}>
            <p>{fieldWords.fullText}</p>
          </Notice>
        )}
        <div class="buttons">
          <Submit busy={busy}>{words.send}</Submit>
          {waits && refused && (
            <End>{({ Discard }) => <Discard inspectionId={inspectionId} title={words.discardTitle} />}</End>
          )}
        </div>
      </form>
    </>
  );
}

interface EndProps {
  readonly children: (end: {
    readonly Arrived: typeof Arrived;
    readonly Discard: typeof Discard;
    readonly Unsent: typeof Unsent;
  }) => ComponentChildren;
}

const loadEnd = () => import("./field-report-end.tsx");

/** What is shown only once a report is finished. It is there before: by then the signal may be gone. */
const End = ({ children }: EndProps) => (
  <Loaded load={loadEnd} about="end" aside>
    {children}
  </Loaded>
);
