import { Checks } from "../../look/checks.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { documentNames } from "../../words/document-names.ts";
import { api } from "../api.ts";
import { fieldWords } from "../case/act-fields.words.ts";
import type { ActForm } from "../case/act-form.ts";
import { type CaseFile, unproved } from "../case/case-file.ts";
import { fieldProblem, markedOf } from "../typed.ts";
import { findingWords } from "./answers.words.ts";

/** Returns a document that was sent to signature and is no resolution, with a reason. */
export const returnedDocument: ActForm = {
  Fields: ({ file: { returnable }, problem }) => (
    <>
      <Choice
        name="document"
        legend={fieldWords.returnedDocument}
        options={Object.fromEntries(
          returnable.map(({ documentId, kind, number }) => [documentId, `${documentNames[kind]} ${number}`]),
        )}
        chosen={returnable[0]?.documentId ?? ""}
        problem={problem}
      />
      <LongText name="reason" label={fieldWords.returnReason} hint={fieldWords.inside} max={500} problem={problem} />
    </>
  ),
  send: async ({ write, typed }) => {
    const documentId = typed("document");
    if (documentId === "") return fieldProblem("document", fieldWords.choose);
    return api.returnDocument({
      ...write,
      params: { ...write.params, documentId },
      body: { reason: typed("reason") },
    });
  },
};

const namesIn = (file: CaseFile): Readonly<Record<string, string>> =>
  Object.fromEntries(unproved(file).map(({ item, name }) => [item, name]));

const faultsIn = ({ draft }: CaseFile): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (draft?.findings ?? []).flatMap(({ key, text, stops, override: by }) => (by || stops ? [] : [[key, text]])),
  );

/**
 * Overrides missing items of the checklist and findings about the draft, so that the decision may be issued with them.
 */
export const override: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      {unproved(file).length > 0 && (
        <Checks name="items" legend={fieldWords.overrideItems} options={namesIn(file)} chosen={[]} problem={problem} />
      )}
      {Object.keys(faultsIn(file)).length > 0 && (
        <Checks name="findings" legend={findingWords.items} options={faultsIn(file)} chosen={[]} problem={problem} />
      )}
      <LongText
        name="reason"
        label={fieldWords.overrideReason}
        hint={fieldWords.seenByUser}
        max={500}
        problem={problem}
      />
    </>
  ),
  send: async ({ file, write, typed, form }) =>
    api.overrideChecklist({
      ...write,
      body: {
        items: markedOf(namesIn(file), form, "items"),
        findings: markedOf(faultsIn(file), form, "findings"),
        reason: typed("reason"),
      },
    }),
};

/** Rectifies a material error of a signed resolution: what it says, and what it should say. */
export const rectification: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <Choice
        name="of"
        legend={fieldWords.rectifiedResolution}
        options={Object.fromEntries(
          file.resolutions.filter(({ signedAt }) => signedAt).map(({ number }) => [number, number]),
        )}
        problem={problem}
      />
      <TextField name="says" label={fieldWords.says} hint={fieldWords.seenByUser} initial="" problem={problem} />
      <TextField name="should" label={fieldWords.should} hint={fieldWords.seenByUser} initial="" problem={problem} />
    </>
  ),
  send: async ({ write, typed }) =>
    api.rectifyResolution({ ...write, body: { of: typed("of"), says: typed("says"), should: typed("should") } }),
};
