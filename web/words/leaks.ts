export const leakCheckWords = {
  lede: "Son tres pasos y no necesitas herramientas. Si no puedes hacer uno, pasa al siguiente.",
  optional: "No es obligatorio para reclamar.",
  close: "1. Cierra todo y mira tu medidor",
  closeText: "Cierra todos los caños y no uses agua. El medidor está en la caja de la vereda: mira los números negros.",
  meter:
    "Un medidor de agua. Los números negros del recuadro son los que se leen. La ruedita roja gira cuando pasa agua.",
  before: "Número que marca ahora",
  readingHint: "Escribe los números negros, por ejemplo 02291.",
  wait: "2. Espera una hora y mira otra vez",
  waitText: "Si la ruedita gira o el número cambia con todo cerrado, hay una fuga después del medidor.",
  after: "Número que marca una hora después",
  bowl: "3. Prueba tu inodoro",
  bowlText: "Echa café o un colorante en el tanque y espera 15 minutos sin jalar. Si la taza se pinta, pierde agua.",
  bowlQuestion: "¿Se pintó la taza?",
  bowlOptions: { loses: "Sí", keeps: "No", "": "No hice esta prueba" },
  save: "Guardar mi resultado",
  wrong: {
    before: "Escribe el número que marcaba tu medidor al empezar, por ejemplo 02291.",
    after: "Escribe el número que marcaba una hora después, por ejemplo 02291.",
    less: "El segundo número no puede ser menor que el primero. Míralo otra vez.",
    nothing: "Escribe los dos números del medidor, o dinos si se pintó la taza.",
  },
} as const;
