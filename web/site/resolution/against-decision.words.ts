/** Said to who presents a document against a decision. */
export const againstDecisionWords = {
  recourse:
    "Eso es una reconsideración o una apelación, y tiene plazo. Es mejor que la presentes en tu reclamo: queda en el expediente al momento.",
  link: "Pedir que revisen la decisión",
  openLink: "Pedir que revisen la decisión, con el código de tu reclamo",
  anyway: "Si la presentas aquí, también vale, desde hoy: la mesa de partes la pasa a tu reclamo.",
} as const;
