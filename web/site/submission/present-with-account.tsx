import { useAnswer } from "../../look/asking.ts";
import { writeKeyOf } from "../../look/write-key.tsx";
import { submissionFacts } from "../../submission-facts.ts";
import { api } from "../api.ts";
import { useKnownPerson } from "../notice/own-profile.ts";
import { addressOf } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { Waiting } from "../signed-in.tsx";
import { bodyOf, DocumentForm } from "./present-document.tsx";
import { perDay } from "./present-with-account.words.ts";

/**
 * Renders the form that presents a document for whoever is signed in, filled in with what their account knows, and with
 * their claims to choose from. Once it is presented, goes to the page of the submission. Shows that it loads until the
 * API has answered for both.
 */
export function PresentDocument() {
  const { route } = usePlace();
  const { answer } = useAnswer(() => api.listClaims({ query: {} }), "");
  const known = useKnownPerson();
  if (!answer || !known) return <Waiting answer={undefined} />;
  return (
    <DocumentForm
      claims={answer.ok ? answer.value.claims : []}
      known={known}
      send={(typed, sent) => api.fileDocument({ body: bodyOf(typed, sent), key: writeKeyOf(typed) })}
      onDone={({ submissionId }) => route(addressOf("submission", { submissionId }))}
    >
      <p class="hint">{perDay(submissionFacts.submissionsPerDay, submissionFacts.uploadsPerDay)}</p>
    </DocumentForm>
  );
}
