export const answerWords = {
  title: "Respuesta a cada punto",
  text: "Responda todo lo que se sostiene y se pide, y marque qué pieza del expediente lo prueba. Lo verá el usuario.",
  said: (says: string) => `«${says}»`,
  proof: "¿Qué lo prueba?",
  proofs: (about: string) => `Qué lo prueba: ${about.charAt(0).toLowerCase()}${about.slice(1)}`,
} as const;

export const findingWords = {
  title: "Observaciones del proyecto",
  text: "Se revisan cada vez que se guarda. Corríjalas, o pida que otra persona las dispense por escrito.",
  none: "El proyecto no tiene observaciones.",
  notYet: "Se revisan cuando el proyecto se guarde por primera vez.",
  look: (name: string) => `Mire: ${name}.`,
  stops: "No se dispensa.",
  goTo: "Ir al texto",
  overridden: (person: string, reason: string) => `La dispensó ${person}: ${reason}`,
  items: "¿Qué observaciones del proyecto se dispensan?",
  letGo: "Se firma con estas observaciones dispensadas",
} as const;
