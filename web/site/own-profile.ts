import type { Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import type { KnownPerson } from "../look/known-person.ts";
import { api } from "./api.ts";
import type { Profile } from "./profile-answers.ts";

/**
 * What the account knows of the person, to fill a form in beforehand. Undefined until the API has answered; nobody is
 * known if nothing is kept or it cannot be asked: the form is asked for without it.
 */
export function useKnownPerson(): KnownPerson | undefined {
  const { answer } = useAnswer<{ readonly profile?: Profile | undefined }>(() => api.showProfile(), "");
  return answer && knownIn(answer);
}

function knownIn(answer: Outcome<{ readonly profile?: Profile | undefined }>): KnownPerson {
  return (answer.ok && answer.value.profile) || {};
}
