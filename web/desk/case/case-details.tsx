import { useState } from "preact/hooks";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { counted, cubicMetres, date, dateWithWeekday, instant, soles } from "../../words/format.ts";
import { instalmentText } from "../../words/instalments.ts";
import { api } from "../api.ts";
import { Download } from "../download.tsx";
import { addressOf, callerAddress } from "../page.tsx";
import { AddEvidence } from "../visit/add-evidence.tsx";
import { appointmentsOf, hasHearingAhead } from "../visit/case-appointments.ts";
import { seekers, useOwnRoles } from "../work/roles.ts";
import { outcomeNames } from "./acts.words.ts";
import { caseWords, channelNames, declarationNames, leakNames, wordIn } from "./case.words.ts";
import { type CaseFile, noticeToDeliver, returnOf } from "./case-file.ts";
import { EvidenceStatus } from "./evidence-status.tsx";

/**
 * Renders the second half of a case's summary: the draft, resolutions and notices, quejas, offers, evidence, the
 * claimant with their contact, the last contacts of the supply, and what was filled in when the claim was filed. Draft,
 * resolutions, notices, quejas and offers are left out if there are none.
 */
export function CaseDetails({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <Resolutions file={file} />
      {file.quejas.length > 0 && (
        <Loaded load={() => import("../recourse/case-quejas.tsx")} about="quejas">
          {({ CaseQuejas }) => <CaseQuejas file={file} />}
        </Loaded>
      )}
      <Offers file={file} />
      <div class="halves">
        <Evidence file={file} />
        <Claimant file={file} />
      </div>
      <Contacts file={file} />
      <Claim file={file} />
    </>
  );
}

interface PartProps {
  readonly file: CaseFile;
}

/** The last contacts with the people of the supply, asked for once somebody unfolds them. */
function Contacts({ file }: PartProps) {
  const [isOpen, setIsOpen] = useState(false);
  const roles = useOwnRoles();
  if (!seekers.some((role) => roles.includes(role))) return null;
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{caseWords.contacts}</summary>
      {isOpen && (
        <Loaded load={() => import("./case-contacts.tsx")} about={file.claimId}>
          {({ CaseContacts }) => <CaseContacts file={file} />}
        </Loaded>
      )}
    </details>
  );
}

const yesOrNo = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? caseWords.yes : caseWords.no;

