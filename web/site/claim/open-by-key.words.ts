export const openByKeyWords = {
  lede: "Abre aquí un reclamo que presentaste sin cuenta, por teléfono, en la oficina o con otra cuenta. El código y la clave están en tu cargo.",
  signIn:
    "Hace falta un celular o un correo: ahí te llega el código para ingresar. El reclamo queda en tu cuenta, y el código y la clave que traes no se pierden.",
  without:
    "Si no tienes celular ni correo, con el código del reclamo y el documento de quien lo presentó ves en qué está:",
  key: "Clave del reclamo",
  keyHint: "22 letras y números, tal como están en tu cargo. Distingue mayúsculas.",
  keyMissing: "Escribe la clave del reclamo.",
  lost: "Si perdiste la clave, con el código del reclamo y el documento de quien lo presentó ves en qué está:",
  action: "Abrir mi reclamo",
} as const;
