import { useAnswer } from "../../look/asking.ts";
import { actWords } from "../../words/claim.ts";
import { api } from "../api.ts";
import { addressOf } from "../page.tsx";
import { leakResultWords } from "./leak-result.words.ts";

/** The hash of the address at which the form that adds to a claim begins with the kept check for leaks. */
export const withLeakCheck = "#fugas";

/**
 * Lists the account's claims to which something can be added now, each with a link to the form that adds the check for
 * leaks that this device keeps. Renders nothing until the API has answered, if it fails, or if there is no such claim.
 */
export function LeakClaims() {
  const { answer } = useAnswer(() => api.listClaims({ query: {} }), "");
  const claims = answer?.ok ? answer.value.claims : [];
  const open = claims.filter(({ awaits }) => awaits.some(({ act }) => act === "claim-extended"));
  if (open.length === 0) return null;
  return (
    <ul>
      {open.map(({ claimId, code }) => (
        <li key={claimId}>
          <a href={addressOf("claimAct", { claimId, act: actWords["claim-extended"].act }) + withLeakCheck}>
            {leakResultWords.addTo(code)}
          </a>
        </li>
      ))}
    </ul>
  );
}
