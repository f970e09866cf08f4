import type { Outcome } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import type { KnownPerson } from "../../look/known-person.ts";
import { api } from "../api.ts";
import type { Profile } from "./profile-answers.ts";

/**
 * Returns what the account knows of the person, to fill in a form. Undefined until the API has answered, and while
 * `isWanted` is false, when the API is not asked. Empty if the account knows nothing or the API fails.
 */
export function useKnownPerson(isWanted = true): KnownPerson | undefined {
  const { answer } = useAnswer<Answer>(async () => (isWanted ? api.showProfile() : nobody), String(isWanted));
  return isWanted && answer ? knownIn(answer) : undefined;
}

interface Answer {
  readonly profile?: Profile | undefined;
}
const nobody: Outcome<Answer> = { ok: true, value: {} };

function knownIn(answer: Outcome<Answer>): KnownPerson {
  return (answer.ok && answer.value.profile) || {};
}
