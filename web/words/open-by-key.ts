export const openByKeyWords = {
  lede: "Abre aquí un reclamo que presentaste por teléfono, en la oficina o con otra cuenta. El código y la clave están en tu cargo.",
  signIn: "Ingresa y el reclamo queda en tu cuenta. El código y la clave que traes no se pierden.",
  key: "Clave del reclamo",
  keyHint: "22 letras y números, tal como están en tu cargo. Distingue mayúsculas.",
  keyMissing: "Escribe la clave del reclamo.",
  action: "Abrir mi reclamo",
} as const;
