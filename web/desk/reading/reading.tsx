import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { cubicMetres, date, instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { useOwnRoles } from "../work/roles.ts";
import { ReadingNotice } from "./reading-notice.tsx";
import { readingWords } from "./readings.words.ts";

type Reading = AnswerOf<Routes["showReading"]>;

/**
 * Renders the page of the atypical reading that the address names: its figures, why it is atypical, the notice to print
 * and what was done. Who may act gets the forms of what is next: reading again, announcing the visit, or its result.
 * Without a session, asks to sign in.
 */
export function ReadingPage() {
  const { readingId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("readings")}>{readingWords.back}</a>
      </p>
      <StaffOnly>
        <Shown readingId={readingId} />
      </StaffOnly>
    </>
  );
}

function Shown({ readingId }: { readonly readingId: string }) {
  const { answer, again } = useAnswer(() => api.showReading({ params: { readingId }, query: {} }), readingId);
  const [written, setWritten] = useState<Reading>();
  const mayAct = useOwnRoles().some((role) => role === "billing" || role === "analyst" || role === "inspector");
  if (!answer?.ok)
    return (
      <>
        <Heading>{deskPages.reading.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  const reading = written ?? answer.value;
  const { facts } = readingWords;
  return (
    <>
      <Heading>{`${reading.supplyCode}, ${monthAndYear(reading.period)}`}</Heading>
      <Facts
        rows={[
          [
            facts.waits,
            reading.result
              ? readingWords.results[reading.result]
              : `${readingWords.waits(reading)}${reading.late ? `. ${readingWords.late(reading)}` : ""}`,
          ],
          [facts.visits, reading.result ? reading.lastVisit : readingWords.visits(reading).join(". ") || undefined],
          [facts.issue, date(reading.issueOn)],
          [facts.holder, reading.holder],
          [facts.address, reading.address],
          [facts.reading, readingWords.read(reading.reading, reading.readOn)],
          [facts.m3, cubicMetres(reading.m3)],
          [reading.averagePrinted ? facts.printed : facts.average, cubicMetres(reading.averageM3)],
          [facts.assignment, cubicMetres(reading.assignmentM3)],
        ]}
      />
      {mayAct && reading.state !== "closed" && (
        <Loaded load={() => import("./reading-acts.tsx")} about="reading-acts">
          {({ ReadingActs }) => <ReadingActs key={reading.version} reading={reading} onDone={setWritten} />}
        </Loaded>
      )}
      {reading.notice && <ReadingNotice lines={reading.notice} />}
      <h2>{readingWords.why}</h2>
      {reading.explanation.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h2>{readingWords.done}</h2>
      <ol>
        {reading.entries.map(({ at, said }) => (
          <li key={at}>
            {instant(at)}: {said}
          </li>
        ))}
      </ol>
    </>
  );
}
