import type { Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import type { KnownPerson } from "../look/known-person.ts";
import { api } from "./api.ts";
import type { Profile } from "./profile-answers.ts";

/**
 * What the account knows of the person, to fill a form in beforehand. Undefined until the API has answered; nobody is
 * known if nothing is kept or it cannot be asked: the form is asked for without it. While `isWanted` is false nothing is asked.
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
