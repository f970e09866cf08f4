import { useEffect, useRef, useState } from "preact/hooks";
import type { AttachmentType } from "../../shared/domain/submission/submission.ts";
import type { ClientProblem } from "../client.ts";
import { useOffice } from "../office.ts";
import { submissionFacts } from "../submission-facts.ts";
import { attachmentsWords, takesPhotos } from "../words/attachments.ts";
import { AboutField, describedBy, errorOf } from "./field.tsx";
import { keepAttachments, keptAttachments } from "./kept-attachments.ts";
import { valuesOf } from "./kept-form.ts";
import { isAnother, nameOfWhose, type Whose, whoseOf } from "./kept-person.ts";
import {
  type AttachmentCounter,
  checkedAttachment,
  readied,
  type SendAttachment,
  type SentAttachment,
  sendAttachment,
} from "./send-attachment.ts";
import { fingerprint } from "./send-file.ts";
import { isBad } from "./sent-attachments.ts";

export { KeptNoteText } from "./kept-note-text.tsx";

interface Row extends SentAttachment {
  /** Names the row in this list; not the upload's id. */
  readonly id: number;
  readonly percent?: number;
  /** The form is another person's now: it is refused until somebody says that it is of this one. */
  readonly isOthers?: true;
}

export interface AttachmentsProps {
  /** The operations by which the API takes the files. */
  readonly counter: AttachmentCounter;
  /** Sends a chosen file, or one this device keeps; `sendAttachment` without it. */
  readonly send?: SendAttachment;
  /** The most files, without those that were refused or did not arrive. */
  readonly max: number;
  /** Files that were sent before, as a draft keeps them. */
  readonly initial?: readonly SentAttachment[];
  /** The key of the form: the list is kept with it through a reload, until the form drops both. */
  readonly keptWith?: string;
  readonly label?: string;
  /** The types accepted; without it, all that the utility accepts. */
  readonly types?: readonly AttachmentType[];
  /** The field's name, where a page has two lists; `uploadIds` without it. */
  readonly name?: string;
  /** The form's problem: what it says of the field `name` is shown here. */
  readonly problem: ClientProblem | undefined;
  /** Called with the whole list on every change of it, at first too. */
  readonly onChange: (attachments: readonly SentAttachment[]) => void;
}

const pollMs = 1500;

/**
 * Renders a file field that sends each file as it is chosen, and lists the files with their states, refused and lost
 * ones first. If a reload cut off a file and the same file is chosen again, it is sent in the row it had. Files beyond
 * `max` are not sent, and a message says so. Asks about a file under check until it is done. With `keptWith`, a file is
 * of the person in whose form it was chosen: once the form says another it is refused, until that is mended.
 */
