import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ClientProblem } from "../client.ts";
import { Notice, ProblemNotice } from "../look/notice.tsx";
import { deskPages } from "../paths.ts";
import { signInWords } from "../words/sign-in.ts";
import { session } from "./api.ts";
import { addressOf, Heading, StaffOnly } from "./page.tsx";

/** Where the sign-in page brings staff back to. */
export function SignInPage() {
  const { query, route } = useLocation();
  const [problem, setProblem] = useState<ClientProblem>();
  const [coming, setComing] = useState("code" in query);
  useEffect(() => {
    if (!("code" in query || "error" in query)) return;
    session.finish().then((outcome) => {
      setComing(false);
      if (outcome.ok) route(outcome.value, true);
      else setProblem(outcome.problem);
    });
  }, []);
  return (
    <>
      <Heading>{deskPages.signIn.title}</Heading>
      {problem && <ProblemNotice problem={problem} />}
      {coming ? (
        <Notice>
          <p>{signInWords.finishing}</p>
        </Notice>
      ) : (
        <StaffOnly>
          <p>
            <a class="button" href={addressOf("imports")}>
              {deskPages.imports.title}
            </a>
          </p>
        </StaffOnly>
      )}
    </>
  );
}
