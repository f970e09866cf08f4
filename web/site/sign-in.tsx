import { useEffect, useState } from "preact/hooks";
import { Notice, SignInButton } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { signInWords } from "../words/sign-in.ts";
import { problemWords } from "../words/transport-problems.ts";
import { session } from "./api.ts";
import { addressOf, Heading, useSessionIsOpen } from "./page.tsx";
import { usePlace } from "./place.tsx";
import { lookUpWords } from "./receipt/look-up.words.ts";

/**
 * Renders the page to sign in. It is also the page to which the provider sends the person back: it then completes the
 * sign-in and goes to where the person was, or says that the sign-in failed.
 */
export function SignInPage() {
  const { query, route } = usePlace();
  const isOpen = useSessionIsOpen();
  const [coming, setComing] = useState<"on-the-way" | "failed">();
  useEffect(() => {
    if (!("code" in query || "error" in query)) return;
    setComing("on-the-way");
    session.finish().then((returnTo) => {
      setComing(returnTo === undefined ? "failed" : undefined);
      if (returnTo !== undefined) route(returnTo, true);
    });
  }, []);
  if (coming === "on-the-way")
    return (
      <>
        <Heading>{sitePages.signIn.title}</Heading>
        <Notice>
          <p>{signInWords.finishing}</p>
        </Notice>
      </>
    );
  if (isOpen)
    return (
      <>
        <Heading>{signInWords.done}</Heading>
        <p>{signInWords.doneText}</p>
        <a class="button" href={addressOf("supplies")}>
          {signInWords.toSupplies}
        </a>
      </>
    );
  return (
    <>
      <Heading>{sitePages.signIn.title}</Heading>
      {coming === "failed" && (
        <Notice tone="bad">
          <p>{signInWords.failed}</p>
        </Notice>
      )}
      <p>{signInWords.lede}</p>
      <p>
        <SignInButton begin={() => session.begin(addressOf("supplies"))}>{problemWords.signIn}</SignInButton>
      </p>
      <p>
        {signInWords.notNeeded} <a href={addressOf("receipt")}>{lookUpWords.action}</a>
      </p>
    </>
  );
}
