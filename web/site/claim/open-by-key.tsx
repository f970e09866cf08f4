import { useEffect, useRef } from "preact/hooks";
import { formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { sitePages } from "../../paths.ts";
import { api, session } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, SignInAgain } from "../signed-in.tsx";
import { claimCodeWords } from "./claim-code.words.ts";
import { openByKeyWords } from "./open-by-key.words.ts";

/**
 * Renders the form that gives the account of whoever is signed in access to a claim, by the claim's code and key, and
 * then goes to the claim. A link may bring both after the `#`: they fill in the form and are then removed from the
 * address. What stands in the form is kept through a sign-in.
 */
export function OpenByKeyPage() {
  return (
    <>
      <Heading>{sitePages.openByKey.title}</Heading>
      <p>{openByKeyWords.lede}</p>
      <SignedIn
        why={openByKeyWords.signIn}
        begin={() => session.begin(location.pathname + location.hash)}
        before={
          <p>
            {openByKeyWords.without} <a href={addressOf("claimState")}>{sitePages.claimState.title}</a>
          </p>
        }
      >
        <OpenByKey />
      </SignedIn>
    </>
  );
}

/**
 * Returns the code and the key after the `#` (`#codigo=…&clave=…`) of a letter's link or a cargo's QR, which no server
 * sees. Each is empty if missing.
 */
function inFragment(): { readonly code: string; readonly claimKey: string } {
  const said = new URLSearchParams(location.hash.slice(1));
  return { code: said.get("codigo") ?? "", claimKey: said.get("clave") ?? "" };
}

/** The address of this page with the code and the key that stand in its form, after the `#`. */
function addressWith(form: HTMLFormElement | null): string {
  const typed = new FormData(form ?? undefined);
  const said = { codigo: String(typed.get("code") ?? ""), clave: String(typed.get("claimKey") ?? "") };
  return `${location.pathname}#${new URLSearchParams(said)}`;
}

function OpenByKey() {
  const { route } = usePlace();
  const { code, claimKey } = useRef(inFragment()).current;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => history.replaceState(null, "", location.pathname), []);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const wrong = formProblem({
        code: typed("code").trim() ? undefined : claimCodeWords.codeMissing,
        claimKey: typed("claimKey").trim() ? undefined : openByKeyWords.keyMissing,
      });
      if (wrong) return { ok: false, problem: wrong };
      return api.openClaim({ body: { code: typed("code"), claimKey: typed("claimKey") } });
    },
    (claim) => route(addressOf("claim", { claimId: claim.claimId })),
  );
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} begin={() => session.begin(addressWith(form.current))} />
      <form method="dialog" noValidate ref={form} onSubmit={onSubmit}>
        <TextField
          name="code"
          label={claimCodeWords.code}
          hint={claimCodeWords.codeHint}
          initial={code}
          size="short"
          problem={problem}
        />
        <TextField
          name="claimKey"
          label={openByKeyWords.key}
          hint={openByKeyWords.keyHint}
          initial={claimKey}
          problem={problem}
        />
        <Submit busy={busy}>{openByKeyWords.action}</Submit>
      </form>
      <p>
        {openByKeyWords.lost} <a href={addressOf("claimState")}>{sitePages.claimState.title}</a>
      </p>
    </>
  );
}
