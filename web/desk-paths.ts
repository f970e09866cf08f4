import type { Page } from "./paths.ts";

/**
 * Every page of the staff's desk; one HTML file serves them all. Not in `paths.ts`, which every customer's page loads.
 */
export const deskPages = {
  home: { path: "/desk/", title: "Inicio" },
  signIn: { path: "/desk/ingresar/", title: "Ingresar" },
  work: { path: "/desk/bandeja/", title: "Mi bandeja" },
  lateRisks: { path: "/desk/por-vencer/", title: "Decisiones por vencer" },
  intake: { path: "/desk/atencion/", title: "Atención" },
  call: { path: "/desk/llamada/", title: "Atención" },
  case: { path: "/desk/reclamos/{claimId}/", title: "Expediente" },
  caseTab: { path: "/desk/reclamos/{claimId}/{tab}/", title: "Expediente" },
  caseResolution: { path: "/desk/reclamos/{claimId}/hacer/resolucion/", title: "Redactar la resolución" },
  caseSignature: { path: "/desk/reclamos/{claimId}/hacer/firma/", title: "Revisar y firmar" },
  caseAct: { path: "/desk/reclamos/{claimId}/hacer/{act}/", title: "Registrar en el expediente" },
  signatures: { path: "/desk/firmas/", title: "Firmas" },
  inspections: { path: "/desk/inspecciones/", title: "Mis inspecciones" },
  toHandOver: { path: "/desk/entregas/", title: "Entregas" },
  delivery: { path: "/desk/entregas/{claimId}/{noticeId}/", title: "Entrega de una resolución" },
  inspection: { path: "/desk/inspecciones/{claimId}/{inspectionId}/", title: "Acta de inspección" },
  readingVisit: { path: "/desk/lecturas/{readingId}/visita/", title: "Visita de una lectura atípica" },
  submissions: { path: "/desk/documentos/", title: "Documentos" },
  newSubmission: { path: "/desk/documentos/registrar/", title: "Registrar lo que llegó" },
  submission: { path: "/desk/documentos/{submissionId}/", title: "Documento presentado" },
  waitingAttachments: { path: "/desk/archivos/", title: "Archivos por atender" },
  values: { path: "/desk/valores/", title: "Valores y plantillas" },
  retention: { path: "/desk/conservacion/", title: "Conservación de datos" },
  quejas: { path: "/desk/quejas/", title: "Quejas pendientes" },
  problems: { path: "/desk/problemas/", title: "Solicitudes de atención" },
  problem: { path: "/desk/problemas/{problemId}/", title: "Solicitud de atención" },
  readings: { path: "/desk/lecturas/", title: "Lecturas atípicas" },
  reading: { path: "/desk/lecturas/{readingId}/", title: "Lecturas atípicas" },
  holds: { path: "/desk/bloqueos/", title: "Bloqueos y correcciones" },
  calendars: { path: "/desk/calendario/", title: "Calendario de días no laborables" },
  hearings: { path: "/desk/conciliaciones/", title: "Conciliaciones de la semana" },
  team: { path: "/desk/equipo/", title: "Equipo" },
  board: { path: "/desk/tablero/", title: "Tablero" },
  reports: { path: "/desk/informes/", title: "Informes" },
  callBacks: { path: "/desk/llamadas/", title: "Llamadas por devolver" },
  attentions: { path: "/desk/atenciones/", title: "Registrar atención" },
  observations: { path: "/desk/observaciones/", title: "Libro de observaciones" },
  supervisors: { path: "/desk/supervisores/", title: "Supervisión externa" },
  openings: { path: "/desk/aperturas/", title: "Quién abrió qué" },
  searches: { path: "/desk/busquedas/", title: "Quién buscó en la mesa" },
  imports: { path: "/desk/importaciones/", title: "Importar recibos" },
  importDetail: { path: "/desk/importaciones/{importId}/", title: "Importación" },
} as const satisfies Record<string, Page>;
export type DeskPage = keyof typeof deskPages;

export const deskFile = "/desk/index.html";

/** The service worker that keeps the inspector's app; its folder is what it may answer for. */
export const workerFile = "/desk/service-worker.js";
