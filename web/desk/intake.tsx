import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Light } from "../look/light.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { wordIn } from "../words/desk-case.ts";
import { claimStateNames } from "../words/desk-claims.ts";
import { searchWords, supplyTodayWords } from "../words/desk-intake.ts";
import { cubicMetres, date, monthAndYear, soles } from "../words/format.ts";
import { api } from "./api.ts";
import type { FiledClaim, FoundSupply } from "./intake-answers.ts";
import { IntakeFiled } from "./intake-filed.tsx";
import type { dropIntake, IntakeForm } from "./intake-form.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly } from "./page.tsx";
import { SearchBox } from "./search-box.tsx";
import { textOf } from "./typed.ts";

/**
 * Looks up the supply of a person on the telephone or at the counter, shows its receipts and claims, and files a claim for
 * them.
 */
export function IntakePage() {
  const [filed, setFiled] = useState<FiledClaim>();
  const { suministro: supplyCode } = useLocation().query;
  return filed ? (
    <StaffOnly>
      <IntakeFiled filed={filed} another={() => setFiled(undefined)} />
    </StaffOnly>
  ) : (
    <>
      <Heading>{deskPages.intake.title}</Heading>
      <StaffOnly>
        <SearchBox />
        <Intake key={supplyCode} supplyCode={supplyCode} onFiled={setFiled} />
      </StaffOnly>
    </>
  );
}

/** What the form is made of, loaded while the caller is looked up. */
interface FormModule {
  readonly IntakeForm: typeof IntakeForm;
  readonly dropIntake: typeof dropIntake;
}

interface IntakeProps {
  /** The supply that the address names. */
  readonly supplyCode: string | undefined;
  readonly onFiled: (filed: FiledClaim) => void;
}

const searchKey = "caudal.intake.search";

function Intake({ supplyCode, onFiled }: IntakeProps) {
  const [found, setFound] = useState<FoundSupply>();
  const [form, setForm] = useState<FormModule>();
  useEffect(() => {
    import("./intake-form.tsx").then(setForm);
  }, []);
  return (
    <>
      <Search supplyCode={supplyCode} found={found} onFound={setFound} />
      {found && (
        <>
          <Supply found={found} />
          {form && (
            <form.IntakeForm
              key={found.supplyCode}
              found={found}
              onFiled={(filed) => {
                sessionStorage.removeItem(searchKey);
                onFiled(filed);
              }}
              onClear={() => {
                form.dropIntake(found.supplyCode);
                sessionStorage.removeItem(searchKey);
                setFound(undefined);
              }}
            />
          )}
        </>
      )}
    </>
  );
}

interface SearchProps {
  readonly supplyCode: string | undefined;
  readonly found: FoundSupply | undefined;
  readonly onFound: (found: FoundSupply) => void;
}

function Search({ supplyCode, found, onFound }: SearchProps) {
  const kept = useKeptForm(sessionStorage, searchKey);
  const { problem, busy, onSubmit } = useSending(
    async (typed) =>
      api.searchSupplies({
        body: { supplyCode: typed("supplyCode"), documentNumber: textOf(typed("documentNumber")) },
      }),
    (value) => {
      kept.keep();
      onFound(value);
    },
  );
  const again = useRef(supplyCode !== undefined || sessionStorage.getItem(searchKey) !== null);
  useEffect(() => {
    // The last look-up is repeated when the page is opened again, unless the address names another supply.
    const field = kept.form.current?.elements.namedItem("supplyCode");
    if (supplyCode !== undefined && field instanceof HTMLInputElement) field.value = supplyCode;
    if (again.current) kept.form.current?.requestSubmit();
    again.current = false;
  }, []);
  return (
    <section class="card">
      <h2>{searchWords.title}</h2>
      <SearchProblem problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onSubmit={onSubmit}>
        <TextField name="supplyCode" label={searchWords.supplyCode} numeric size="short" problem={problem} />
        <TextField
          name="documentNumber"
          label={searchWords.documentNumber}
          hint={searchWords.documentHint}
          size="short"
          problem={problem}
        />
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {searchWords.action}
        </button>
        <p role="status">{found?.holder && searchWords.holder[found.holder]}</p>
      </form>
    </section>
  );
}

function SearchProblem({ problem }: { readonly problem: ClientProblem | undefined }) {
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
    </>
  );
}

function Supply({ found: { today, receipts, claims } }: { readonly found: FoundSupply }) {
  return (
    <>
      <p>{supplyTodayWords(today)}</p>
      <section>
        <h2>{searchWords.receipts}</h2>
        <ScrollTable caption={searchWords.receipts} columns={searchWords.receiptColumns}>
          {receipts.map(({ number, period, m3, amount, dueDate, status, claimUntil }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{monthAndYear(period)}</td>
              <td>{cubicMetres(m3)}</td>
              <td>{soles(amount)}</td>
              <td>{date(dueDate)}</td>
              <td>{wordIn(searchWords.statuses, status)}</td>
              <td>{date(claimUntil)}</td>
            </tr>
          ))}
        </ScrollTable>
      </section>
      <section>
        <h2>{searchWords.claims}</h2>
        {claims.length === 0 ? (
          <p>{searchWords.noClaims}</p>
        ) : (
          <ScrollTable caption={searchWords.claims} columns={searchWords.claimColumns}>
            {claims.map(({ claimId, code, state, daysLeft }) => (
              <tr key={claimId}>
                <th scope="row">
                  <a href={addressOf("case", { claimId })}>{code}</a>
                </th>
                <td>{claimStateNames[state]}</td>
                <td>
                  <Light daysLeft={daysLeft} />
                </td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </section>
    </>
  );
}
