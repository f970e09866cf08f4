export const reviewWords = {
  change: "Cambiar",
  nothing: "No respondiste",
  noAttachments: "No agregaste archivos",
  leaflet: "Leí la cartilla informativa",
  privacyNoticeRead: "Leí qué hacen con mis datos",
  /** The same words as the declaration that is kept in the claim. */
  declaration: "Declaro que lo que digo en este reclamo es verdad y que quiero presentarlo.",
  undeclared:
    "No marcaste tu declaración. El reclamo se recibe igual, pero te la podemos pedir, y tendrías pocos días para completarla.",
  send: "Enviar mi reclamo",
} as const;
