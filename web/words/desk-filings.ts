import type { FilingKind, FilingState } from "../../shared/domain/filing.ts";

export const filingKindNames: Readonly<Record<FilingKind, string>> = {
  document: "Documento",
  observation: "Observación (libro de observaciones)",
  reconsideration: "Reconsideración",
  appeal: "Apelación",
  queja: "Queja",
};

export const filingStateNames: Readonly<Record<FilingState, string>> = {
  presented: "Por registrar",
  received: "Recibido",
  observed: "Observado",
  returned: "Devuelto",
};

export const filingsWords = {
  columns: {
    number: "Número",
    kind: "Qué es",
    subject: "Asunto",
    presenter: "Quién lo presenta",
    filed: "Cuenta desde",
    answerBy: "Responder hasta",
  },
  empty: "No hay documentos por registrar.",
  emptyText: "Cuando alguien presente uno por la web, aparece aquí, el más antiguo primero.",
  more: "Ver más",
  count: "Documentos por registrar, el más antiguo primero",
} as const;

export const filingWords = {
  back: "Documentos por registrar",
  facts: {
    kind: "Qué es",
    state: "Estado",
    presenter: "Quién lo presenta",
    presentedAt: "Se envió",
    filedOn: "Cuenta desde",
    answerBy: "Responder hasta",
    claim: "Reclamo",
    remark: "Motivo",
    remedyBy: "Puede corregirlo hasta",
    receivedAt: "Se registró",
  },
  text: "Lo que dice",
  papers: "Archivos",
  paperStates: { pending: "Revisándose", received: "Recibido", refused: "No se pudo abrir" },
  download: "Descargar",
  check: "Registrar y derivar",
  outcome: "¿Qué haces con el documento?",
  outcomes: {
    received: "Recibirlo",
    observed: "Observarlo: falta algo",
    returned: "Devolverlo",
  },
  consequence:
    "Si lo recibes, quien lo presentó ve que fue registrado. Si lo observas o lo devuelves, recibirá tu motivo.",
  remark: "Motivo",
  remarkHint: "Solo si lo observas o lo devuelves. Lo verá el usuario.",
  claimCode: "Código del reclamo al que pertenece",
  claimCodeHint: "Si es de un reclamo, se agrega a su expediente. Por ejemplo RE-2026-004192-7.",
  takeAs: "¿Es un acto de su reclamo?",
  takeAsText:
    "Si lo es, tómalo así en vez de registrarlo: cuenta desde el día en que se presentó y se agrega al expediente.",
  acts: {
    apelacion: "Es una apelación",
    reconsideracion: "Es una reconsideración",
    subsanacion: "Es una subsanación",
    ampliacion: "Es una ampliación",
    desistir: "Es un desistimiento",
  },
  choose: "Elige una opción.",
  send: "Registrar",
  done: "El documento quedó registrado.",
  changed: "Otra persona ya lo revisó. Así quedó:",
} as const;
