import { useAnswer } from "../look/asking.ts";
import { api } from "./api.ts";
import type { CaseFile } from "./case-file.ts";
import { ContactList } from "./contact-list.tsx";
import { Waiting } from "./page.tsx";

/** Asks the API for the last contacts of a case's supply, which logs the look, and renders them. */
export function CaseContacts({ file: { supplyCode, claimId } }: { readonly file: CaseFile }) {
  const { answer, again } = useAnswer(() => api.searchSupplies({ body: { supplyCode, claimId } }), claimId);
  return answer?.ok ? <ContactList found={answer.value} /> : <Waiting answer={answer} again={again} />;
}
