import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { Checks } from "../../look/checks.tsx";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { SignInAgain, Waiting } from "../page.tsx";
import { markedOf, textOf } from "../typed.ts";
import { accessWords } from "./access.words.ts";
import { useOwnRoles } from "./roles.ts";
import { roleName, roleNames } from "./roles.words.ts";

type Person = Pick<AnswerOf<Routes["listStaff"]>["staff"][number], "sub" | "name" | "roles">;

interface DoneProps {
  /** Called once the API has recorded what the form asks for, with a Spanish sentence that says what was done. */
  readonly onDone: (said: string) => void;
}

/** The roles that the caller may give: an administrator's is given by who has it, a supervisor's on another page. */
function useGivenRoles() {
  const { "external-supervisor": _, administrator, ...roles } = roleNames;
  return useOwnRoles().includes("administrator") ? { ...roles, administrator } : roles;
}

/**
 * Renders the form that gives a new person access: name, e-mail, extension, roles, document if wanted, and a reason.
 * The role of administrator is offered to administrators only. A refusal of the API is shown.
 */
export function AddPerson({ onDone }: DoneProps) {
  const options = useGivenRoles();
  const { problem, busy, onSubmit } = useSending(
    (typed, form) => {
      const document = textOf(typed("document"));
      return api.addStaff({
        body: {
          name: typed("name"),
          extension: typed("extension"),
          email: typed("email"),
          roles: markedOf(options, form, "roles"),
          reason: typed("reason"),
          ...(document !== undefined && { document }),
        },
      });
    },
    ({ name }) => onDone(accessWords.given(name)),
  );
  const heading = useFocus<HTMLHeadingElement>("add");
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {accessWords.add}
      </h2>
      <p>{accessWords.addText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField name="name" label={accessWords.name} problem={problem} />
        <TextField name="email" label={accessWords.email} problem={problem} />
        <TextField name="extension" label={accessWords.extension} problem={problem} />
        <Checks
          name="roles"
          legend={accessWords.roles}
          hint={accessWords.rolesHint}
          options={options}
          chosen={[]}
          problem={problem}
        />
        <TextField name="document" label={accessWords.document} hint={accessWords.documentHint} problem={problem} />
        <Reason problem={problem} />
        <Submit busy={busy}>{accessWords.give}</Submit>
      </form>
    </section>
  );
}

/**
 * Renders the form that changes a person's roles, with a button that turns it into the form that ends their access.
 * Both forms ask for a reason. The role of administrator is shown to administrators only: with any other caller, a
 * person who has this role keeps it.
 */
export function AccessOf({ person, onDone }: DoneProps & { readonly person: Person }) {
  const { sub, name } = person;
  const options = useGivenRoles();
  const changing = useSending(
    (typed, form) =>
      api.changeRoles({ params: { sub }, body: { roles: rolesIn(form, options, person), reason: typed("reason") } }),
    () => onDone(accessWords.saved(name)),
  );
  const ending = useSending(
    (typed) => api.endAccess({ params: { sub }, body: { reason: typed("reason") } }),
    () => onDone(accessWords.ended(name)),
  );
  const [isEnding, setIsEnding] = useState(false);
  const { problem, busy, onSubmit } = isEnding ? ending : changing;
  const heading = useFocus<HTMLHeadingElement>(sub);
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {accessWords.of(name)}
      </h2>
      <p>{isEnding ? accessWords.endText : accessWords.changeText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit} key={String(isEnding)}>
        {!isEnding && (
          <Checks
            name="roles"
            legend={accessWords.roles}
            hint={accessWords.rolesHint}
            options={options}
            chosen={person.roles}
            problem={problem}
          />
        )}
        <Reason problem={problem} />
        <Submit busy={busy}>{isEnding ? accessWords.end : accessWords.save}</Submit>
      </form>
      {!isEnding && (
        <p>
          <button type="button" class="link" onClick={() => setIsEnding(true)}>
            {accessWords.end}
          </button>
        </p>
      )}
    </section>
  );
}

/**
 * Returns the roles marked in the form, and the role of administrator if the person has it and the caller was not shown
 * it.
 */
function rolesIn(form: HTMLFormElement, options: ReturnType<typeof useGivenRoles>, { roles }: Person) {
  const hidden = roles.flatMap((role) => (role === "administrator" && !("administrator" in options) ? [role] : []));
  return [...markedOf(options, form, "roles"), ...hidden];
}

function Reason({ problem }: Pick<Parameters<typeof LongText>[0], "problem">) {
  return (
    <LongText name="reason" label={accessWords.reason} hint={accessWords.reasonHint} max={500} problem={problem} />
  );
}

/**
 * Renders who gave access to whom or took it, when and why, page by page. Asks the API again when `turn`, any text,
 * changes.
 */
export function AccessChanges({ turn }: { readonly turn: string }) {
  const { answer, again, pages, next } = usePages((from) => api.listAccessChanges({ query: { ...from } }), turn);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const changes = pages.flatMap((page) => page.changes);
  const names = (roles: readonly string[]): string => roles.map(roleName).join(", ");
  return (
    <section>
      <h2>{accessWords.changes}</h2>
      {changes.length === 0 && <p>{accessWords.noChanges}</p>}
      {changes.length > 0 && (
        <ScrollTable caption={accessWords.changes} columns={Object.values(accessWords.columns)}>
          {changes.map(({ at, person, by, given, taken, ended, reason }) => (
            <tr key={`${at} ${person}`}>
              <th scope="row">{instant(at)}</th>
              <td>{person}</td>
              <td>{accessWords.what(names(given), names(taken), ended)}</td>
              <td>{by ?? accessWords.unknown}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <More {...next} />
    </section>
  );
}
