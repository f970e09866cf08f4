export const reviewWords = {
  change: "Cambiar",
  nothing: "No respondiste",
  noAttachments: "No agregaste archivos",
  leaflet: "Leí la cartilla informativa",
  privacyNoticeRead: "Leí qué hacen con mis datos",
  /** The same words as the declaration that is kept in the claim. */
  declaration: "Declaro que lo que digo en este reclamo es verdad y que quiero presentarlo.",
  undeclared: "Marca tu declaración. Sin ella igual recibimos tu reclamo, pero te la pediremos.",
  send: "Enviar mi reclamo",
  stillFiling: "Tu reclamo se sigue enviando: no cierres esta página. Si lo envías otra vez, no se presenta dos veces.",
} as const;
