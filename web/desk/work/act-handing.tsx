import { useRef, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Notice } from "../../look/notice.tsx";
import { clockOf, date } from "../../words/format.ts";
import { api } from "../api.ts";
import { fieldWords } from "../case/act-fields.words.ts";
import type { ActFieldsProps, ActForm } from "../case/act-form.ts";
import { actWords } from "../case/acts.words.ts";
import type { CaseFile } from "../case/case-file.ts";
import { held } from "../held-acts.tsx";
import { Waiting } from "../page.tsx";
import { SelectField } from "../select-field.tsx";
import { fieldProblem, textOf } from "../typed.ts";
import { handingWords } from "./handing.words.ts";

/** A note of the office's own work. */
export const note: ActForm = {
  Fields: ({ problem }) => (
    <LongText name="text" label={handingWords.note} hint={handingWords.noteHint} max={1000} problem={problem} />
  ),
  send: ({ write: { params, key }, typed }) => api.noteWork({ params, key, body: { text: typed("text") } }),
};

const noteNames = ["margin", "proposal"] as const;

/**
 * The two notes, with the time of the ones that they go on from, which is kept with what is typed. If somebody else
 * saved others since, shows those beside them.
 */
function NoteFields({ file: { conciliation }, problem }: ActFieldsProps) {
  // A field that nobody touched would turn into what somebody else saved meanwhile.
  const [begunWith] = useState(conciliation);
  const [basedOn, setBasedOn] = useState(conciliation?.savedAt ?? "");
  const base = useRef<HTMLInputElement>(null);
  const settle = (form: HTMLFormElement, savedAt: string): void => {
    setBasedOn(savedAt);
    // The field of what it is based on has to be drawn before the form is kept.
    setTimeout(() => form.dispatchEvent(new Event("input")));
  };
  const others = conciliation && conciliation.savedAt !== basedOn ? conciliation : undefined;
  return (
    <>
      {others && (
        <Loaded load={() => import("../resolution/draft-conflict.tsx")} about="conflict">
          {({ Conflict }) => (
            <Conflict
              others={others}
              rows={noteNames.map((name) => [handingWords[name], others[name]])}
              values={Object.fromEntries(noteNames.map((name) => [name, [others[name]]]))}
              form={() => base.current?.form ?? null}
              onSettled={settle}
            />
          )}
        </Loaded>
      )}
      <input
        type="hidden"
        name="basedOn"
        ref={base}
        value={basedOn}
        onChange={({ currentTarget }) => setBasedOn(currentTarget.value)}
      />
      {noteNames.map((name) => (
        <LongText
          key={name}
          name={name}
          label={handingWords[name]}
          hint={handingWords.conciliationHint}
          max={1000}
          problem={problem}
          initial={begunWith?.[name] ?? ""}
        />
      ))}
    </>
  );
}

/** What who conciliates keeps for themselves; nobody who decides or signs is shown it. */
export const conciliationNotes: ActForm = {
  Fields: NoteFields,
  send: ({ write, typed }) => {
    const basedOn = textOf(typed("basedOn"));
    const body = { margin: typed("margin"), proposal: typed("proposal"), ...(basedOn !== undefined && { basedOn }) };
    return api.saveConciliationNotes({ ...write, body });
  },
};

type Visit = CaseFile["visits"][number];

interface PeopleProps {
  readonly of: "mayOwn" | "mayVisit";
  /** The visit that is to be given: its day is the one that each inspector's load is of. */
  readonly visit?: Visit | undefined;
  readonly problem: ClientProblem | undefined;
}

/**
 * The people on duty who may be given a claim or a visit, each with their load. Says if who is chosen has another visit
 * at that hour: it is not refused, since an hour may have room for two houses.
 */
