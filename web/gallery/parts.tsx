import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { AmountsTable } from "../look/amounts-table.tsx";
import { Attachments } from "../look/attachments.tsx";
import { BarChart } from "../look/bar-chart.tsx";
import { BlankForms } from "../look/blank-forms.tsx";
import { Checks } from "../look/checks.tsx";
import { Confirm } from "../look/confirm.tsx";
import { Contacts } from "../look/contacts.tsx";
import { CopyState } from "../look/copy-state.tsx";
import { CountedDays } from "../look/counted-days.tsx";
import { CsvLink } from "../look/csv-link.tsx";
import { DateField } from "../look/date-field.tsx";
import { DaysLight, Meta } from "../look/days-owed.tsx";
import { Drop } from "../look/drop.tsx";
import { Facts } from "../look/facts.tsx";
import { AboutField, Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { FileField } from "../look/file-field.tsx";
import { Findings } from "../look/findings.tsx";
import { Identity } from "../look/identity.tsx";
import { KeptNote } from "../look/kept-note.tsx";
import { KeptNoteText } from "../look/kept-note-text.tsx";
import { LanguageFields } from "../look/language-fields.tsx";
import { Leaflet } from "../look/leaflet.tsx";
import { Light, Lit } from "../look/light.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { LongText } from "../look/long-text.tsx";
import { MeterDrawing } from "../look/meter-drawing.tsx";
import { DayField, InstantField } from "../look/native-date.tsx";
import { Loading, Notice, ProblemNotice, SignInButton, Strips } from "../look/notice.tsx";
import { OutageList } from "../look/outages.tsx";
import { PersonDocument } from "../look/person-document.tsx";
import { PrintedText } from "../look/printed-text.tsx";
import { PrivacyNotice } from "../look/privacy-notice.tsx";
import { ProblemFacts } from "../look/problem-facts.tsx";
import { ProblemFields } from "../look/problem-fields.tsx";
import { RowBars } from "../look/row-bars.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import type { AttachmentCounter } from "../look/send-attachment.ts";
import { Tick } from "../look/tick.tsx";
import { Timeline } from "../look/timeline.tsx";
import { WhoPresents } from "../look/who-presents.tsx";
import { WriteKey } from "../look/write-key.tsx";
import type { Copy } from "../words/case-copies.ts";
import { presentWords } from "../words/present-document.ts";
import type { Problem } from "../words/problem.ts";

/** The states of a part by name, each drawn when it is shown. */
type States = Readonly<Record<string, () => ComponentChildren>>;

const long = "Un texto que alguien escribió entero, con Nombresmuylargosquenosepuedencortar y números: 0001234567890. ";
const at = "2026-11-23T14:42:00.000Z";
const amounts = [
  { name: "Agua", note: "62 m³", amount: "165.61" },
  { name: "Total del mes", amount: "223.61", total: true },
];

const sentence = "Escribe el dato como está en tu recibo.";
const never = () => new Promise<never>(() => {});

/** The problem of a form whose field `name` is wrong. */
const wrong = (name: string, message = sentence): ClientProblem => ({
  ...{ kind: "urn:caudal:invalid-request", title: "", detail: "" },
  fields: [{ field: `body.${name}`, message }],
});
const refused = (more: Partial<ClientProblem> = {}): ClientProblem => ({
  ...{ kind: "unreachable", title: "El sistema no responde", fields: [] },
  ...{ detail: "Vuelve a intentarlo en unos minutos, llámanos o ven a la oficina.", ...more },
});
const left = async () => ({ ok: true as const, value: undefined });

const options = { one: "La primera", other: "La otra", unsure: "No estoy seguro" };
const longOptions = { one: long, other: long.repeat(2) };

/** The operations on uploads of somebody whose files are never checked. */
const counter: AttachmentCounter = { start: never, renew: never, show: never };
const attachments = (name: string, initial: Parameters<typeof Attachments>[0]["initial"], problem?: ClientProblem) => (
  <Attachments counter={counter} max={5} name={name} initial={initial ?? []} problem={problem} onChange={() => {}} />
);

const months = [14, 15, 13, 17, 16, 14, 15, 16, 14, 15, 16, 15, 62].map((value, month) => ({
  label: "NDEFMAMJJASON"[month] ?? "",
  value,
  printed: String(value),
}));
const chart = (bars: typeof months, average?: number) => (
  <BarChart
    bars={bars}
    average={average === undefined ? undefined : { value: average, label: `Tu promedio: ${average} m³` }}
    lastName="Este mes"
    unit="m³ por mes"
    sentence="Este mes usaste 62 m³; en los doce anteriores, entre 13 y 17."
  />
);

const copy: Copy = {
  ...{ copyId: "c", copy: "claimant", madeAt: at, state: "making", pieces: 20, ofPieces: 41, folios: 96, files: [] },
};
const copyFile = { name: "parte-01.pdf", is: "part", sizeBytes: 8_400_000, sha256: "a".repeat(64) } as const;
const copyButton = () => (
  <button type="button" class="button plain">
    Descargar
  </button>
);

const problem: Problem = {
  ...{ problemId: "p", code: "SO-2026-004192-7", supplyCode: "00012345", problemType: "O-S1", channel: "web" },
  ...{ filedAt: at, filedOn: "2026-11-23", description: "El desagüe de la vereda se atora.", state: "not-solved" },
  ...{ actions: [], entries: [{ type: "received", at, by: "applicant" }], attachments: [], form: "ready" },
};

const days = [
  { date: "2026-12-07", counted: true },
  { date: "2026-12-08", counted: false, reason: "national-holiday" },
  { date: "2026-12-09", counted: true, outage: { from: at, to: "2026-11-23T16:00:00.000Z" } },
];

const rows = (texts: readonly string[]) =>
  texts.map((text) => (
    <tr key={text}>
      <th scope="row">{text}</th>
      <td>S/ 223.61</td>
    </tr>
  ));

/** A button that opens the dialog, which covers everything. */
function Asked({ text }: { readonly text: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" class="button plain" onClick={() => setIsOpen(true)}>
        Preguntar
      </button>
      {isOpen && (
        <Confirm
          title="¿Quitar el suministro?"
          text={text}
          yes="Sí, quitar"
          no="No"
          onAnswer={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

/** A field of a name and its states: empty, filled with a long text, wrong. */
const field = (
  draw: (name: string, initial: string, problem: ClientProblem | undefined) => ComponentChildren,
  name: string,
): States => ({
  empty: () => draw(`${name}-empty`, "", undefined),
  long: () => draw(`${name}-long`, long, undefined),
  error: () => draw(`${name}-error`, "", wrong(`${name}-error`)),
});

/** Every part of `web/look`, in each of its states. */
export const parts: Readonly<Record<string, States>> = {
  AboutField: {
    hint: () => <AboutField name="about-hint" hint={sentence} error={undefined} />,
    error: () => <AboutField name="about-error" hint={long} error={sentence} />,
  },
  AmountsTable: {
    usual: () => <AmountsTable caption="Detalle" rows={amounts} />,
    long: () => (
      <AmountsTable caption={long} rows={amounts.map((row) => ({ ...row, name: sentence, note: sentence }))} />
    ),
  },
  Attachments: {
    empty: () => attachments("files-empty", []),
    long: () =>
      attachments("files-long", [
        { fileName: `${"un-nombre-muy-largo-".repeat(6)}.jpg`, sizeBytes: 270_000, state: "received" },
        { fileName: "medidor.jpg", sizeBytes: 270_000, state: "refused", reason: sentence },
      ]),
    busy: () => attachments("files-busy", [{ fileName: "medidor.jpg", sizeBytes: 270_000, state: "sending" }]),
    error: () => attachments("files-error", [], wrong("files-error")),
  },
  BarChart: {
    usual: () => chart(months, 15),
    one: () => chart(months.slice(-1)),
    long: () =>
      chart(
        months.map((bar) => ({ ...bar, value: bar.value * 200, printed: `${bar.value * 200}` })),
        3000,
      ),
    empty: () => chart([]),
  },
  BlankForms: { usual: () => <BlankForms /> },
  Checks: {
    usual: () => <Checks name="checks" legend="¿Cuáles?" options={options} chosen={["one"]} />,
    long: () => <Checks name="checks-long" legend={long} hint={long} options={longOptions} chosen={[]} />,
    error: () => (
      <Checks name="checks-error" legend="¿Cuáles?" options={options} chosen={[]} problem={wrong("checks-error")} />
    ),
  },
  Choice: {
    usual: () => <Choice name="choice" legend="¿Cuál?" options={options} chosen="one" problem={undefined} />,
    long: () => <Choice name="choice-long" legend={long} hint={long} options={longOptions} problem={undefined} />,
    error: () => <Choice name="choice-error" legend="¿Cuál?" options={options} problem={wrong("choice-error")} />,
  },
  Confirm: { usual: () => <Asked text={sentence} />, long: () => <Asked text={long.repeat(4)} /> },
  Contacts: { usual: () => <Contacts /> },
  CopyState: {
    busy: () => <CopyState copy={copy} button={copyButton} />,
    stopped: () => <CopyState copy={{ ...copy, state: "stopped" }} button={copyButton} />,
    done: () => (
      <CopyState copy={{ ...copy, state: "done", keptUntil: "2026-12-23", files: [copyFile] }} button={copyButton} />
    ),
  },
  CountedDays: { usual: () => <CountedDays days={days} />, empty: () => <CountedDays days={[]} /> },
  CsvLink: {
    usual: () => (
      <p>
        <CsvLink
          fileName="tabla.csv"
          rows={[
            ["Mes", "m³"],
            ["Octubre", 62],
          ]}
        >
          Descargar la tabla (CSV)
        </CsvLink>
      </p>
    ),
  },
  DateField: {
    empty: () => dateField("date-empty", undefined),
    error: () => dateField("date-error", wrong("date-error")),
  },
  DaysLight: {
    "what is lost": () => <DaysLight days={{ dueOn: "2026-12-10", lostOn: "2026-12-17", left: 2 }} />,
    "a term": () => <DaysLight days={{ dueOn: "2026-12-10", left: -1 }} short />,
    none: () => <DaysLight days={{}} />,
  },
  DayField: field((name, _, wrongField) => <DayField name={name} label="Día" problem={wrongField} />, "day"),
  Drop: { usual: () => <Drop /> },
  ErrorSummary: {
    fields: () => (
      <ErrorSummary problem={{ ...wrong("one"), fields: [...wrong("one").fields, ...wrong("two", long).fields] }} />
    ),
    refused: () => <ErrorSummary problem={refused({ retryAfterSeconds: 1260 })} />,
  },
  Facts: {
    usual: () => (
      <Facts
        rows={[
          ["Suministro", "00012345"],
          ["Dirección", ""],
          ["Total", "S/ 223.61"],
        ]}
      />
    ),
    long: () => (
      <Facts
        rows={[
          [long, long.repeat(2)],
          ["Código", "a".repeat(60)],
        ]}
      />
    ),
  },
  FileField: {
    empty: () => <FileField name="file" label="Archivo" accept="image/*" problem={undefined} />,
    error: () => (
      <FileField name="file-error" label="Archivo" hint={long} accept="image/*" problem={wrong("file-error")} />
    ),
  },
  Findings: {
    usual: () => (
      <Findings
        findings={[
          { rule: "term", severity: "warns", text: "Pasó el último día para reclamar ese recibo." },
          { rule: "form-remediable", severity: "explains", text: long },
        ]}
      />
    ),
    empty: () => <Findings findings={[]} />,
  },
  Identity: { empty: () => <Identity problem={undefined} />, error: () => <Identity problem={wrong("number")} /> },
  InstantField: field(
    (name, _, wrongField) => <InstantField name={name} label="Día y hora" problem={wrongField} />,
    "instant",
  ),
  KeptNote: {
    usual: () => <KeptNote of="kept" before={{ presenter: ["CLIENTE DE PRUEBA UNO"] }} drop={never} />,
  },
  KeptNoteText: {
    "known since when": () => <KeptNoteText before={{}} since="2026-11-23T15:00:00.000Z" drop={never} />,
    long: () => <KeptNoteText before={{ presenter: [long] }} since={undefined} drop={never} />,
  },
  Leaflet: { usual: () => <Leaflet /> },
  Light: {
    overdue: () => <Light daysLeft={-2} />,
    soon: () => <Light daysLeft={2} />,
    "in time": () => <Light daysLeft={20} />,
    none: () => <Light daysLeft={undefined} />,
    short: () => <Light daysLeft={2} short />,
  },
  Lit: {
    "in time": () => <Lit urgency="in-time">Llegó hoy</Lit>,
    overdue: () => <Lit urgency="overdue">Espera desde hace 3 días hábiles</Lit>,
  },
  Loaded: {
    busy: () => (
      <Loaded load={never} about="busy">
        {() => null}
      </Loaded>
    ),
    error: () => (
      <Loaded load={() => Promise.reject(new Error("lost"))} about="error">
        {() => null}
      </Loaded>
    ),
  },
  Loading: { busy: () => <Loading /> },
  LongText: field(
    (name, initial, wrongField) => (
      <LongText
        name={name}
        label="Con tus palabras"
        hint={sentence}
        max={1500}
        initial={initial}
        problem={wrongField}
      />
    ),
    "long-text",
  ),
  Meta: {
    "in time": () => <Meta days={{ meta: { act: "notify", on: "2026-12-10", left: 3 } }} />,
    overdue: () => <Meta days={{ meta: { act: "forward-queja", on: "2026-12-01", left: -2 } }} />,
  },
  MeterDrawing: {
    usual: () => (
      <div class="drawing">
        <MeterDrawing sentence="Un medidor: lee los números negros." />
      </div>
    ),
  },
  Notice: {
    usual: () => (
      <Notice title="Título">
        <p>{sentence}</p>
      </Notice>
    ),
    good: () => (
      <Notice tone="good">
        <p>{sentence}</p>
      </Notice>
    ),
    bad: () => (
      <Notice tone="bad" title={long}>
        <p>{long.repeat(3)}</p>
      </Notice>
    ),
  },
  OutageList: {
    empty: () => <OutageList ask={async () => ({ ok: true, value: { outages: [] } })} download={() => null} />,
  },
  PersonDocument: {
    empty: () => <PersonDocument legend="Documento" label="Número" kindName="person-kind" problem={undefined} />,
    error: () => (
      <PersonDocument legend="Documento" label="Número" kindName="person-kind-error" problem={wrong("number")} />
    ),
  },
  PrintedText: {
    usual: () => (
      <PrintedText
        parts={[
          { heading: "Primero" },
          { text: long },
          { items: [long, "Dos"] },
          { lines: [["Suministro", "00012345"]] },
          { table: { head: ["Mes", "m³", "Total"], rows: [["Octubre de 2026", "62", "S/ 223.61"]] } },
        ]}
      />
    ),
    empty: () => <PrintedText parts={[]} />,
  },
  LanguageFields: {
    empty: () => <LanguageFields known={undefined} problem={undefined} />,
    long: () => <LanguageFields known={{ language: long, interpreter: true }} problem={undefined} />,
    error: () => <LanguageFields known={{ language: "", interpreter: false }} problem={wrong("otherLanguage")} />,
  },
  PrivacyNotice: { folded: () => <PrivacyNotice />, open: () => <PrivacyNotice open /> },
  ProblemFacts: {
    usual: () => <ProblemFacts problem={problem} claim={undefined} />,
    long: () => <ProblemFacts problem={{ ...problem, description: long.repeat(8) }} claim={undefined} />,
  },
  ProblemFields: {
    empty: () => <ProblemFields problem={undefined} />,
    error: () => <ProblemFields problem={wrong("group")} />,
  },
  ProblemNotice: {
    usual: () => <ProblemNotice problem={refused()} again={() => {}} />,
    "session over": () => <ProblemNotice problem={refused({ kind: "signed-out" })} signIn={left} />,
    long: () => <ProblemNotice problem={refused({ title: long, detail: long.repeat(3), retryAfterSeconds: 61 })} />,
  },
  RowBars: {
    usual: () => (
      <RowBars
        rows={[
          { label: "Consumo elevado", count: 655, printed: "655" },
          { label: long, count: 71, printed: "71" },
        ]}
        sentence={sentence}
      />
    ),
    empty: () => <RowBars rows={[{ label: "Ninguno", count: 0, printed: "0" }]} sentence={sentence} />,
  },
  ScrollTable: {
    usual: () => (
      <ScrollTable caption="Meses" columns={["Mes", "Total"]}>
        {rows(["Octubre de 2026", "Setiembre de 2026"])}
      </ScrollTable>
    ),
    long: () => (
      <ScrollTable caption="Larga" columns={["Mes", long]}>
        {rows([long, long.repeat(2)])}
      </ScrollTable>
    ),
    empty: () => (
      <ScrollTable caption="Vacía" columns={["Mes", "Total"]}>
        {rows([])}
      </ScrollTable>
    ),
  },
  SignInButton: {
    usual: () => <SignInButton begin={left}>Ingresar</SignInButton>,
    plain: () => (
      <SignInButton begin={left} plain>
        Ingresar otra vez
      </SignInButton>
    ),
  },
  Strips: {
    usual: () => <Strips>El sistema no responde en este momento.</Strips>,
    long: () => <Strips>{long}</Strips>,
  },
  Submit: {
    usual: () => <Submit busy={false}>Enviar mi reclamo</Submit>,
    busy: () => <Submit busy>Enviar mi reclamo</Submit>,
    plain: () => (
      <Submit busy={false} plain>
        Guardar y salir
      </Submit>
    ),
    long: () => <Submit busy>{long}</Submit>,
  },
  TextField: field(
    (name, initial, wrongField) => (
      <TextField name={name} label="Número de recibo" hint={sentence} initial={initial} problem={wrongField} />
    ),
    "text",
  ),
  Tick: {
    empty: () => <Tick name="tick" label="Declaro que lo que digo es verdad" problem={undefined} />,
    long: () => <Tick name="tick-long" label={long.repeat(2)} ticked problem={undefined} />,
    error: () => <Tick name="tick-error" label="Declaro que lo que digo es verdad" problem={wrong("tick-error")} />,
  },
  Timeline: {
    usual: () => (
      <Timeline
        milestones={(["done", "now", "late", "later", "skipped", "undone"] as const).map((stage) => ({
          ...{ title: `Paso ${stage}`, stage, text: stage === "late" ? long : "El lunes 23 de noviembre de 2026" },
        }))}
      />
    ),
    empty: () => <Timeline milestones={[]} />,
  },
  WhoPresents: {
    empty: () => <WhoPresents words={presentWords} problem={undefined} />,
    error: () => <WhoPresents words={presentWords} problem={wrong("standing")} />,
  },
  WriteKey: { "not seen": () => <WriteKey /> },
};

function dateField(name: string, problemOfDay: ClientProblem | undefined) {
  const words = { day: "Día", month: "Mes", year: "Año" };
  return (
    <DateField
      name={name}
      legend="¿Desde qué día?"
      hint={sentence}
      parts={words}
      problem={problemOfDay}
      error={sentence}
    />
  );
}
