import { useAnswer } from "../../look/asking.ts";
import { api } from "../api.ts";
import { ContactList } from "../counter/contact-list.tsx";
import { Waiting } from "../page.tsx";
import type { CaseFile } from "./case-file.ts";

/** Asks the API for the last contacts of a case's supply, which logs the look, and renders them. */
export function CaseContacts({ file: { supplyCode, claimId } }: { readonly file: CaseFile }) {
  const { answer, again } = useAnswer(() => api.searchSupplies({ body: { supplyCode, claimId } }), claimId);
  return answer?.ok ? <ContactList found={answer.value} /> : <Waiting answer={answer} again={again} />;
}
