/** Where an export is written: a file that the person picks where the browser can ask, a download elsewhere. */
import { createDownloadSink, removeLeftovers } from '#export/download-sink.ts'
import { canPickFile, pickFile } from '#export/picked-file-sink.ts'
import type { Sink } from '#export/sink.ts'

/** No person dismisses a question this fast: the browser did not ask it, as embedded and remote-controlled ones do not. */
const unseenMs = 100

/** Call it from a click. Null when the person dismisses the question. */
export async function openSink(): Promise<Sink | null> {
  if (canPickFile()) {
    const asked = performance.now()
    const picked = await pickFile('close-activities.csv')
    if (picked || performance.now() - asked > unseenMs) return picked
  }
  await removeLeftovers()
  return createDownloadSink()
}
