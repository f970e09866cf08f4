export interface Page {
  /** The path, with `{name}` where a value goes. */
  readonly path: `/${string}`;
  readonly title: string;
}

/** Every page of the customers' site. The build prerenders each into the file that `fileOf` names. */
export const sitePages = {
  home: { path: "/", title: "Tu agua, tus recibos y tus reclamos" },
  receipt: { path: "/recibo/", title: "Ver mi recibo" },
  signIn: { path: "/ingresar/", title: "Ingresar" },
  supplies: { path: "/mis-suministros/", title: "Mis suministros" },
  consumption: { path: "/mis-suministros/{linkId}/", title: "Mi consumo" },
  supplyReceipt: { path: "/mis-suministros/{linkId}/recibos/{period}/", title: "Mi recibo" },
  profile: { path: "/mis-datos/", title: "Mis datos" },
  leaks: { path: "/fugas/", title: "Revisar si hay fugas" },
  claims: { path: "/reclamos/", title: "Mis reclamos" },
  claimStart: { path: "/reclamar/", title: "Reclamar por tu recibo de agua" },
  claimStep: { path: "/reclamar/{draftId}/{step}/", title: "Tu reclamo" },
  claim: { path: "/reclamos/{claimId}/", title: "Reclamo" },
  claimFiled: { path: "/reclamos/{claimId}/recibido/", title: "Recibimos tu reclamo" },
  claimFile: { path: "/reclamos/{claimId}/expediente/", title: "Expediente" },
  claimNotices: { path: "/reclamos/{claimId}/avisos/", title: "Avisos del reclamo" },
  claimDecision: { path: "/reclamos/{claimId}/decision/", title: "La decisión" },
  claimVisit: { path: "/reclamos/{claimId}/visita/", title: "Visita a tu casa" },
  claimMeeting: { path: "/reclamos/{claimId}/reunion/", title: "Reunión para llegar a un acuerdo" },
  claimAct: { path: "/reclamos/{claimId}/{act}/", title: "Qué quieres hacer con el reclamo" },
  claimOffer: { path: "/reclamos/{claimId}/propuestas/{offerId}/", title: "Te proponemos un acuerdo" },
  openByKey: { path: "/retomar/", title: "Retomar un reclamo" },
  claimState: { path: "/estado/", title: "Consultar un reclamo" },
  notice: { path: "/notificacion/{noticeKey}/", title: "Notificación" },
  problems: { path: "/problemas/", title: "Tengo un problema con el servicio" },
  problem: { path: "/problemas/{problemId}/", title: "Mi solicitud de atención" },
  submissions: { path: "/mesa-de-partes/", title: "Presentar un documento" },
  submission: { path: "/mesa-de-partes/{submissionId}/", title: "Documento presentado" },
  hold: { path: "/bloqueo/{holdKey}/", title: "Bloqueo de corte de un recibo" },
  verify: { path: "/verificar/", title: "Comprobar un documento" },
  terms: { path: "/plazos/", title: "Calcular un plazo" },
  results: { path: "/resultados/", title: "Resultados del mes" },
  serviceStatus: { path: "/funcionamiento/", title: "¿Funciona el sitio?" },
  help: { path: "/ayuda/", title: "Ayuda" },
  accessibility: { path: "/accesibilidad/", title: "Accesibilidad" },
  privacy: { path: "/privacidad/", title: "Privacidad" },
  notFound: { path: "/404.html", title: "No encontramos esta página" },
} as const satisfies Record<string, Page>;
export type SitePage = keyof typeof sitePages;

/**
 * Returns the HTML file of a page, relative to the site's root, with `_` in place of each `{name}`:
 * `/reclamos/_/index.html`. The file of `notFound` is its path, `/404.html`.
 */
export function fileOf(page: SitePage): string {
  const { path } = sitePages[page];
  return path.endsWith("/") ? `${path.replace(/\{\w+\}/g, "_")}index.html` : path;
}
