/** What people read whose browser runs no scripts. */
export const withoutScripts = {
  desk: "La mesa de trabajo necesita JavaScript: enciéndelo en tu navegador.",
  page: "Tu navegador no ejecuta esta página completa (JavaScript está apagado). Para ver tus datos, llámanos o ven a la oficina:",
  forms:
    "Para reclamar no necesitas esta página. Imprime el formato, llénalo a mano, fírmalo y llévalo a la oficina. También te lo dan gratis ahí:",
} as const;
