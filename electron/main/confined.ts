/** In Flatpak and Snap what is written for the system to read goes into the package's own view, and does nothing. */
export const isConfined = () => Boolean(process.env['FLATPAK_ID'] || process.env['SNAP']);
