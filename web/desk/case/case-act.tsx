import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { useOwnRoles } from "../work/roles.ts";
import type { ActForm } from "./act-form.ts";
import { ActPage } from "./act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "./act-problem.tsx";
import { type Act, actWords } from "./acts.words.ts";
import { takesCalls } from "./case-file.ts";

/** The forms of acts, each loaded when it is opened. A resolution and its signature have pages of their own. */
const forms: Readonly<Record<Exclude<Act, "resolucion" | "firma">, () => Promise<ActForm>>> = {
  apuntes: () => import("../work/act-handing.tsx").then(({ conciliationNotes }) => conciliationNotes),
  nota: () => import("../work/act-handing.tsx").then(({ note }) => note),
  encargo: () => import("../work/act-handing.tsx").then(({ owner }) => owner),
  inspector: () => import("../work/act-handing.tsx").then(({ inspector }) => inspector),
  repartidor: () => import("../work/act-handing.tsx").then(({ deliverer }) => deliverer),
  admision: () => import("./act-admission.tsx").then(({ admission }) => admission),
  observacion: () => import("./act-admission.tsx").then(({ observation }) => observation),
  "aviso-de-observacion": () =>
    import("../delivery/act-delivery.tsx").then(({ observationNotice }) => observationNotice),
  copia: () => import("./act-admission.tsx").then(({ copy }) => copy),
  lugar: () => import("../visit/act-appointments.tsx").then(({ appointments }) => appointments),
  contacto: () => import("../visit/act-appointments.tsx").then(({ contactSeen }) => contactSeen),
  acumulacion: () => import("../visit/act-appointments.tsx").then(({ joining }) => joining),
  propuesta: () => import("../conciliation/act-offer.tsx").then(({ offer }) => offer),
  audiencia: () => import("../conciliation/act-hearing.tsx").then(({ hearing }) => hearing),
  fuga: () => import("../receipt/act-consumption.tsx").then(({ repairRequirement }) => repairRequirement),
  tipo: () => import("./act-type.tsx").then(({ reclassification }) => reclassification),
  reparacion: () => import("../receipt/act-consumption.tsx").then(({ repairVerification }) => repairVerification),
  "pedido-de-contrastacion": () =>
    import("../receipt/act-consumption.tsx").then(({ meterTestRequest }) => meterTestRequest),
  contrastacion: () => import("../receipt/act-consumption.tsx").then(({ meterTestOrder }) => meterTestOrder),
  "aviso-de-contrastacion": () =>
    import("../receipt/act-consumption.tsx").then(({ meterTestNotice }) => meterTestNotice),
  "resultado-de-contrastacion": () =>
    import("../receipt/act-consumption.tsx").then(({ meterTestReport }) => meterTestReport),
  prueba: () => import("./act-evidence.tsx").then(({ evidence }) => evidence),
  control: () => import("./act-evidence.tsx").then(({ control }) => control),
  titularidad: () => import("./act-admission.tsx").then(({ standingProof }) => standingProof),
  "nueva-audiencia": () => import("../receipt/act-consumption.tsx").then(({ movedHearing }) => movedHearing),
  dispensa: () => import("../resolution/act-decision.tsx").then(({ override }) => override),
  devolucion: () => import("./act-admission.tsx").then(({ returned }) => returned),
  "devolucion-de-documento": () =>
    import("../resolution/act-decision.tsx").then(({ returnedDocument }) => returnedDocument),
  notificacion: () => import("../delivery/act-delivery.tsx").then(({ dispatch }) => dispatch),
  "confirmacion-de-entrega": () =>
    import("../delivery/act-delivery.tsx").then(({ deliveryConfirmation }) => deliveryConfirmation),
  entrega: () => import("../delivery/act-delivery.tsx").then(({ delivery }) => delivery),
  rectificacion: () => import("../resolution/act-decision.tsx").then(({ rectification }) => rectification),
  recurso: () => import("./act-type.tsx").then(({ recourseKind }) => recourseKind),
  "pedido-de-prueba": () => import("../receipt/act-consumption.tsx").then(({ evidenceRequest }) => evidenceRequest),
  "prueba-nueva": () =>
    import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms["prueba-nueva"]),
  "envio-de-queja": () => import("../recourse/act-queja.tsx").then(({ forwarding }) => forwarding),
  "respuesta-de-queja": () => import("../recourse/act-queja.tsx").then(({ answered }) => answered),
  "oficio-de-elevacion": () => import("./act-ending.tsx").then(({ elevationLetter }) => elevationLetter),
  "confirmacion-de-firma": () => import("./act-second-look.tsx").then(({ secondLook }) => secondLook),
  elevacion: () => import("./act-ending.tsx").then(({ elevation }) => elevation),
  tribunal: () => import("./act-ending.tsx").then(({ tribunal }) => tribunal),
  cumplimiento: () => import("./act-ending.tsx").then(({ execution }) => execution),
  desistimiento: () => import("./act-ending.tsx").then(({ withdrawal }) => withdrawal),
  subsanacion: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.subsanacion),
  ampliacion: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.ampliacion),
  asistencia: () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms.asistencia),
  visita: () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms.visita),
  avisos: () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms.avisos),
  seguir: () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms.seguir),
  idioma: () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms.idioma),
  "nuevo-contacto": () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms["nuevo-contacto"]),
  clave: () => import("../counter/act-called.tsx").then(({ calledForms }) => calledForms.clave),
  participacion: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.participacion),
  enlace: () => import("../conciliation/act-hearing.tsx").then(({ link }) => link),
  respuesta: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.respuesta),
  reconsideracion: () =>
    import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.reconsideracion),
  apelacion: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.apelacion),
  queja: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.queja),
  desistir: () => import("../counter/act-claimant.tsx").then(({ onBehalfForms }) => onBehalfForms.desistir),
};
const isForm = (act: string): act is keyof typeof forms => Object.hasOwn(forms, act);

