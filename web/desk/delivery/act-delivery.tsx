import { useState } from "preact/hooks";
import { apiNow } from "../../api-clock.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField, InstantField, limaClock, typedInstant } from "../../look/native-date.tsx";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { deliveryNames, fieldWords, noticeChannels } from "../case/act-fields.words.ts";
import { type ActForm, type ActSending, staffCounter } from "../case/act-form.ts";
import { actWords } from "../case/acts.words.ts";
import { noticeToDeliver } from "../case/case-file.ts";
import { notifiedNames, ruleFields } from "../case/rules.words.ts";
import { held } from "../held-acts.tsx";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";

/** Dispatches the decision; e-mail is offered only if the claimant consented to it. */
export const dispatch: ActForm = {
  Fields: ({ file: { claimant }, problem }) => (
    <>
      <p>{fieldWords.noticeTo(claimant.address)}</p>
      {!claimant.notifyByEmail && <p>{fieldWords.noConsent}</p>}
      <Choice
        name="channel"
        legend={fieldWords.noticeChannel}
        options={claimant.notifyByEmail ? noticeChannels : { personal: noticeChannels.personal }}
        chosen={claimant.notifyByEmail ? "email" : "personal"}
        problem={problem}
      />
    </>
  ),
  send: async ({ file, write, typed, form }) => {
    const channel = chosenOf(noticeChannels, typed("channel"));
    if (!channel) return fieldProblem("channel", fieldWords.choose);
    return held({ form, what: `${actWords.notificacion.title} ${file.code}` }, () =>
      api.dispatchNotice({ ...write, body: { channel } }),
    );
  },
};

/** The person who received it; undefined if no name was typed. */
function receiverOf({ typed }: ActSending) {
  const name = textOf(typed("name"));
  return name === undefined ? undefined : { name, document: textOf(typed("document")), relation: typed("relation") };
}

const instantOrNone = (typed: string): string | undefined => (typed === "" ? undefined : typedInstant(typed));

/** Records an attempt at a personal delivery of the notice that is pending. */
export const delivery: ActForm = {
  Fields: ({ file, problem, onAttachments }) => {
    const notice = noticeToDeliver(file);
    const [openedAt] = useState(() => limaClock(apiNow()));
    return (
      <>
        {notice && <p>{fieldWords.noticeTo(notice.to)}</p>}
        <Choice name="outcome" legend={fieldWords.delivery} options={deliveryNames} problem={problem} />
        <InstantField name="deliveredAt" label={fieldWords.deliveredAt} initial={openedAt} problem={problem} />
        <TextField name="name" label={fieldWords.receiver} initial="" problem={problem} />
        <TextField name="document" label={fieldWords.receiverDocument} problem={problem} size="short" />
        <TextField name="relation" label={fieldWords.relation} initial="" problem={problem} />
        <LongText
          name="premises"
          label={fieldWords.premises}
          hint={fieldWords.premisesHint}
          max={500}
          problem={problem}
        />
        <DayField name="nextOn" label={fieldWords.nextOn} hint={fieldWords.nextOnHint} problem={problem} />
        <InstantField name="deviceTime" label={fieldWords.deviceTime} problem={problem} />
        <Attachments
          counter={staffCounter}
          max={10}
          label={fieldWords.deliveryPhotos}
          problem={problem}
          onChange={onAttachments}
        />
      </>
    );
  },
  send: async (sending) => {
    const { file, write, typed, uploadIds } = sending;
    const outcome = chosenOf(deliveryNames, typed("outcome"));
    if (!outcome) return fieldProblem("outcome", fieldWords.choose);
    const { claimId } = write.params;
    return api.recordDelivery({
      ...write,
      params: { claimId, noticeId: noticeToDeliver(file)?.noticeId ?? "" },
      body: {
        outcome,
        deliveredAt: typedInstant(typed("deliveredAt")),
        receiver: receiverOf(sending),
        premises: textOf(typed("premises")),
        nextOn: textOf(typed("nextOn")),
        deviceTime: instantOrNone(typed("deviceTime")),
        uploadIds,
      },
    });
  },
};

/** Confirms, as the second person who was there, a delivery that was recorded late. */
export const deliveryConfirmation: ActForm = {
  Fields: ({ file: { deliveryToConfirm } }) =>
    deliveryToConfirm ? (
      <p>
        {fieldWords.toConfirm(
          instant(deliveryToConfirm.at),
          deliveryToConfirm.person ?? "",
          deliveryToConfirm.receiver ?? fieldWords.nobody,
        )}
      </p>
    ) : null,
  send: async ({ file, write }) =>
    api.confirmDelivery({
      ...write,
      params: { ...write.params, noticeId: file.deliveryToConfirm?.noticeId ?? "" },
      body: { wasThere: true },
    }),
};

const { email: _, ...inPerson } = notifiedNames;

/** Records how the claimant was notified of an observation other than by e-mail, and for a delivery, to whom. */
export const observationNotice: ActForm = {
  Fields: ({ problem, onAttachments }) => (
    <>
      <Choice name="how" legend={ruleFields.notification} options={inPerson} problem={problem} />
      <InstantField
        name="deliveredAt"
        label={ruleFields.deliveredAt}
        hint={ruleFields.deliveredHint}
        problem={problem}
      />
      <TextField name="name" label={fieldWords.receiver} initial="" problem={problem} />
      <TextField name="document" label={fieldWords.receiverDocument} problem={problem} size="short" />
      <TextField name="relation" label={fieldWords.relation} initial="" problem={problem} />
      <Attachments counter={staffCounter} max={10} problem={problem} onChange={onAttachments} />
    </>
  ),
  send: async (sending) => {
    const { write, typed, uploadIds } = sending;
    const how = chosenOf(inPerson, typed("how"));
    if (!how) return fieldProblem("how", fieldWords.choose);
    const deliveredAt = instantOrNone(typed("deliveredAt"));
    const delivered = how === "delivered" && { deliveredAt, receiver: receiverOf(sending) };
    return api.notifyObservation({ ...write, body: { how, ...delivered, uploadIds } });
  },
};
