import { build, type Plugin } from 'vite'

const id = 'virtual:mail-script'
const entry = 'src/mail/frame.ts'

/**
 * Gives the server the mail frame's script as a text, under the name `virtual:mail-script`.
 *
 * The script stands inside the frame's document and is allowed by its hash. A file of its own would have to be readable by any origin,
 * since the frame's is opaque, and a policy that names an origin would allow every file of that origin.
 */
export function mailScript(): Plugin {
  return {
    name: 'mail-script',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(resolved) {
      if (resolved !== `\0${id}`) return undefined
      const { code, files } = await bundle()
      for (const file of files) this.addWatchFile(file)
      return `export const mailScript = ${JSON.stringify(code)}`
    },
  }
}

async function bundle(): Promise<{ code: string; files: readonly string[] }> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
      lib: { entry, formats: ['iife'], name: 'mailFrame', fileName: 'mail-frame' },
    },
  })
  const [result] = Array.isArray(built) ? built : [built]
  const chunk = result && 'output' in result ? result.output[0] : undefined
  if (chunk === undefined) throw new Error('The mail frame’s script was not built.')
  return { code: asElementText(chunk.code.trim()), files: chunk.moduleIds.filter((file) => !file.startsWith('\0')) }
}

/** In a document these would end the script or change how it is read; in a string or an expression the escape means the same. */
function asElementText(code: string): string {
  return code.replaceAll('<!--', '\\x3C!--').replaceAll(/<\/(?=script)/gi, '\\x3C/')
}
