/** Where a person wants the files: asked at the start, because a browser asks only after a click. */
import type { ExportProfile } from '#export/needs.ts'

export type Target =
  | { readonly kind: 'file'; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'download' }

type Picker<Handle> = (options: object) => Promise<Handle>

/** Not in every browser, and so not in TypeScript's library. */
function isPicker<Handle>(value: unknown): value is Picker<Handle> {
  return typeof value === 'function'
}

export const mediaTypes: { readonly [P in ExportProfile]: string } = {
  spreadsheet: 'text/csv',
  exact: 'text/csv',
  jsonl: 'application/jsonl',
}

interface Wish {
  readonly suggestedName: string
  readonly profile: ExportProfile
  /** Several files go into a folder. */
  readonly several: boolean
}

/** No person dismisses a question this fast: the browser did not ask it, as embedded and remote-controlled ones do not. */
const unseenMs = 100

const download: Target = { kind: 'download' }

/** Call it from a click. Null when the person dismisses the question; a download where the browser has none. */
export async function chooseTarget(wish: Wish): Promise<Target | null> {
  const asked = performance.now()
  try {
    return (wish.several ? await pickFolder() : await pickFile(wish)) ?? download
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error
    return performance.now() - asked > unseenMs ? null : download
  }
}

async function pickFile({ suggestedName, profile }: Wish): Promise<Target | null> {
  const pick: unknown = Reflect.get(globalThis, 'showSaveFilePicker')
  if (!isPicker<FileSystemFileHandle>(pick)) return null
  const [description, extension] = profile === 'jsonl' ? ['JSON Lines', '.jsonl'] : ['CSV', '.csv']
  const types = [{ description, accept: { [mediaTypes[profile]]: [extension] } }]
  return { kind: 'file', handle: await pick.call(globalThis, { suggestedName, types }) }
}

async function pickFolder(): Promise<Target | null> {
  const pick: unknown = Reflect.get(globalThis, 'showDirectoryPicker')
  if (!isPicker<FileSystemDirectoryHandle>(pick)) return null
  return { kind: 'folder', handle: await pick.call(globalThis, { mode: 'readwrite', startIn: 'downloads' }) }
}
