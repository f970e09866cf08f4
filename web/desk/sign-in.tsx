import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { deskPages } from "../desk-paths.ts";
import { Notice } from "../look/notice.tsx";
import { deskWords } from "../words/desk.ts";
import { signInWords } from "../words/sign-in.ts";
import { session } from "./api.ts";
import { addressOf, Heading, StaffOnly } from "./page.tsx";

/**
 * Renders the page to which the provider's sign-in page leads back. Completes the sign-in and goes to where the person
 * was. If it failed or was refused, says so. Opened without a sign-in, offers to sign in or, if somebody is signed in,
 * a link to the desk's first page.
 */
export function SignInPage() {
  const { query } = useRoute();
  const { route } = useLocation();
  const [coming, setComing] = useState<string | undefined>("code" in query ? signInWords.finishing : undefined);
  useEffect(() => {
    if (!("code" in query || "error" in query)) return;
    session.finish().then((returnTo) => {
      if (returnTo === undefined) setComing(signInWords.failed);
      else route(returnTo, true);
    });
  }, []);
  return (
    <>
      <Heading>{deskPages.signIn.title}</Heading>
      {coming !== undefined && (
        <Notice>
          <p>{coming}</p>
        </Notice>
      )}
      {coming !== signInWords.finishing && (
        <StaffOnly>
          <p>
            <a class="button" href={addressOf("home")}>
              {deskWords.toHome}
            </a>
          </p>
        </StaffOnly>
      )}
    </>
  );
}
