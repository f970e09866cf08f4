import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { useOffice } from "../office.ts";
import { claimTypeNames } from "../words/claim-types.ts";
import { personDocumentNames } from "../words/person.ts";
import { problemWords } from "../words/problem.ts";
import { adviceWords, groupNames, ofZone, problemGroups } from "../words/problem-groups.ts";
import { Choice, TextField } from "./field.tsx";
import type { KnownPerson } from "./known-person.ts";
import { LongText } from "./long-text.tsx";
import { Loading } from "./notice.tsx";
import { PersonDocument } from "./person-document.tsx";

type Form = Pick<ClientRequestOf<Routes["fileProblem"]>["body"], "problemType" | "applicant" | "description">;

const isKeyOf = <Names extends object>(names: Names, key: PropertyKey): key is keyof Names => Object.hasOwn(names, key);

interface ProblemFieldsProps {
  readonly problem: ClientProblem | undefined;
  /**
   * Who asks, as far as their account knows. While it is null, the account is being asked, and the fields about them
   * wait.
   */
  readonly known?: KnownPerson | null;
  /**
   * Whether the person who asks fills it in. Their phone then offers what it knows of them; a browser of staff must
   * not.
   */
  readonly isOwn?: boolean;
  /** Called when a choice leads to advice in place of the form: what was said of its fields is then over. */
  readonly onAdvice?: () => void;
  /** The list of its photos, after the description. */
  readonly photos?: ComponentChildren;
  /** Ends the form, as its button. It is left out where only advice is given. */
  readonly children?: ComponentChildren;
}

/**
 * Renders the fields of Formato 1, the form of a request for attention: what the problem is, in two steps, and who asks
 * for a solution. For a problem of a whole zone, or if the person is not sure what the problem is, there is no form:
 * advice stands in place of the fields after the choice.
 */
export function ProblemFields({ problem, known = {}, isOwn = false, onAdvice, photos, children }: ProblemFieldsProps) {
  const { telephone } = useOffice();
  const [group, setGroup] = useState("");
  const [type, setType] = useState("");
  const advice = group === "unsure" ? "unsure" : type === ofZone ? "zone" : undefined;
  return (
    <>
      <Choice
        name="group"
        legend={problemWords.group}
        options={groupNames}
        chosen={group}
        onChoose={(chosen) => {
          setGroup(chosen);
          setType("");
          if (chosen === "unsure") onAdvice?.();
        }}
        problem={problem}
      />
      {isKeyOf(problemGroups, group) && group !== "unsure" && (
        <Choice
          key={group}
          name="problemType"
          legend={problemWords.problem}
          options={problemGroups[group].problems}
          chosen={type}
          onChoose={(chosen) => {
            setType(chosen);
            if (chosen === ofZone) onAdvice?.();
          }}
          problem={problem}
        />
      )}
      {advice ? (
        <div role="status">
          <p>{adviceWords[advice](telephone)}</p>
          <p>{adviceWords.late}</p>
        </div>
      ) : (
        <>
          <LongText
            name="description"
            label={problemWords.description}
            hint={problemWords.descriptionHint}
            max={1500}
            problem={problem}
          />
          {photos}
          {known ? <Applicant problem={problem} known={known} isOwn={isOwn} /> : <Loading />}
          {known && children}
        </>
      )}
    </>
  );
}

interface ApplicantProps {
  readonly problem: ClientProblem | undefined;
  readonly known: KnownPerson;
  readonly isOwn: boolean;
}

/** What a phone fills in of its owner, by field. */
const fills = {
  givenNames: "given-name",
  paternalSurname: "family-name",
  maternalSurname: "off",
  companyName: "organization",
} as const;

/** Who asks for a solution. */
function Applicant({ problem, known, isOwn }: ApplicantProps) {
  const filled = (fill: string) => (isOwn ? { fill } : {});
  return (
    <>
      {(["givenNames", "paternalSurname", "maternalSurname", "companyName"] as const).map((name) => (
        <TextField
          key={name}
          name={name}
          label={problemWords[name]}
          initial={known[name] ?? ""}
          problem={problem}
          {...filled(fills[name])}
        />
      ))}
      <PersonDocument
        legend={problemWords.kind}
        label={problemWords.number}
        kind={known.document?.kind ?? ""}
        initial={known.document?.number ?? ""}
        problem={problem}
      />
      <TextField
        name="address"
        label={problemWords.address}
        initial={known.address ?? ""}
        problem={problem}
        {...filled("street-address")}
      />
      <TextField
        name="telephone"
        label={problemWords.telephone}
        hint={problemWords.telephoneHint}
        keyboard="tel"
        size="short"
        initial={known.telephone ?? ""}
        problem={problem}
        {...filled("tel-national")}
      />
      <TextField
        name="email"
        label={problemWords.email}
        keyboard="email"
        initial={known.email ?? ""}
        problem={problem}
        {...filled("email")}
      />
    </>
  );
}

/**
 * Returns what is typed in `ProblemFields`, as the API takes it; undefined while no problem is chosen. An empty
 * optional field is undefined.
 */
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

/** The fields one of which must be filled in, so that the person can be answered. */
const reachable = ["telephone", "email", "address"];

/**
 * Returns the sentence for each field of `ProblemFields` that must be filled in and is not, by name and in their order;
 * undefined for each other one. The second question is asked only once the first has an answer.
 */
export function problemMissing(typed: (name: string) => string): Readonly<Record<string, string | undefined>> {
  const { missing } = problemWords;
  const asked = (name: keyof typeof missing) => (typed(name).trim() ? undefined : missing[name]);
  return {
    group: asked("group"),
    problemType: typed("group") ? asked("problemType") : undefined,
    description: asked("description"),
    givenNames: asked("givenNames"),
    paternalSurname: asked("paternalSurname"),
    telephone: reachable.some((name) => typed(name).trim()) ? undefined : missing.telephone,
  };
}

/** Adds to what is missing what is malformed; if the part that knows it cannot be loaded, the API says it later. */
export const alsoMalformed = (missing: ClientProblem, typed: (name: string) => string): Promise<ClientProblem> =>
  import("./malformed.ts").then(({ withMalformed }) => withMalformed(missing, typed)).catch(() => missing);

const isProblem = (type: string): type is Form["problemType"] => isKeyOf(claimTypeNames, type) && !type.startsWith("F");
