import { useAnswer } from "../look/asking.ts";
import { writeKeyOf } from "../look/write-key.tsx";
import { api } from "./api.ts";
import { useKnownPerson } from "./own-profile.ts";
import { addressOf } from "./page.tsx";
import { usePlace } from "./place.tsx";
import { bodyOf, DocumentForm } from "./present-document.tsx";
import { Waiting } from "./signed-in.tsx";

/** The form of somebody signed in: what they present goes to their account. */
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
    />
  );
}
