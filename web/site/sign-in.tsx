import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ClientProblem } from "../client.ts";
import { Notice, ProblemNotice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { lookUpWords } from "../words/look-up.ts";
import { signInWords } from "../words/sign-in.ts";
import { session } from "./api.ts";
import { addressOf, Heading, useSessionIsOpen } from "./page.tsx";

/** Where people sign in, and where the sign-in page brings them back to. */
export function SignInPage() {
  const { query, route } = useLocation();
  const isOpen = useSessionIsOpen();
  const [problem, setProblem] = useState<ClientProblem>();
  const [coming, setComing] = useState(false);
  const begin = () =>
    session.begin(addressOf("supplies")).then((outcome) => {
      if (!outcome.ok) setProblem(outcome.problem);
    });
  useEffect(() => {
    if (!("code" in query || "error" in query)) return;
    setComing(true);
    session.finish().then((outcome) => {
      setComing(false);
      if (outcome.ok) route(outcome.value, true);
      else setProblem(outcome.problem);
    });
  }, []);
  return (
    <>
      <Heading>{isOpen ? signInWords.done : sitePages.signIn.title}</Heading>
      {problem && <ProblemNotice problem={problem} />}
      {coming ? (
        <Notice>
          <p>{signInWords.finishing}</p>
        </Notice>
      ) : isOpen ? (
        <>
          <p>{signInWords.doneText}</p>
          <a class="button" href={addressOf("supplies")}>
            {signInWords.toSupplies}
          </a>
        </>
      ) : (
        <>
          <p>{signInWords.lede}</p>
          <button type="button" class="button" onClick={begin}>
            {signInWords.action}
          </button>
          <p>
            {signInWords.notNeeded} <a href={addressOf("receipt")}>{lookUpWords.action}</a>
          </p>
        </>
      )}
    </>
  );
}
