import { useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Checks } from "../../look/checks.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { LanguageFields, languageTyped } from "../../look/language-fields.tsx";
import { visitTime } from "../../words/claim-times.ts";
import { languageWords } from "../../words/languages.ts";
import { slotOptions } from "../../words/visit.ts";
import { api } from "../api.ts";
import { fieldWords } from "../case/act-fields.words.ts";
import type { ActForm, ActSending } from "../case/act-form.ts";
import type { CaseFile } from "../case/case-file.ts";
import { hearingPlan } from "../conciliation/hearing.words.ts";
import { Waiting } from "../page.tsx";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";
import { calledActWords } from "./called-acts.words.ts";
import { intakeChannelNames } from "./claimant-acts.words.ts";
import { ReadAloud } from "./read-aloud.tsx";

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

function Channel({ problem }: PartProps) {
  return <Choice name="came" legend={calledActWords.came} options={intakeChannelNames} problem={problem} />;
}

/** The write without the case's version: a claimant's act is recorded whatever happened in the case meanwhile. */
const actOf = ({ write: { params, key } }: ActSending) => ({ params, key });

const channelMissing = () => fieldProblem("came", fieldWords.choose);

/** The visit and its free slots as choices, by the value that is sent: the visit, its day and its hour. */
function Slots({ file: { claimId }, problem }: PartProps & { readonly file: CaseFile }) {
  const { answer, again } = useAnswer(() => api.showCalledVisit({ params: { claimId } }), claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { visit, change, confirmed } = answer.value;
  if (!visit || !change) return <p>{calledActWords.noVisit}</p>;
  const own = { [`${visit.on} ${visit.from}`]: calledActWords.willBeThere(visitTime(visit)) };
  return (
    <>
      <ReadAloud>{calledActWords.readVisit(visitTime(visit), visit.inspector)}</ReadAloud>
      {confirmed && <p>{calledActWords.isConfirmed}</p>}
      <p class="hint">{change.fixed ? calledActWords.fixed[change.fixed] : calledActWords.free(change.until)}</p>
      <input type="hidden" name="inspectionId" value={visit.inspectionId} />
      <Choice
        name="slot"
        legend={calledActWords.slot}
        options={{ ...own, ...slotOptions(change.slots) }}
        problem={problem}
      />
    </>
  );
}

/** Records that somebody will be there for the visit, or the other free slot its claimant chooses. */
const visit: ActForm = {
  Fields: ({ file, problem }) => (
    <>
      <Channel problem={problem} />
      <Slots file={file} problem={problem} />
    </>
  ),
  send: async (sending) => {
    const { typed } = sending;
    const came = chosenOf(intakeChannelNames, typed("came"));
    const [on = "", from = ""] = typed("slot").split(" ");
    if (!came) return channelMissing();
    if (!from) return fieldProblem("slot", fieldWords.choose);
    const body = { came, inspectionId: typed("inspectionId"), on, from };
    return api.takeVisitChoice({ ...actOf(sending), body });
  },
};

/** Records that a claimant will take part in their hearing. */
const attendance: ActForm = {
  Fields: ({ file: { hearing }, problem }) => (
    <>
      {hearing && <ReadAloud>{calledActWords.readHearing(hearingPlan(hearing))}</ReadAloud>}
      <Channel problem={problem} />
    </>
  ),
  send: async (sending) => {
    const { hearing } = sending.file;
    const came = chosenOf(intakeChannelNames, sending.typed("came"));
    if (!came || !hearing) return channelMissing();
    const body = { came, on: hearing.on, at: hearing.at };
    return api.takeHearingConfirmation({ ...actOf(sending), body });
  },
};

/** Records whether a claimant agrees to be notified by e-mail; it is never suggested to them. */
const consent: ActForm = {
  Fields: ({ file: { claimant, notifyByEmail, notifyByEmailAfter }, problem }) => (
    <>
      <p>
        <b>{calledActWords.notSuggested}</b>
      </p>
      <p>{calledActWords.readConsent(claimant.email, notifyByEmail)}</p>
      {notifyByEmailAfter && <p>{calledActWords.consentAfter(notifyByEmailAfter)}</p>}
      <Channel problem={problem} />
      <Choice name="granted" legend={calledActWords.granted} options={calledActWords.consents} problem={problem} />
    </>
  ),
  send: async (sending) => {
    const { typed } = sending;
    const came = chosenOf(intakeChannelNames, typed("came"));
    const granted = chosenOf(calledActWords.consents, typed("granted"));
    if (!came) return channelMissing();
    if (!granted) return fieldProblem("granted", fieldWords.choose);
    const body = { came, channel: "email", granted: granted === "yes" } as const;
    return api.takeNoticeConsent({ ...actOf(sending), body });
  },
};

/** Records in which language a claimant wants to be attended, and whether they need an interpreter. */
const language: ActForm = {
  Fields: ({ file: { languageChoice }, problem }) => (
    <>
      <Channel problem={problem} />
      <LanguageFields known={languageChoice} words={languageWords.aloud} problem={problem} />
    </>
  ),
  send: async (sending) => {
    const { typed } = sending;
    const came = chosenOf(intakeChannelNames, typed("came"));
    const choice = languageTyped(typed);
    if (!came) return channelMissing();
    if (!choice) return fieldProblem("otherLanguage", languageWords.otherMissing);
    return api.takeLanguage({ ...actOf(sending), body: { came, ...choice } });
  },
};

const contactParts = ["telephone", "email", "address"] as const;

/**
 * The other open claims of the supply, all marked: who calls says a contact once. Says of which supply they are, and
 * where claims of others are found.
 */
function OtherClaims({ file: { claimId, supplyCode } }: { readonly file: CaseFile }) {
  const { answer } = useAnswer(() => api.searchSupplies({ body: { supplyCode, claimId } }), claimId);
  const others = answer?.ok
    ? answer.value.claims.filter((one) => one.claimId !== claimId && one.next !== "nobody")
    : [];
  const options = Object.fromEntries(others.map((one) => [`${one.claimId} ${one.code}`, one.code]));
  return (
    <>
      {others.length > 0 && (
        <Checks
          name="alsoIn"
          legend={calledActWords.alsoIn(supplyCode)}
          hint={calledActWords.alsoInHint}
          options={options}
          chosen={Object.keys(options)}
        />
      )}
      <p class="hint">{calledActWords.onlyOfSupply(supplyCode)}</p>
    </>
  );
}

/**
 * Records the new telephone, mail or address of a claimant, which is read back as it is typed, in this claim and in
 * those of their other claims that are marked. Says of each claim that did not take it why; the others keep it.
 */
const contact: ActForm = {
  Fields: ({ file, problem }) => {
    const { claimant, contactAfter } = file;
    const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
    const said = contactParts.flatMap((name) => textOf(typed[name] ?? "") ?? []);
    return (
      <div
        onInput={({ target }) => {
          if (target instanceof HTMLInputElement) setTyped((before) => ({ ...before, [target.name]: target.value }));
        }}
      >
        <p>{calledActWords.contactNow([claimant.telephone, claimant.email, claimant.address])}</p>
        {contactAfter && <p>{calledActWords.contactAfter(contactAfter)}</p>}
        <Channel problem={problem} />
        <TextField name="documentNumber" label={calledActWords.documentNumber} size="short" problem={problem} />
        <p class="hint">{calledActWords.onlyWhatChanges}</p>
        <TextField name="telephone" label={calledActWords.telephone} keyboard="tel" problem={problem} />
        <TextField name="email" label={calledActWords.email} keyboard="email" problem={problem} />
        <TextField name="address" label={calledActWords.address} problem={problem} />
        {said.length > 0 && <ReadAloud>{calledActWords.readContact(said)}</ReadAloud>}
        <OtherClaims file={file} />
      </div>
    );
  },
  send: async (sending) => {
    const { typed } = sending;
    const came = chosenOf(intakeChannelNames, typed("came"));
    const [telephone, email, address] = contactParts.map((name) => textOf(typed(name)));
    const documentNumber = textOf(typed("documentNumber"));
    if (!came) return channelMissing();
    if (!documentNumber) return fieldProblem("documentNumber", calledActWords.documentMissing);
    if (!telephone && !email && !address) return fieldProblem("telephone", calledActWords.nothingNew);
    const body = { came, documentNumber, telephone, email, address };
    const taken = await api.takeContact({ ...actOf(sending), body });
    const refused: string[] = [];
    for (const marked of taken.ok ? new FormData(sending.form).getAll("alsoIn") : []) {
      const [claimId = "", code = ""] = String(marked).split(" ");
      const key = `${sending.write.key}-${claimId.slice(-20)}`;
      const other = await api.takeContact({ params: { claimId }, key, body });
      if (!other.ok) refused.push(calledActWords.notIn(code, other.problem.detail));
    }
    if (refused.length === 0) return taken;
    const problem: ClientProblem = {
      ...{ kind: "urn:caudal:not-now", title: calledActWords.onlyIn, detail: refused.join(" "), fields: [] },
    };
    return { ok: false, problem };
  },
};

/** Replaces the claim's key, which goes to the contact that is read back. */
const claimKey: ActForm = {
  Fields: ({ file: { claimant }, problem }) => (
    <>
      <ReadAloud>{calledActWords.readWhereTo(claimant.email ?? claimant.telephone)}</ReadAloud>
      <Channel problem={problem} />
      <TextField name="documentNumber" label={calledActWords.documentNumber} size="short" problem={problem} />
    </>
  ),
  send: async (sending) => {
    const came = chosenOf(intakeChannelNames, sending.typed("came"));
    const documentNumber = textOf(sending.typed("documentNumber"));
    if (!came) return channelMissing();
    if (!documentNumber) return fieldProblem("documentNumber", calledActWords.documentMissing);
    return api.takeKeyReplacement({ ...actOf(sending), body: { came, documentNumber } });
  },
};

/** Undoes a request to withdraw that was made by telephone. */
const undone: ActForm = {
  Fields: ({ file: { withdrawalUndoUntil }, problem }) => (
    <>
      {withdrawalUndoUntil && <p>{calledActWords.undoUntil(withdrawalUndoUntil)}</p>}
      <Channel problem={problem} />
    </>
  ),
  send: async (sending) => {
    const came = chosenOf(intakeChannelNames, sending.typed("came"));
    return came ? api.takeUndoneWithdrawal({ ...actOf(sending), body: { came } }) : channelMissing();
  },
};

/**
 * The forms of acts that a claimant also does on the pages of their visit, hearing and notices, by their name in the
 * address.
 */
export const calledForms = {
  visita: visit,
  asistencia: attendance,
  avisos: consent,
  idioma: language,
  "nuevo-contacto": contact,
  clave: claimKey,
  seguir: undone,
} as const;
