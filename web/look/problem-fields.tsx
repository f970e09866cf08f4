import { useState } from "preact/hooks";
import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { claimTypeNames } from "../words/claim-types.ts";
import { personDocumentNames } from "../words/person.ts";
import { problemWords } from "../words/problem.ts";
import { groupNames, problemGroups } from "../words/problem-groups.ts";
import { Choice, TextField } from "./field.tsx";
import { LongText } from "./long-text.tsx";
import { PersonDocument } from "./person-document.tsx";

type Form = Pick<ClientRequestOf<Routes["fileProblem"]>["body"], "problemType" | "applicant" | "description">;

const isKeyOf = <Names extends object>(names: Names, key: PropertyKey): key is keyof Names => Object.hasOwn(names, key);

interface ProblemFieldsProps {
  readonly problem: ClientProblem | undefined;
}

/** The fields of Formato 1: what the problem is, and who asks for a solution. */
export function ProblemFields({ problem }: ProblemFieldsProps) {
  const [group, setGroup] = useState("");
  return (
    <>
      <Choice
        name="group"
        legend={problemWords.group}
        options={groupNames}
        chosen={group}
        onChoose={setGroup}
        problem={problem}
      />
      {isKeyOf(problemGroups, group) && (
        <Choice
          key={group}
          name="problemType"
          legend={problemWords.problem}
          options={problemGroups[group].problems}
          problem={problem}
        />
      )}
      <LongText
        name="description"
        label={problemWords.description}
        hint={problemWords.descriptionHint}
        max={1500}
        problem={problem}
      />
      {(["givenNames", "paternalSurname", "maternalSurname", "companyName"] as const).map((name) => (
        <TextField key={name} name={name} label={problemWords[name]} initial="" problem={problem} />
      ))}
      <PersonDocument legend={problemWords.kind} label={problemWords.number} problem={problem} />
      <TextField name="address" label={problemWords.address} initial="" problem={problem} />
      <TextField
        name="telephone"
        label={problemWords.telephone}
        hint={problemWords.telephoneHint}
        keyboard="tel"
        size="short"
        problem={problem}
      />
      <TextField name="email" label={problemWords.email} keyboard="email" problem={problem} />
    </>
  );
}

/** What is typed in `ProblemFields`, as the API takes it; undefined while no problem is chosen. */
export function problemOf(typed: (name: string) => string): Form | undefined {
  const problemType = typed("problemType");
  const kind = typed("kind");
  if (!isProblem(problemType)) return undefined;
  const orAbsent = (name: string): string | undefined => typed(name).trim() || undefined;
  return {
    problemType,
    description: typed("description"),
    applicant: {
      givenNames: typed("givenNames"),
      paternalSurname: typed("paternalSurname"),
      maternalSurname: orAbsent("maternalSurname"),
      companyName: orAbsent("companyName"),
      document:
        isKeyOf(personDocumentNames, kind) && orAbsent("number") ? { kind, number: typed("number") } : undefined,
      address: typed("address"),
      telephone: orAbsent("telephone"),
      email: orAbsent("email"),
    },
  };
}

const isProblem = (type: string): type is Form["problemType"] => isKeyOf(claimTypeNames, type) && !type.startsWith("F");
