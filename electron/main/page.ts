import { bundleOrigin } from './policy';

/** Set by `electron-vite dev` alone; a build has `app://bundle` written into it. */
const devServer = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;

export const pageAddress = devServer ?? `${bundleOrigin}/index.html`;
/** The page that draws what is printed. */
export const printAddress = `${devServer ?? bundleOrigin}/print.html`;
export const pageOrigin = devServer ? new URL(devServer).origin : bundleOrigin;