function Claim({ file }: PartProps) {
  const { claimFacts: names } = caseWords;
  const roles = useOwnRoles();
  const attends = roles.includes("operator") || roles.includes("clerk");
  return (
    <section>
      <h2>{caseWords.claim}</h2>
      <Facts
        rows={[
          [
            names.supply,
            <>
              {attends ? <a href={callerAddress(file.supplyCode)}>{file.supplyCode}</a> : file.supplyCode}
              {file.supplyAddress && `, ${file.supplyAddress}`}
            </>,
          ],
          [names.problem, file.problem?.code],
          [names.filed, instant(file.filedAt)],
          [names.channel, wordIn(channelNames, file.channel)],
          [names.notifyBy, dateWithWeekday(file.notifyBy)],
          [
            names.appointments,
            file.appointmentsWait && caseWords.appointmentsBy(dateWithWeekday(file.appointmentsWait.giveBy)),
          ],
          ...(hasHearingAhead(file) ? [] : appointmentsOf(file)),
          [names.leakCheck, file.leakCheck && wordIn(leakNames, file.leakCheck)],
          [names.meterReading, file.meterReading?.toString()],
          [names.meterTest, yesOrNo(file.meterTest)],
          [names.meterTestCost, yesOrNo(file.meterTestCostAccepted)],
          [names.leaflet, yesOrNo(file.leaflet) ?? caseWords.notSaid],
          [names.privacyNoticeRead, yesOrNo(file.privacyNoticeRead) ?? caseWords.notSaid],
          [names.declaration, file.declaration ? wordIn(declarationNames, file.declaration.how) : caseWords.notSaid],
        ]}
      />
      {file.duplicates.length > 0 && (
        <>
          <h3>{caseWords.duplicates}</h3>
          <ul>
            {file.duplicates.map(({ claimId, code, receipts, decided }) => (
              <li key={claimId}>
                <a href={addressOf("case", { claimId })}>{code}</a> {caseWords.duplicate(receipts.join(", "), decided)}
              </li>
            ))}
          </ul>
        </>
      )}
      {file.defects.length > 0 && (
        <>
          <h3>{caseWords.defects}</h3>
          <ul>
            {file.defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Claimant({ file: { claimant, contactAfter, notifyByEmailAfter } }: PartProps) {
  const { claimantFacts: names } = caseWords;
  const { telephone, email } = claimant;
  return (
    <section>
      <h2>{caseWords.claimant}</h2>
      <Facts
        rows={[
          [names.name, claimant.name],
          [names.document, claimant.document],
          [names.standing, claimant.standing],
          [names.address, claimant.address],
          [names.telephone, telephone && <a href={`tel:${telephone}`}>{groupedTelephone(telephone)}</a>],
          [names.borrowed, claimant.borrowed && caseWords.borrowed],
          [names.email, email],
          [names.contactAfter, contactAfter && date(contactAfter)],
          [names.notify, claimant.notifyByEmail ? caseWords.byEmail : caseWords.byHand],
          [names.mailAfter, notifyByEmailAfter && date(notifyByEmailAfter)],
        ]}
      />
    </section>
  );
}

function Evidence({ file }: PartProps) {
  const { claimId, evidence } = file;
  return (
    <section>
      <h2>{caseWords.evidence}</h2>
      <ul class="files">
        {evidence.map((one) => (
          <li key={one.item}>
            <span>
              {one.name}
              {one.detail && <span class="hint">{one.detail}</span>}
              {one.override && (
                <span class="hint">{caseWords.overridden(one.override.person, one.override.reason)}</span>
              )}
              {one.attachments?.map(
                ({ documentId, fileName, state }) =>
                  state === "received" && (
                    <Download
                      key={documentId}
                      ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })}
                      of={fileName}
                    >
                      {fileName}
                    </Download>
                  ),
              )}
              <AddEvidence file={file} one={one} />
            </span>
            <EvidenceStatus one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offers({ file: { offers } }: PartProps) {
  if (offers.length === 0) return null;
  const stateOf = (accepted: boolean | undefined) =>
    accepted === undefined ? "open" : accepted ? "accepted" : "refused";
  return (
    <section>
      <h2>{caseWords.offers}</h2>
      <ul class="files">
        {offers.map(({ offerId, m3, before, after, instalments, until, terms, accepted, counter }) => (
          <li key={offerId}>
            <span>
              {caseWords.offerText(cubicMetres(m3), soles(before), soles(after), date(until))}
              {instalments && <span class="hint">{instalmentText(instalments)}.</span>}
              <span class="hint">{terms}</span>
              {counter && (
                <span class="hint">
                  {caseWords.offerCountered(cubicMetres(counter.m3), soles(counter.after))}{" "}
                  {counter.instalments && `${instalmentText(counter.instalments)}.`} {counter.says}
                </span>
              )}
            </span>
            <b>{caseWords.offerStates[stateOf(accepted)]}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Resolutions({ file }: PartProps) {
  const { resolutions, draft, notices, lateRecourse, decisionCountsFrom } = file;
  const returned = returnOf(file);
  const early = decisionCountsFrom && { noticeId: noticeToDeliver(file)?.noticeId, from: date(decisionCountsFrom) };
  return (
    <>
      {lateRecourse && (
        <Notice title={caseWords.lateRecourse}>
          <p>{caseWords.lateRecourseText}</p>
        </Notice>
      )}
      {draft && (
        <section>
          <h2>{caseWords.draft}</h2>
          <p>{caseWords.draftText(instant(draft.savedAt), draft.by)}</p>
          {returned && (
            <Loaded load={() => import("./case-timeline.tsx")} about="returned" aside>
              {({ Entries }) => <Entries entries={[returned]} />}
            </Loaded>
          )}
        </section>
      )}
      {resolutions.length > 0 && (
        <section>
          <h2>{caseWords.resolutions}</h2>
          {resolutions.map(({ number, outcome, signedAt, notifiedOn, decision }) => (
            <article key={number}>
              <h3>{number}</h3>
              <p>
                <b>{outcomeNames[outcome]}</b> · {signedAt ? caseWords.signed(instant(signedAt)) : caseWords.unsigned}
                {notifiedOn && ` · ${caseWords.notified(date(notifiedOn))}`}
              </p>
              <p>{decision}</p>
            </article>
          ))}
        </section>
      )}
      {notices.length > 0 && (
        <section>
          <h2>{caseWords.notices}</h2>
          <ul class="files">
            {notices.map(({ noticeId, to, sentAt, fallBackOn, attempts, effective, toHandOver }) => (
              <li key={noticeId}>
                <span>
                  {caseWords.notice(to, instant(sentAt))} {effective && caseWords.effective}
                  {attempts > 0 && (
                    <span class="hint">{caseWords.attempts(counted(attempts, "intento", "intentos"))}</span>
                  )}
                  {toHandOver && <span class="hint">{caseWords.deliverer(toHandOver.inspector)}</span>}
                  {early && early.noticeId === noticeId && <span class="hint">{caseWords.countsFrom(early.from)}</span>}
                  {fallBackOn && <span class="hint">{caseWords.fallBack(date(fallBackOn))}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
