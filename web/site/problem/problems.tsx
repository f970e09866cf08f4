import { useCallback, useState } from "preact/hooks";
import { telephoneAddress } from "../../look/contacts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { usePages } from "../../look/page-list.ts";
import { useOffice } from "../../office.ts";
import { sitePages } from "../../paths.ts";
import { claimTypeNames } from "../../words/claim-types.ts";
import { problemStateNames, siteProblemWords } from "../../words/problem.ts";
import { api } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { SignedIn, signInHere, Waiting } from "../signed-in.tsx";

/**
 * Renders whom to call at once about the street and, for whoever is signed in, the form that reports a problem with the
 * service and, below it, the requests for attention that the person made before.
 */
export function ProblemsPage() {
  const [isAnswered, setIsAnswered] = useState(false);
  const { telephone } = useOffice();
  const onAnswer = useCallback(() => setIsAnswered(true), []);
  return (
    <>
      <Heading>{sitePages.problems.title}</Heading>
      <p>{siteProblemWords.lede}</p>
      <p>
        {siteProblemWords.streetText} <a href={telephoneAddress(telephone)}>{telephone}</a>
      </p>
      <p>
        {siteProblemWords.receiptText} <a href={addressOf("claimStart")}>{siteProblemWords.receiptAction}</a>
      </p>
      <SignedIn why={siteProblemWords.signIn}>
        <Loaded load={() => import("./new-problem.tsx")} about="new">
          {({ NewProblem }) => <NewProblem onAnswer={onAnswer} />}
        </Loaded>
        {isAnswered && <MyProblems />}
      </SignedIn>
    </>
  );
}

function MyProblems() {
  const {
    answer,
    again,
    items: problems,
    problem,
    more,
  } = usePages(
    (cursor) => api.listProblems({ query: { cursor } }),
    (page) => page.problems,
  );
  // The form above asks to sign in again already.
  if (answer?.ok === false && answer.problem.kind === "signed-out") return null;
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return (
    <section>
      <h2>{siteProblemWords.mine}</h2>
      {problems.length === 0 && <p>{siteProblemWords.none}</p>}
      <ul class="doors">
        {problems.map(({ problemId, code, problemType, state }) => (
          <li key={problemId}>
            <h3>
              <a href={addressOf("problem", { problemId })}>{claimTypeNames[problemType]}</a>
            </h3>
            <p>
              {code}. {problemStateNames[state]}.
            </p>
          </li>
        ))}
      </ul>
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      {more && (
        <button type="button" class="button plain" onClick={more}>
          {siteProblemWords.more}
        </button>
      )}
    </section>
  );
}
