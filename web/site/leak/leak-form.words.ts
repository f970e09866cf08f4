export const leakFormWords = {
  title: "Guarda lo que encontraste",
  before: "Número que marcaba al empezar",
  after: "Número que marca una hora después",
  readingHint: "Los números negros del medidor, por ejemplo 02291.",
  bowlQuestion: "¿Se pintó la taza del inodoro?",
  bowlOptions: { loses: "Sí", keeps: "No", "": "No hice esta prueba" },
  save: "Guardar mi resultado",
  wrong: {
    before: "Escribe el número que marcaba tu medidor al empezar, por ejemplo 02291.",
    after: "Escribe el número que marcaba una hora después, por ejemplo 02291.",
    less: "El segundo número no puede ser menor que el primero. Míralo otra vez.",
    nothing: "Escribe los dos números del medidor, o dinos si se pintó la taza.",
  },
} as const;
