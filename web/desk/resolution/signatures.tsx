import { useEffect, useRef, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { ClientProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { DaysLight } from "../../look/days-owed.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { api } from "../api.ts";
import { LookButton } from "../attachment/look-button.tsx";
import { addressOf, DeskProblem, Heading, StaffOnly } from "../page.tsx";
import { useOwnRoles } from "../work/roles.ts";
import { useOpenedList } from "../work/work-keys.tsx";
import { signaturesWords } from "./signatures.words.ts";
import { About, type Listed, Named, PagesRow, type RowProps, type ToSign } from "./to-sign-cells.tsx";

type List = keyof typeof signaturesWords.names;

const lists: readonly List[] = ["signature", "second-look"];

/**
 * Renders one of two lists, page by page: documents that wait for a signature (`?lista=signature`), and documents
 * signed by hand that wait for a second look (`?lista=second-look`). Without a known list, a signer gets the first one,
 * anybody else the second. For a signer the first list is the form that signs several. Above them signers and managers
 * read which overrides they are asked for. Without a session, asks to sign in.
 */
export function SignaturesPage() {
  return (
    <>
      <Heading>{deskPages.signatures.title}</Heading>
      <StaffOnly>
        <Lists />
      </StaffOnly>
    </>
  );
}

function Lists() {
  const { query } = useRoute();
  const roles = useOwnRoles();
  const isSigner = roles.includes("signer");
  const mayOverride = isSigner || roles.includes("manager");
  const list = lists.find((each) => each === query["lista"]) ?? (isSigner ? "signature" : "second-look");
  return (
    <>
      <nav aria-label={signaturesWords.lists}>
        <ul class="tabs">
          {lists.map((each) => (
            <li key={each}>
              <a href={`${addressOf("signatures")}?lista=${each}`} aria-current={each === list ? "page" : undefined}>
                {signaturesWords.names[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isSigner && <TeamLate />}
      {mayOverride && <OverridesAsked />}
      <Waits key={list} list={list} canSign={isSigner} />
    </>
  );
}

/** How many claims of the whole team are past their day, which may not have come to a signature yet. */
function TeamLate() {
  const { answer } = useAnswer(() => api.countWork(), "late");
  const queues = answer?.ok ? answer.value.queues : [];
  const late = queues.reduce((sum, { overdue }) => sum + overdue, 0);
  if (late === 0) return null;
  return (
    <p>
      <a href={`${addressOf("work")}?de=todos`}>
        <span class="light overdue">
          <span aria-hidden="true">■</span> {signaturesWords.teamLate(late)}
        </span>
      </a>
    </p>
  );
}

/** The claims whose draft waits until another person lets it go without what it lacks. Nothing if there are none. */
function OverridesAsked() {
  const { answer } = useAnswer(() => api.listOverridesAsked(), "asked");
  if (!answer?.ok || answer.value.claims.length === 0) return null;
  return (
    <section class="brief">
      <h2>{signaturesWords.asked}</h2>
      <p>{signaturesWords.askedHint}</p>
      <ul>
        {answer.value.claims.map(({ claimId, code, claimantName, askedOn, days }) => (
          <li key={claimId}>
            <DaysLight days={days} /> <b>{dayWords(days)}</b> <a href={addressOf("case", { claimId })}>{code}</a>:{" "}
            {signaturesWords.askedOn(claimantName, askedOn)}.
          </li>
        ))}
      </ul>
      {answer.value.more && <p>{signaturesWords.askedMore}</p>}
    </section>
  );
}

interface WaitsProps {
  readonly list: List;
  /** The caller signs: the list for signature is then a form. */
  readonly canSign: boolean;
}

function Waits({ list, canSign }: WaitsProps) {
  const [rows, setRows] = useState<readonly ToSign[]>();
  const [page, setPage] = useState<Pick<Listed, "cursor" | "ways" | "most">>({ ways: [], most: 0 });
  const [problem, setProblem] = useState<ClientProblem>();
  const ask = async (before: readonly ToSign[], from?: string) => {
    setProblem(undefined);
    const listed = await api.listSignatures({ query: { waitsFor: list, ...(from !== undefined && { cursor: from }) } });
    if (!listed.ok) return setProblem(listed.problem);
    setRows([...before, ...listed.value.documents]);
    setPage(listed.value);
  };
  useEffect(() => {
    ask([]);
  }, []);
  // Once shown, the form stays when its last row is signed: it says what was signed.
  const hadRows = useRef(false);
  hadRows.current ||= (rows?.length ?? 0) > 0;
  const shown = useOpenedList(`${addressOf("signatures")}?lista=${list}`, rows);
  if (problem && !rows) return <DeskProblem problem={problem} again={() => ask([])} />;
  if (!rows) return <Loading />;
  const isBatch = list === "signature" && canSign;
  return (
    <section ref={shown}>
      <h2>{signaturesWords.names[list]}</h2>
      <p role="status">{rows.length === 0 ? signaturesWords.empty[list] : signaturesWords.rows(rows.length)}</p>
      {isBatch && hadRows.current ? (
        <Loaded load={() => import("./sign-batch.tsx")} about="batch">
          {({ SignBatch }) => <SignBatch rows={rows} page={page} again={() => ask([])} />}
        </Loaded>
      ) : (
        rows.length > 0 && (
          <ScrollTable caption={signaturesWords.names[list]} columns={Object.values(signaturesWords.lookColumns)}>
            {rows.map((row) => (
              <Row key={row.sha256} row={row} list={list} />
            ))}
          </ScrollTable>
        )
      )}
      {problem && <DeskProblem problem={problem} again={() => ask(rows, page.cursor)} />}
      {page.cursor !== undefined && (
        <button type="button" class="button plain" onClick={() => ask(rows, page.cursor)}>
          {signaturesWords.more}
        </button>
      )}
    </section>
  );
}

/** A document's row: one that waits for its signature has a button that shows its pages in a row of their own below. */
function Row({ row, list }: RowProps & { readonly list: List }) {
  const [isSeen, setSeen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          <Named row={row} />
          {list === "second-look" && <Look row={row} />}
          {list === "signature" && (
            <div class="buttons">
              <LookButton fileName={row.fileName} isOpen={isSeen} look={() => setSeen(!isSeen)} />
            </div>
          )}
        </th>
        <About row={row} />
      </tr>
      {isSeen && <PagesRow row={row} columns={Object.keys(signaturesWords.lookColumns).length} />}
    </>
  );
}

function Look({ row: { claimId, isOthers } }: RowProps) {
  if (isOthers) return <span class="hint">{signaturesWords.othersLook}</span>;
  return (
    <a class="hint" href={addressOf("caseAct", { claimId, act: "confirmacion-de-firma" })}>
      {signaturesWords.look}
    </a>
  );
}
