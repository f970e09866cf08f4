import type { FunctionComponent } from "preact";
import { useState } from "preact/hooks";
import { formProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, errorOf, TextField } from "../look/field.tsx";
import { searchBoxWords } from "../words/desk-search.ts";
import { api } from "./api.ts";
import type { Searched } from "./found-list.tsx";
import { SignInAgain } from "./page.tsx";
import { useOwnRoles } from "./roles.ts";
import { chosenOf } from "./typed.ts";

/** What was found, and how often something was sought since the page opened: each time the first row takes the focus. */
interface Shown {
  readonly List: FunctionComponent<{ readonly searched: Searched }>;
  readonly searched: Searched;
  readonly turn: number;
}

const isName = (typed: string): boolean => /^\D*\p{L}\D*$/u.test(typed);

/**
 * The one box of the desk: finds supplies and what was filed, by numbers, documents, telephones and names. A search by name asks
 * for its reason. Nothing for external supervisors.
 */
export function SearchBox() {
  const isSupervisor = useOwnRoles().includes("external-supervisor");
  const [byName, setByName] = useState(false);
  const [shown, setShown] = useState<Shown>();
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const text = typed("text").trim();
      const missing = formProblem({ text: text === "" ? searchBoxWords.missing : undefined });
      if (missing) return { ok: false, problem: missing };
      const reason = chosenOf(searchBoxWords.reasons, typed("reason"));
      const [asked, { FoundList }] = await Promise.all([
        api.search({ body: { text, ...(reason && { reason }) } }),
        import("./found-list.tsx"),
      ]);
      return asked.ok ? { ok: true, value: { searched: asked.value, List: FoundList } } : asked;
    },
    (value) => setShown({ ...value, turn: (shown?.turn ?? 0) + 1 }),
  );
  if (isSupervisor) return null;
  const wrongReason = errorOf(problem, "reason");
  return (
    <search>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form
        method="dialog"
        class="inline"
        noValidate
        onSubmit={onSubmit}
        onInput={({ currentTarget }) => setByName(isName(String(new FormData(currentTarget).get("text"))))}
      >
        <TextField name="text" label={searchBoxWords.label} problem={problem} initial="" />
        {byName && (
          <div class={wrongReason ? "field wrong" : "field"}>
            <label for="reason">{searchBoxWords.reason}</label>
            <select id="reason" name="reason" aria-invalid={wrongReason ? true : undefined}>
              <option value="">{searchBoxWords.choose}</option>
              {Object.entries(searchBoxWords.reasons).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {searchBoxWords.action}
        </button>
      </form>
      {shown && !problem && <shown.List key={shown.turn} searched={shown.searched} />}
    </search>
  );
}