function People({ of, visit, problem }: PeopleProps) {
  const [to, setTo] = useState("");
  const { inspectionId, on, from, to: until } = visit ?? {};
  const query = visit ? { visit: inspectionId, on, from, to: until } : {};
  const { answer, again } = useAnswer(() => api.listStaff({ query }), [of, inspectionId].join(" "));
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const people = answer.value.staff.filter((one) => one[of]);
  const loadOf = ({ openClaims, visitsToday, atVisit }: (typeof people)[number]): string => {
    if (of === "mayOwn") return handingWords.load(openClaims);
    return atVisit ? handingWords.loadAtVisit(atVisit) : handingWords.visitLoad(visitsToday);
  };
  const clash = people.find(({ sub }) => sub === to)?.atVisit?.atThatHour ?? 0;
  return (
    <>
      <SelectField
        name="to"
        label={handingWords.to}
        hint={handingWords.toHint}
        options={Object.fromEntries(people.map((one) => [one.sub, `${one.name} (${loadOf(one)})`]))}
        chosen={to}
        onChoose={setTo}
        problem={problem}
      />
      {clash > 0 && (
        <Notice tone="bad" title={handingWords.clash(clash)}>
          <p>{handingWords.clashText}</p>
        </Notice>
      )}
    </>
  );
}

const Reason = ({ problem }: Pick<PeopleProps, "problem">) => (
  <LongText name="reason" label={handingWords.reason} hint={handingWords.reasonHint} max={500} problem={problem} />
);

/** Gives a claim to another member of staff. */
export const owner: ActForm = {
  Fields: ({ problem }) => (
    <>
      <People of="mayOwn" problem={problem} />
      <Reason problem={problem} />
    </>
  ),
  send: async ({ file, write, typed, form }) => {
    const [to, reason] = [typed("to"), typed("reason")];
    if (to === "") return fieldProblem("to", fieldWords.choose);
    if (reason.trim() === "") return fieldProblem("reason", fieldWords.write);
    return held({ form, what: `${actWords.encargo.title} ${file.code}` }, () =>
      api.changeOwner({ ...write, body: { to, reason } }),
    );
  },
};

const visitsToMake = ({ visits }: CaseFile): readonly Visit[] =>
  visits.filter(({ reportedAt, missed }) => !reportedAt && !missed);

/** Which visit is given to whom, with what each inspector has on its day. */
function VisitFields({ file, problem }: Pick<ActFieldsProps, "file" | "problem">) {
  const visits = visitsToMake(file);
  const [chosen, setChosen] = useState(visits[0]?.inspectionId ?? "");
  return (
    <>
      <SelectField
        name="visit"
        label={handingWords.visit}
        options={Object.fromEntries(
          visits.map(({ inspectionId, on, from, inspector: by }) => [
            inspectionId,
            [`${date(on)}, ${clockOf(from)}`, by].filter(Boolean).join(", "),
          ]),
        )}
        chosen={chosen}
        onChoose={setChosen}
        problem={problem}
      />
      <People of="mayVisit" visit={visits.find((one) => one.inspectionId === chosen)} problem={problem} />
      <Reason problem={problem} />
    </>
  );
}

/** Gives one of the visits that are still to be made to another inspector. */
export const inspector: ActForm = {
  Fields: VisitFields,
  send: ({ write, typed }) =>
    api.changeInspector({
      ...write,
      params: { ...write.params, inspectionId: typed("visit") || "-" },
      body: { to: typed("to"), reason: typed("reason") },
    }),
};

const toHandOver = ({ notices }: CaseFile) => notices.find((notice) => notice.toHandOver);

/** Gives the handing over of a decision to another inspector. */
export const deliverer: ActForm = {
  Fields: ({ file, problem }) => {
    const notice = toHandOver(file);
    return (
      <>
        {notice && <p>{handingWords.delivery(notice.to, notice.toHandOver?.inspector)}</p>}
        <People of="mayVisit" problem={problem} />
        <Reason problem={problem} />
      </>
    );
  },
  send: ({ file, write, typed }) =>
    api.changeDeliverer({
      ...write,
      params: { ...write.params, noticeId: toHandOver(file)?.noticeId ?? "-" },
      body: { to: typed("to"), reason: typed("reason") },
    }),
};
