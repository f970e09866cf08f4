import { useCallback, useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { stateNames } from "../../../shared/domain/case/claim-state-names.ts";
import { collectedWords, leftWords } from "../../../shared/domain/term/left-words.ts";
import { useAnswer } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { usePages } from "../../look/page-list.ts";
import { sitePages } from "../../paths.ts";
import { awaitedWords } from "../../words/claim-awaits.ts";
import { deadline } from "../../words/deadline.ts";
import { dateWithWeekday } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, unbroken, useSessionIsOpen } from "../page.tsx";
import { SignedIn, signInHere, Waiting } from "../signed-in.tsx";
import { SubmissionsToCorrect } from "../submission/submissions-to-correct.tsx";
import { supplyName } from "../supply/supply-name.words.ts";
import { claimNames } from "./claim-names.words.ts";
import { claimsWords } from "./claims.words.ts";

type Summary = AnswerOf<Routes["listClaims"]>["claims"][number];

/**
 * Renders the claims of whoever is signed in: first the documents to correct, then the claims that wait for the person,
 * the others and those that are over. Below are the drafts of claims; those of this phone are listed without a sign-in
 * too.
 */
export function ClaimsPage() {
  const isOpen = useSessionIsOpen();
  const [isAnswered, setIsAnswered] = useState(false);
  const onAnswer = useCallback(() => setIsAnswered(true), []);
  return (
    <>
      <Heading>{sitePages.claims.title}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Mine onAnswer={onAnswer} />
      </SignedIn>
      {(isOpen === false || isAnswered) && (
        <Loaded load={() => import("../filing/drafts.tsx")} about="drafts" aside>
          {({ Drafts }) => <Drafts isSignedIn={isOpen === true} />}
        </Loaded>
      )}
      <p>
        {claimsWords.resumeText} <a href={addressOf("openByKey")}>{claimsWords.resume}</a>
      </p>
      <p>
        {claimsWords.stateText} <a href={addressOf("claimState")}>{claimsWords.state}</a>
      </p>
    </>
  );
}

interface MineProps {
  /** Called once it is known what waits, or that it cannot be known now. */
  readonly onAnswer: () => void;
}

/** Renders the documents to correct and the claims together: if one came first, the other would move it. */
function Mine({ onAnswer }: MineProps) {
  const { answer } = useAnswer(() => api.listSubmissions({ query: {} }), "");
  return (
    <>
      {answer?.ok && <SubmissionsToCorrect submissions={answer.value.submissions} />}
      <Claims isReady={answer !== undefined} onAnswer={onAnswer} />
    </>
  );
}

function Claims({ isReady, onAnswer }: MineProps & { readonly isReady: boolean }) {
  const {
    answer,
    again,
    items: claims,
    problem,
    more,
  } = usePages(
    (cursor) => api.listClaims({ query: { cursor } }),
    (page) => page.claims,
  );
  const isAnswered = isReady && answer !== undefined;
  useEffect(() => {
    if (isAnswered) onAnswer();
  }, [isAnswered, onAnswer]);
  if (!answer?.ok || !isReady) return <Waiting answer={isReady ? answer : undefined} again={again} />;
  const waits = ({ awaits }: Summary) => awaits.some(({ asked }) => asked);
  const over = ({ next: actor, ended }: Summary) => actor === "nobody" || ended !== undefined;
  const waiting = claims.filter(waits).toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)));
  return (
    <>
      {claims.length === 0 && <p>{claimsWords.empty}</p>}
      <List title={claimsWords.waiting} claims={waiting} />
      <List title={claimsWords.others} claims={claims.filter((claim) => !waits(claim) && !over(claim))} />
      <List title={claimsWords.over} claims={claims.filter((claim) => over(claim) && !waits(claim))} />
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      {more && (
        <p>
          <button type="button" class="button plain" onClick={more}>
            {claimsWords.more}
          </button>
        </p>
      )}
      <p>
        <a class="button" href={addressOf("claimStart")}>
          {claimsWords.start}
        </a>
      </p>
    </>
  );
}

/** Returns the day of the first awaited act, for sorting; empty, which sorts first, if it has none. */
function firstDay({ awaits: [first] }: Summary): string {
  return first?.on ?? first?.until ?? "";
}

/** Returns all that a claim asks of its claimant; if it asks nothing, the first thing that it lets them do. */
function shownOf(awaits: Summary["awaits"]): Summary["awaits"] {
  const asked = awaits.filter((awaited) => awaited.asked);
  return asked.length > 0 ? asked : awaits.slice(0, 1);
}

interface ListProps {
  readonly title: string;
  readonly claims: readonly Summary[];
}

function List({ title, claims }: ListProps) {
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="doors">
        {claims.map(
          ({
            claimId,
            code,
            supplyCode,
            state,
            since,
            filedAt,
            next,
            dueOn,
            daysLeft,
            answerBy,
            awaits,
            ended,
            left,
          }) => (
            <li key={claimId}>
              <h3>
                <a href={addressOf("claim", { claimId })}>{unbroken(claimNames.title(code))}</a>
              </h3>
              <p>
                <b>{stateNames[state]}</b>. {ended && <b>{claimsWords.endings[ended]}. </b>}
                {supplyName(supplyCode)}. {claimsWords.filed(filedAt)}
              </p>
              {left?.figures.map((figure) => (
                <p key={figure.period}>{leftWords(figure)}</p>
              ))}
              {left?.from && <p>{collectedWords(dateWithWeekday(left.from))}</p>}
              {shownOf(awaits).map((awaited) => (
                <p key={awaited.act}>{awaited.asked ? <b>{awaitedWords(awaited)}</b> : awaitedWords(awaited)}</p>
              ))}
              {answerBy && (
                <p>
                  {claimsWords.answerBy} {dateWithWeekday(answerBy)}.
                </p>
              )}
              {!answerBy && !ended && awaits.length === 0 && next !== "nobody" && next !== "user" && dueOn && (
                <Due state={state} next={next} since={since} dueOn={dueOn} daysLeft={daysLeft} />
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/**
 * Renders the next day of a claim that no answer has a day for; nothing on the day a silence began, by which it is
 * sorted until it is certified: no term ends then.
 */
function Due({
  state,
  next,
  since,
  dueOn,
  daysLeft,
}: Pick<Summary, "state" | "next" | "since" | "daysLeft"> & { dueOn: string }) {
  if (dueOn === since) return null;
  if (state.endsWith("silence-to-confirm")) return <p>{claimsWords.notAnswered(dateWithWeekday(dueOn))}</p>;
  return (
    <p>
      {claimsWords.due(next, daysLeft)} {deadline(dueOn, daysLeft)}.
    </p>
  );
}
