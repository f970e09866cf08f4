export const leakCheckWords = {
  lede: "Son tres pasos y no necesitas herramientas. Si no puedes hacer uno, pasa al siguiente. Para reclamar no es obligatorio.",
  close: "1. Cierra todo y mira tu medidor",
  closeText:
    "Cierra todos los caños y no uses agua. El medidor está en la caja de la vereda: anota los números negros del recuadro.",
  meter:
    "Un medidor de agua. Los números negros del recuadro son los que se leen. La ruedita roja gira cuando pasa agua.",
  wait: "2. Espera una hora y mira otra vez",
  waitText: "Si la ruedita gira o el número cambia con todo cerrado, hay una fuga después del medidor.",
  bowl: "3. Prueba tu inodoro",
  bowlText: "Echa café o un colorante en el tanque y espera 15 minutos sin jalar. Si la taza se pinta, pierde agua.",
} as const;
