/** Said where a form was filled in with what the account knows. */
export const filledFromProfile = "Esto viene de «Mis datos». Corrígelo aquí si esta vez es otro.";
