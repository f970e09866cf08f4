import { useEffect, useRef, useState } from "preact/hooks";
import { formProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, TextField } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { api } from "../api.ts";
import { addressOf, SignInAgain } from "../page.tsx";
import { keepOpenedList } from "../register/opened-list.ts";
import { SelectField } from "../select-field.tsx";
import { chosenOf } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import { endCall } from "./call.ts";
import type { Searched } from "./found-list.tsx";
import { searchBoxWords } from "./search.words.ts";

/**
 * What was found, and how often something was sought since the page opened: each time the first row takes the focus.
 */
interface Shown {
  readonly searched: Searched;
  readonly turn: number;
}

/** Ends the address of the page on which a case was found, as that case leads back to it. */
const wayBack = "#busqueda";

/** The search that a found row was opened from, in this page alone: it has what a caller said of themselves. */
let left: { readonly text: string; readonly shown: Shown } | undefined;

/** Returns the search that a found case leads back to, once; undefined if the page was reached in another way. */
function leftSearch(): typeof left {
  const search = location.hash === wayBack ? left : undefined;
  left = undefined;
  return search;
}

const isName = (typed: string): boolean => /^\D*\p{L}\D*$/u.test(typed);

interface SearchBoxProps {
  readonly asked?: string | undefined;
  readonly isNext?: boolean;
  /** Called as the supply of a result is opened. */
  readonly onSupply?: () => void;
}

/**
 * Renders the desk's search box, which finds supplies, claims, requests, submissions, observations and promised calls
 * by numbers, documents, telephones and names, and shows what was found. A name asks for the reason too. `asked` is
 * searched as it appears. A found claim leads back to the search; opening a found supply ends the call of
 * the caller before. Takes the focus if the next person `isNext`. Draws nothing for external supervisors.
 */
export function SearchBox({ asked, isNext = false, onSupply }: SearchBoxProps) {
  const isSupervisor = useOwnRoles().includes("external-supervisor");
  const [byName, setByName] = useState(false);
  const [back] = useState(leftSearch);
  const [shown, setShown] = useState(back?.shown);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const text = typed("text").trim();
      const missing = formProblem({ text: text === "" ? searchBoxWords.missing : undefined });
      if (missing) return { ok: false, problem: missing };
      const reason = chosenOf(searchBoxWords.reasons, typed("reason"));
      return api.search({ body: { text, ...(reason && { reason }) } });
    },
    (searched: Searched) => setShown({ searched, turn: (shown?.turn ?? 0) + 1 }),
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (asked) form.current?.requestSubmit();
    else if (isNext) form.current?.querySelector("input")?.focus();
  }, []);
  if (isSupervisor) return null;
  const keep = (address: string): void => {
    if (!shown) return;
    if (address.startsWith(addressOf("intake"))) {
      endCall();
      onSupply?.();
    }
    left = { text: String(new FormData(form.current ?? undefined).get("text")), shown };
    const claims = shown.searched.found.flatMap(({ what, id, number }) =>
      what === "claim" ? { claimId: id, code: number } : [],
    );
    keepOpenedList(`${location.pathname}${location.search}${wayBack}`, claims, searchBoxWords.results);
  };
  return (
    <search>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form
        ref={form}
        method="dialog"
        class="inline"
        noValidate
        onSubmit={onSubmit}
        onInput={({ currentTarget }) => setByName(isName(String(new FormData(currentTarget).get("text"))))}
      >
        <TextField name="text" label={searchBoxWords.label} problem={problem} initial={asked ?? back?.text ?? ""} />
        {byName && (
          <SelectField name="reason" label={searchBoxWords.reason} options={searchBoxWords.reasons} problem={problem} />
        )}
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {searchBoxWords.action}
        </button>
      </form>
      {shown && !problem && (
        <Loaded load={() => import("./found-list.tsx")} about="found">
          {({ FoundList }) => <FoundList key={shown.turn} searched={shown.searched} onOpen={keep} />}
        </Loaded>
      )}
    </search>
  );
}