/**
 * Renders the page of the act that the address names, with its form. What is typed is kept in the tab. While a file is
 * still being sent, submitting is refused. If not, submitting records the act and goes to the case's page. For
 * `version-stale` the case is read again and the form stays. If the act is unknown or not offered to the caller, says
 * that it cannot be done now. Without a session, asks to sign in.
 */
export function CaseActPage() {
  const { act = "" } = useRoute().params;
  return <ActPage act={isForm(act) ? act : undefined} Shown={Recording} />;
}

function Recording({ act, file, again }: OpenedActProps) {
  return isForm(act) ? (
    <Loaded load={forms[act]} about={act}>
      {(form) => <Filled {...{ act, file, again, form }} />}
    </Loaded>
  ) : null;
}

interface FilledProps extends OpenedActProps {
  readonly form: ActForm;
}

/**
 * Renders the form of an act, what it has to read back to a caller, and keeps what is typed in the tab. Refuses to send
 * while a file is being sent or did not arrive. Once the act is recorded, goes to the case. For `version-stale`, reads
 * the case again, and the form stays.
 */
function Filled({ act, file, again, form: { Fields, send } }: FilledProps) {
  const { claimId, version } = file;
  const { route } = useLocation();
  const roles = useOwnRoles();
  const [key] = useState(() => crypto.randomUUID());
  const keptAs = `caudal.act.${claimId}.${act}`;
  const kept = useKeptForm(sessionStorage, keptAs);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles(
    async (typed, uploadIds, form) => {
      const write = { params: { claimId }, version, key };
      const outcome = await send({ file, write, typed, form, uploadIds });
      if (!outcome.ok && outcome.problem.kind === "urn:caudal:version-stale") again();
      return outcome;
    },
    () => {
      kept.drop();
      // Who went on to another page meanwhile stays there.
      if (kept.form.current) route(doneAddress(claimId, act));
    },
  );
  return (
    <>
      <KeptNote of={keptAs} before={kept.before} drop={kept.drop} />
      <ActProblem problem={problem} file={file} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <Fields file={file} problem={problem} again={again} onAttachments={onFiles} />
        {takesCalls(roles) && (
          <Loaded load={() => import("../counter/typed-read-back.tsx")} about="read-back" aside>
            {({ TypedReadBack }) => <TypedReadBack act={act} />}
          </Loaded>
        )}
        <Submit busy={busy}>{actWords[act].send}</Submit>
      </form>
    </>
  );
}
