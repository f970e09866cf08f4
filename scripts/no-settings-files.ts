/** The SDK asks for it where it stands for `loadSharedConfigFiles` in a bundle. */
export const CONFIG_PREFIX_SEPARATOR = ".";

/** Returns settings of no profile, as the SDK itself does where it finds no file. */
export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });
