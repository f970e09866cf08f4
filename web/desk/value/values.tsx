import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { documentNames } from "../../words/document-names.ts";
import { api } from "../api.ts";
import { Heading, StaffOnly, Waiting } from "../page.tsx";
import { SelectField } from "../select-field.tsx";
import { noticeName, sourceWords, valueWords } from "./values.words.ts";

type View = AnswerOf<Routes["listValues"]>;
/** A value, or a template, which has none. */
type Stated = Omit<View["groups"][number]["values"][number], "value"> & { readonly value?: string };
type Group = { readonly name: string; readonly values: readonly Stated[] };

/**
 * Renders every value of the law and of the utility and every template, in groups that open, each with its source and
 * status. A search or a status leaves those that fit, in open groups. Without a session, asks to sign in.
 */
export function ValuesPage() {
  return (
    <>
      <Heading>{deskPages.values.title}</Heading>
      <StaffOnly>
        <p>
          {valueWords.lede} {valueWords.readOnly}
        </p>
        <Values />
      </StaffOnly>
    </>
  );
}

function Values() {
  const { answer, again } = useAnswer(() => api.listValues(), "");
  const [sought, setSought] = useState("");
  const [status, setStatus] = useState("");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { law, openSince } = answer.value;
  const groups = groupsOf(answer.value);
  const all = groups.flatMap(({ values }) => values);
  const isNarrowed = sought.trim() !== "" || status !== "";
  const shown = isNarrowed ? narrowed(groups, plain(sought.trim()), status) : groups;
  return (
    <>
      <p>
        {valueWords.law(law)} {valueWords.summary(all.filter((one) => one.status === "confirmed").length, all.length)}{" "}
        {valueWords.places}
      </p>
      <search class="inline">
        <div class="field">
          <label for="sought">{valueWords.search}</label>
          <p class="hint" id="sought-hint">
            {valueWords.searchHint}
          </p>
          <input
            id="sought"
            type="text"
            autocomplete="off"
            aria-describedby="sought-hint"
            onInput={({ currentTarget }) => setSought(currentTarget.value)}
          />
        </div>
        <SelectField
          name="status"
          label={valueWords.only}
          options={valueWords.statuses}
          onChoose={setStatus}
          problem={undefined}
        />
      </search>
      <p role="status">{isNarrowed && valueWords.found(shown.flatMap(({ values }) => values).length)}</p>
      {shown.map((group) => (
        <GroupOf key={`${group.name}${isNarrowed}`} group={group} isOpen={isNarrowed} openSince={openSince} />
      ))}
    </>
  );
}

function groupsOf({ groups, documents, notices }: View): readonly Group[] {
  return [
    ...groups,
    { name: valueWords.documents, values: documents.map((one) => ({ ...one, name: documentNames[one.kind] })) },
    { name: valueWords.notices, values: notices.map((one) => ({ ...one, name: noticeName(one) ?? one.kind })) },
  ];
}

/** Returns a text without accents and capitals. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Returns the groups with what fits, without the empty ones; a group whose own name fits is whole. */
function narrowed(groups: readonly Group[], sought: string, status: string): readonly Group[] {
  return groups
    .map(({ name, values }) => ({
      name,
      values: values.filter(
        (one) =>
          (status === "" || one.status === status) &&
          plain([name, one.name, one.value ?? "", sourceWords(one.source)].join(" ")).includes(sought),
      ),
    }))
    .filter(({ values }) => values.length > 0);
}

interface GroupProps {
  readonly group: Group;
  readonly isOpen: boolean;
  readonly openSince: string;
}

function GroupOf({ group: { name, values }, isOpen, openSince }: GroupProps) {
  const open = values.filter(({ status }) => status !== "confirmed").length;
  return (
    <details open={isOpen}>
      <summary>
        {name}: {valueWords.open(open, values.length)}
      </summary>
      <ul>
        {values.map((one) => (
          <li key={one.name}>
            {one.name}
            {one.value !== undefined && (
              <>
                : <b>{one.value}</b>
              </>
            )}
            <br />
            <small>
              {valueWords.status(one, openSince)}. {valueWords.source(sourceWords(one.source))}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
