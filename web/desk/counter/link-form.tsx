import { useState } from "preact/hooks";
import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { SignInAgain } from "../page.tsx";
import { SelectField } from "../select-field.tsx";
import { chosenOf, textOf } from "../typed.ts";
import { linkWords } from "./calls.words.ts";
import type { FoundSupply } from "./intake-answers.ts";
import { ReadAloud } from "./read-aloud.tsx";

type Body = ClientRequestOf<Routes["sendLink"]>["body"];
type Typed = (name: string) => string;
type Claim = FoundSupply["claims"][number];

interface LinkFormProps {
  readonly found: FoundSupply;
  /** Called once the API has sent the link, with the masked number or address it went to. */
  readonly onDone: (to: string) => void;
}

const isOfClaim = (page: string): boolean => page === "own-claim" || page === "offer";

/** Where a link may go: to the contact of a claim, if there is a claim, or to what the caller dictates. */
const wheresWith = (hasClaim: boolean): Readonly<Record<string, string>> => ({
  ...(hasClaim && linkWords.ofClaim),
  ...linkWords.dictated,
});

/**
 * Renders the form that sends a caller a link to a page of the site, by text message or e-mail. The link goes to the
 * contact of a claim of the supply, or to a number or address that the caller dictates. Pages of a claim are offered
 * only if the supply has a claim. Sending names each answer that is missing.
 */
export function LinkForm({ found: { supplyCode, claims }, onDone }: LinkFormProps) {
  const [page, setPage] = useState("");
  const [where, setWhere] = useState("");
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const missing = missingIn(typed);
      if (missing) return { ok: false, problem: missing };
      return api.sendLink({ body: bodyOf(typed, supplyCode), key: writeKeyOf(typed) });
    },
    ({ to }) => onDone(to),
  );
  const asksClaim = claims.length > 0 && (isOfClaim(page) || where in linkWords.ofClaim);
  return (
    <>
      <p>{linkWords.lede}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <WriteKey />
        <SelectField
          name="page"
          label={linkWords.page}
          options={pagesFor(claims)}
          onChoose={setPage}
          problem={problem}
        />
        <Choice
          name="where"
          legend={linkWords.where}
          options={wheresWith(claims.length > 0)}
          onChoose={setWhere}
          problem={problem}
        />
        {asksClaim && (
          <SelectField
            name="claimId"
            label={linkWords.claim}
            options={Object.fromEntries(claims.map(({ claimId, code }) => [claimId, code]))}
            chosen={claims.length === 1 ? (claims[0]?.claimId ?? "") : ""}
            problem={problem}
          />
        )}
        {where === "mobile" && (
          <TextField name="telephone" label={linkWords.mobile} keyboard="tel" size="short" problem={problem} />
        )}
        {where === "email" && <TextField name="email" label={linkWords.email} keyboard="email" problem={problem} />}
        <ReadAloud>{linkWords.aloud}</ReadAloud>
        <Submit busy={busy}>{linkWords.send}</Submit>
      </form>
    </>
  );
}

/**
 * The pages that can be sent: those of a claim only if there is one, and the offer only if one waits for its answer.
 */
function pagesFor(claims: readonly Claim[]): Readonly<Partial<Record<Body["page"], string>>> {
  const hasOffer = claims.some(({ awaits }) => awaits.some(({ act }) => act === "answer-offer"));
  const { "own-claim": ownClaim, offer, ...others } = linkWords.pages;
  return { ...others, ...(claims.length > 0 && { "own-claim": ownClaim }), ...(hasOffer && { offer }) };
}

/** Every answer that is missing, each by its question; undefined if none is. */
function missingIn(typed: Typed) {
  const { missing } = linkWords;
  const [page, where] = [typed("page"), typed("where")];
  const unless = (name: string, isAsked: boolean, sentence: string) => ({
    [name]: isAsked && typed(name).trim() === "" ? sentence : undefined,
  });
  return formProblem({
    ...unless("page", true, missing.page),
    ...unless("where", true, missing.where),
    ...unless("claimId", isOfClaim(page) || where in linkWords.ofClaim, missing.claimId),
    ...unless("telephone", where === "mobile", missing.mobile),
    ...unless("email", where === "email", missing.email),
  });
}

function bodyOf(typed: Typed, supplyCode: string): Body {
  const [page, where] = [chosenOf(linkWords.pages, typed("page")) ?? "receipt", typed("where")];
  return {
    ...{ supplyCode, page, channel: where === "claim-sms" || where === "mobile" ? "sms" : "email" },
    claimId: textOf(typed("claimId")),
    ...(where === "mobile" && { telephone: typed("telephone") }),
    ...(where === "email" && { email: typed("email") }),
  };
}

/** Returns the Spanish sentence that says that a link was sent to `to`. */
export function linkSent(to: string): string {
  return linkWords.sent(to);
}