export function Attachments({
  counter,
  send = (by, file, maxMb, onProgress) => sendAttachment(by, file, maxMb, onProgress),
  max,
  keptWith,
  initial = keptWith === undefined ? [] : keptAttachments(keptWith),
  label = attachmentsWords.label,
  types = submissionFacts.uploadTypes,
  name = "uploadIds",
  problem,
  onChange,
}: AttachmentsProps) {
  const [rows, setRows] = useState<readonly Row[]>(() => initial.map((attachment, id) => ({ ...attachment, id })));
  const { uploadMaxMb } = useOffice();
  const [full, setFull] = useState(false);
  const last = useRef(initial.length);
  const [turn, setTurn] = useState(0);
  /** What a screen reader reads out when the state of a file changes. */
  const [news, setNews] = useState("");
  const change = (id: number, now: Partial<Row>) => {
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...now } : row)));
    if (now.state && now.fileName) setNews(`${now.fileName}: ${attachmentsWords.states[now.state]}`);
  };

  const field = useRef<HTMLInputElement>(null);
  /** Whose the form is, as it is typed now. */
  const [whose, setWhose] = useState<Whose>({});
  const judged = rows.map((row): Row => {
    const isOthers = row.whose && isAnother(row.whose, whose);
    const reason = isOthers && attachmentsWords.isOf(nameOfWhose(row.whose));
    return reason ? { ...row, state: "refused", isOthers: true, reason } : row;
  });
  useEffect(() => {
    const form = field.current?.form;
    if (!form || keptWith === undefined) return;
    const look = () => {
      const now = whoseOf(valuesOf(form));
      setWhose((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    look();
    form.addEventListener("change", look);
    return () => form.removeEventListener("change", look);
  }, []);
  useEffect(() => {
    if (Object.keys(whose).length > 0 && rows.some((row) => !row.whose))
      setRows((before) => before.map((row) => (row.whose ? row : { ...row, whose })));
  }, [rows, whose]);

  useEffect(() => {
    onChange(judged);
    if (keptWith !== undefined) keepAttachments(keptWith, rows);
  }, [rows, whose]);

  const waiting = rows.filter(({ state }) => state === "pending");
  useEffect(() => {
    if (waiting.length === 0) return;
    const timer = setTimeout(async () => {
      for (const { id, ...row } of waiting) {
        const checked = await checkedAttachment(counter, row);
        if (checked.state !== "pending") change(id, checked);
      }
      setTurn(turn + 1);
    }, pollMs);
    return () => clearTimeout(timer);
  }, [waiting.length, turn]);

  const add = async (file: File) => {
    const cut = await cutOff(file);
    if (cut) return resend({ ...cut.row, unsent: cut.file });
    const id = last.current++;
    setRows((before) => [...before, { id, fileName: file.name, sizeBytes: file.size, state: "sending", percent: 0 }]);
    change(id, await send(counter, file, uploadMaxMb, onProgressOf(id)));
  };
  const onProgressOf =
    (id: number): Parameters<SendAttachment>[3] =>
    (percent, ticket) =>
      change(id, { percent, ...ticket });
  /**
   * The row of this same file that a reload cut off, and the file to send. If it was announced, it is known by its
   * SHA-256, and sent as it was announced: shrunk if it is a photo. If not, it is known by its name and size.
   */
  const cutOff = async (chosen: File) => {
    const waiting = rows.filter(({ state, unsent }) => state === "lost" && !unsent);
    if (waiting.length === 0) return undefined;
    const file = await readied(chosen);
    const hash = await fingerprint(file).catch(() => undefined);
    const row = waiting.find(({ sha256, fileName, sizeBytes }) =>
      sha256 === undefined ? fileName === chosen.name && sizeBytes === chosen.size : sha256 === hash,
    );
    return row && { row, file };
  };
  const resend = async ({ id, percent: _, ...row }: Row) => {
    change(id, { state: "sending", percent: 0, reason: undefined });
    if (row.unsent && (row.keptId !== undefined || row.uploadId === undefined))
      return change(id, await send(counter, row.unsent, uploadMaxMb, onProgressOf(id), row));
    // Not imported above: it is seldom needed, and the desk's act page is at its budget of scripts.
    const { resendAttachment } = await import("./resend-attachment.ts");
    change(id, await resendAttachment(counter, row, (percent) => change(id, { percent })));
  };
  useEffect(() => {
    for (const row of rows) if (row.state === "kept") resend(row);
  }, []);
  const choose = (event: { readonly currentTarget: HTMLInputElement }) => {
    const { currentTarget: input } = event;
    const files = [...(input.files ?? [])];
    const room = max - rows.filter((row) => !isBad(row)).length;
    setFull(files.length > room);
    input.value = "";
    for (const file of files.slice(0, room)) add(file);
  };

  const error = errorOf(problem, name) ?? (full ? attachmentsWords.tooMany(max) : undefined);
  const hint = attachmentsWords.hint(types, max, uploadMaxMb);
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <AboutField name={name} hint={hint} error={error} />
      <input
        id={name}
        ref={field}
        type="file"
        accept={takesPhotos(types) ? "image/*,application/pdf" : "application/pdf"}
        multiple
        onChange={choose}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
      <p class="unseen" role="status">
        {news}
      </p>
      {rows.length > 0 && (
        <ul class="files" aria-label={attachmentsWords.list}>
          {judged
            .toSorted((a, b) => Number(isBad(b)) - Number(isBad(a)))
            .map((row) => (
              <Line
                key={row.id}
                row={row}
                resend={() => resend(row)}
                take={() => change(row.id, { whose })}
                remove={() => {
                  setRows(rows.filter(({ id }) => id !== row.id));
                  document.getElementById(name)?.focus();
                }}
              />
            ))}
        </ul>
      )}
    </div>
  );
}

interface LineProps {
  readonly row: Row;
  readonly resend: () => void;
  /** Says that it is of the person of the form as it is now. */
  readonly take: () => void;
  readonly remove: () => void;
}

function Line({ row, resend, take, remove }: LineProps) {
  const { fileName, sizeBytes, state, reason, percent = 0, isOthers } = row;
  const tone = isBad(row) ? "state refused" : state === "received" ? "state done" : "state";
  return (
    <li>
      <span>
        {fileName} ({attachmentsWords.size(sizeBytes)}){" "}
        <span class={tone}>
          {state === "sending" && percent > 0
            ? attachmentsWords.percent(percent)
            : isOthers
              ? attachmentsWords.others
              : attachmentsWords.states[state]}
        </span>
        {reason && <span class="hint">{reason}</span>}
      </span>
      {(state === "lost" || state === "kept") && row.unsent && (
        <button type="button" class="link" onClick={resend}>
          {attachmentsWords.resend}
          <span class="unseen"> {fileName}</span>
        </button>
      )}
      {isOthers && (
        <button type="button" class="link" onClick={take}>
          {attachmentsWords.take}
          <span class="unseen"> {fileName}</span>
        </button>
      )}
      <button type="button" class="link" onClick={remove}>
        {attachmentsWords.remove}
        <span class="unseen"> {fileName}</span>
      </button>
    </li>
  );
}
