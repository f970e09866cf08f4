import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Light } from "../look/light.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { wordIn } from "../words/desk-case.ts";
import { claimStateNames } from "../words/desk-claims.ts";
import { searchWords, supplyTodayWords } from "../words/desk-intake.ts";
import { cubicMetres, date, monthAndYear, soles } from "../words/format.ts";
import { api } from "./api.ts";
import type { FoundSupply } from "./intake-answers.ts";
import type { Filed } from "./intake-form.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly } from "./page.tsx";
import { SearchBox } from "./search-box.tsx";
import { textOf } from "./typed.ts";

/**
 * Looks up the supply of a person on the telephone or at the counter, shows its receipts and claims, and files a claim for
 * them. A telephone exchange opens it with the caller's number (`?numero=`), which is searched at once.
 */
export function IntakePage() {
  const [filed, setFiled] = useState<Filed>();
  const { suministro: supplyCode, numero: telephone } = useLocation().query;
  return filed ? (
    <StaffOnly>
      <Loaded load={() => import("./intake-filed.tsx")} about="filed">
        {({ IntakeFiled }) => <IntakeFiled {...filed} another={() => setFiled(undefined)} />}
      </Loaded>
    </StaffOnly>
  ) : (
    <>
      <Heading>{deskPages.intake.title}</Heading>
      <StaffOnly>
        <SearchBox key={telephone} asked={telephone} />
        <Intake key={supplyCode} supplyCode={supplyCode} onFiled={setFiled} />
      </StaffOnly>
    </>
  );
}

interface IntakeProps {
  /** The supply that the address names. */
  readonly supplyCode: string | undefined;
  readonly onFiled: (filed: Filed) => void;
}

const searchKey = "caudal.intake.search";

function Intake({ supplyCode, onFiled }: IntakeProps) {
  const [found, setFound] = useState<FoundSupply>();
  return (
    <>
      <Search supplyCode={supplyCode} found={found} onFound={setFound} />
      {found && (
        <>
          <Supply found={found} />
          <Loaded load={() => import("./intake-form.tsx")} about="form">
            {({ IntakeForm, dropIntake }) => (
              <IntakeForm
                key={found.supplyCode}
                found={found}
                onFiled={(filed) => {
                  sessionStorage.removeItem(searchKey);
                  onFiled(filed);
                }}
                onClear={() => {
                  dropIntake(found.supplyCode);
                  sessionStorage.removeItem(searchKey);
                  setFound(undefined);
                }}
              />
            )}
          </Loaded>
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
    <section class="brief" aria-label={searchWords.title}>
      <SearchProblem problem={problem} />
      <form method="dialog" class="inline" noValidate ref={kept.form} onSubmit={onSubmit}>
        <TextField name="supplyCode" label={searchWords.supplyCode} numeric size="short" problem={problem} />
        <TextField name="documentNumber" label={searchWords.documentNumber} size="short" problem={problem} />
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {searchWords.action}
        </button>
      </form>
      <p role="status" class="hint">
        {found?.holder ? searchWords.holder[found.holder] : searchWords.documentHint}
      </p>
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
    <section class="brief">
      <p>{supplyTodayWords(today)}</p>
      <details>
        <summary>{searchWords.receipts}</summary>
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
      </details>
      <h2>{searchWords.claims}</h2>
      {claims.length === 0 ? (
        <p>{searchWords.noClaims}</p>
      ) : (
        <ul>
          {claims.map(({ claimId, code, state, daysLeft }) => (
            <li key={claimId}>
              <a href={addressOf("case", { claimId })}>{code}</a> {claimStateNames[state]}.{" "}
              <Light daysLeft={daysLeft} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
