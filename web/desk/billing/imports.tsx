import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { FileField } from "../../look/file-field.tsx";
import { Loading } from "../../look/notice.tsx";
import { fingerprint, sendFile } from "../../look/send-file.ts";
import { importWords, kindNames } from "../../words/desk.ts";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, DeskProblem, Heading, StaffOnly } from "../page.tsx";
import { fieldProblem } from "../typed.ts";
import { ImportMark } from "./import-mark.tsx";

type Import = AnswerOf<Routes["showImport"]>;

/**
 * Renders a form that uploads a CSV file of the commercial system, and the list of imports, page by page. Submitting
 * computes the file's SHA-256, uploads the file and goes to the import's page. Without a file, or if it cannot be read
 * or does not arrive, says so. Without a session, asks to sign in.
 */
export function ImportsPage() {
  return (
    <>
      <Heading>{deskPages.imports.title}</Heading>
      <StaffOnly>
        <Imports />
      </StaffOnly>
    </>
  );
}

function Imports() {
  const [imports, setImports] = useState<readonly Import[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listImports({ query: from === undefined ? {} : { cursor: from } });
    if (!page.ok) return setProblem(page.problem);
    setImports((before = []) => [...before, ...page.value.imports]);
    setCursor(page.value.cursor);
  };
  useEffect(() => {
    more();
  }, []);
  if (problem && !imports) return <DeskProblem problem={problem} again={() => more()} />;
  if (!imports) return <Loading />;
  return (
    <>
      <Upload />
      <section>
        <h2>{importWords.list}</h2>
        {imports.length === 0 ? <p>{importWords.empty}</p> : <ImportTable imports={imports} />}
        {problem && <DeskProblem problem={problem} />}
        {cursor !== undefined && (
          <button type="button" class="button plain" onClick={() => more(cursor)}>
            {importWords.more}
          </button>
        )}
      </section>
    </>
  );
}

interface ImportTableProps {
  readonly imports: readonly Import[];
}

function ImportTable({ imports }: ImportTableProps) {
  const { columns } = importWords;
  return (
    <table>
      <caption class="unseen">{importWords.list}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.file}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.when}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.importId}>
            <th scope="row">
              <a href={addressOf("importDetail", { importId: one.importId })}>{one.fileName}</a>
              <span class="hint">{kindNames[one.kind]}</span>
            </th>
            <td>
              <ImportMark of={one} />
            </td>
            <td>{instant(one.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const large = 200_000_000;
const isKind = (text: string): text is Import["kind"] => text in kindNames;

function Upload() {
  const { route } = useLocation();
  const [step, setStep] = useState<string>();
  const { problem, busy, onSubmit } = useSending<string>(
    async (typed, form) => {
      const file = new FormData(form).get("file");
      if (!(file instanceof File) || file.name === "") return fieldProblem("file", importWords.noFile);
      const kind = typed("kind");
      const outcome = await bringIn(file, isKind(kind) ? kind : "receipts", setStep);
      setStep(undefined);
      return outcome;
    },
    (importId) => route(addressOf("importDetail", { importId })),
  );
  return (
    <section class="card">
      <h2>{importWords.upload}</h2>
      <ErrorSummary problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <Choice name="kind" legend={importWords.kind} options={kindNames} chosen="receipts" problem={problem} />
        <FileField
          name="file"
          label={importWords.file}
          hint={importWords.fileHint}
          accept=".csv,text/csv"
          problem={problem}
        />
        <Submit busy={busy}>{importWords.action}</Submit>
        <p role="status">{step}</p>
      </form>
    </section>
  );
}

/**
 * Computes the file's SHA-256, asks for a ticket and uploads the file. Returns the import's id once the file has
 * arrived, or the problem. Calls `say` with each step in Spanish words.
 */
async function bringIn(file: File, kind: Import["kind"], say: (step: string) => void): Promise<Outcome<string>> {
  say(file.size > large ? importWords.hashingLarge : importWords.hashing);
  const sha256 = await fingerprint(file).catch(() => undefined);
  if (sha256 === undefined) return fieldProblem("file", importWords.unreadable);
  say(importWords.asking);
  const ticket = await api.startImport({
    body: { kind, fileName: file.name, sizeBytes: file.size, sha256, asksFirst: true },
  });
  if (!ticket.ok) return ticket;
  const arrived = await sendFile(ticket.value.upload, file, (percent) => say(importWords.sending(percent)));
  return arrived ? { ok: true, value: ticket.value.importId } : fieldProblem("file", importWords.notSent);
}
