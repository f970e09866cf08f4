import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { formProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, TextField } from "../look/field.tsx";
import { findWords } from "../words/desk-claims.ts";
import { api } from "./api.ts";
import { addressOf, SignInAgain } from "./page.tsx";
import { useOwnRoles } from "./roles.ts";

type Numbered = AnswerOf<Routes["findNumber"]>;

function addressOfNumbered({ what, id }: Numbered): string {
  switch (what) {
    case "claim":
      return addressOf("case", { claimId: id });
    case "problem":
      return addressOf("problem", { problemId: id });
    case "submission":
      return addressOf("submission", { submissionId: id });
    case "observation":
      return addressOf("observations");
  }
}

/** A search by number that opens a claim, a problem, a submission or the observation book; nothing for external supervisors. */
export function FindNumber() {
  const { route } = useLocation();
  const isSupervisor = useOwnRoles().includes("external-supervisor");
  const { problem, busy, onSubmit } = useSending<Numbered>(
    async (typed) => {
      const number = typed("officeNumber").trim();
      const missing = formProblem({ officeNumber: number === "" ? findWords.missing : undefined });
      return missing ? { ok: false, problem: missing } : api.findNumber({ params: { number } });
    },
    (found) => route(addressOfNumbered(found)),
  );
  if (isSupervisor) return null;
  return (
    <search>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" class="inline" noValidate onSubmit={onSubmit}>
        <TextField name="officeNumber" label={findWords.label} size="short" problem={problem} />
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {findWords.action}
        </button>
      </form>
    </search>
  );
}
