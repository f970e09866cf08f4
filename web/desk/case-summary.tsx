import { CountedDays } from "../look/counted-days.tsx";
import { Facts } from "../look/facts.tsx";
import { Light } from "../look/light.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { howCounted } from "../words/claim-clocks.ts";
import { outcomeNames } from "../words/desk-acts.ts";
import { caseWords, channelNames, clockNames, leakNames, requestNames, wordIn } from "../words/desk-case.ts";
import { clock, counted, cubicMetres, date, dateWithWeekday, instant, monthAndYear, soles } from "../words/format.ts";
import type { CaseFile } from "./case-file.ts";

/** Who claims what, by when, what is proved, and what was offered, decided and notified. */
export function CaseSummary({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <Clocks file={file} />
      <Claim file={file} />
      <Claimant file={file} />
      <Evidence file={file} />
      <Offers file={file} />
      <Resolutions file={file} />
    </>
  );
}

interface PartProps {
  readonly file: CaseFile;
}

function Clocks({ file: { clocks } }: PartProps) {
  return (
    <section>
      <h2>{caseWords.clocks}</h2>
      <ScrollTable caption={caseWords.clocks} columns={caseWords.clockColumns}>
        {clocks.map(({ id, dueDate, daysLeft, status, days }) => (
          <tr key={id}>
            <th scope="row">
              {clockNames[id]}
              <details>
                <summary>
                  {howCounted}
                  <span class="unseen">: {clockNames[id]}</span>
                </summary>
                <CountedDays days={days} />
              </details>
            </th>
            <td>{dateWithWeekday(dueDate)}</td>
            <td>{status === "running" ? <Light daysLeft={daysLeft} /> : caseWords.clockStatuses[status]}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}

const yesOrNo = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? caseWords.yes : caseWords.no;

const hour = (time: string): string => clock(Number(time.slice(0, 2)), time.slice(3));

function Claim({ file }: PartProps) {
  const { claimFacts: names } = caseWords;
  const visit = file.visits.at(-1);
  const { hearing } = file;
  return (
    <section>
      <h2>{caseWords.claim}</h2>
      <Facts
        rows={[
          [names.supply, file.supplyCode],
          [names.receipt, file.receipts.map(({ number, period }) => `${number}, ${monthAndYear(period)}`).join("; ")],
          [names.filed, instant(file.filedAt)],
          [names.channel, wordIn(channelNames, file.channel)],
          [names.notifyBy, dateWithWeekday(file.notifyBy)],
          [names.visit, visit && caseWords.inspection(dateWithWeekday(visit.on), hour(visit.from), hour(visit.to))],
          [names.hearing, hearing && `${dateWithWeekday(hearing.on)}, ${hour(hearing.at)}`],
          [names.request, wordIn(requestNames, file.request)],
          [names.leakCheck, file.leakCheck && wordIn(leakNames, file.leakCheck)],
          [names.meterReading, file.meterReading?.toString()],
          [names.meterTest, yesOrNo(file.meterTest)],
        ]}
      />
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
      <h3>{caseWords.grounds}</h3>
      <p>{file.grounds}</p>
    </section>
  );
}

function Claimant({ file: { claimant } }: PartProps) {
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
          [names.telephone, telephone && <a href={`tel:${telephone}`}>{telephone}</a>],
          [names.email, email],
          [names.notify, claimant.notifyByEmail ? caseWords.byEmail : caseWords.byHand],
        ]}
      />
    </section>
  );
}

function Evidence({ file: { evidence } }: PartProps) {
  return (
    <section>
      <h2>{caseWords.evidence}</h2>
      <ul class="files">
        {evidence.map(({ item, name, status }) => (
          <li key={item}>
            <span>{name}</span>
            <span class={`evidence ${status}`}>{caseWords.evidenceStatuses[status]}</span>
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
        {offers.map(({ offerId, m3, before, after, until, terms, accepted }) => (
          <li key={offerId}>
            <span>
              {caseWords.offerText(cubicMetres(m3), soles(before), soles(after), date(until))}
              <span class="hint">{terms}</span>
            </span>
            <b>{caseWords.offerStates[stateOf(accepted)]}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Resolutions({ file: { resolutions, draft, notices } }: PartProps) {
  return (
    <>
      {draft && (
        <section>
          <h2>{caseWords.draft}</h2>
          <p>{caseWords.draftText(instant(draft.savedAt), draft.by)}</p>
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
            {notices.map(({ noticeId, to, sentAt, fallBackOn, attempts, effective }) => (
              <li key={noticeId}>
                <span>
                  {caseWords.notice(to, instant(sentAt))} {effective && caseWords.effective}
                  {attempts > 0 && (
                    <span class="hint">{caseWords.attempts(counted(attempts, "intento", "intentos"))}</span>
                  )}
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
