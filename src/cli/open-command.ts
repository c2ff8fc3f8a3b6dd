/** `close-activities open` */
import { parsePaste } from '#core/query/paste.ts'
import { serializeSearch } from '#core/query/search-params.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import type { Io } from './io.ts'

export async function openCommand(text: string, page: string, io: Io): Promise<ExitStatus> {
  if (!URL.canParse(page) || !/^https?:$/.test(new URL(page).protocol)) {
    io.err('--page must be the address of the page, such as http://127.0.0.1:5180/.\n')
    return exitStatus.badQuery
  }
  const pasted = parsePaste(text)
  if (pasted.status === 'not-understood') {
    io.err(`${pasted.reason}\n`)
    return exitStatus.badQuery
  }
  for (const note of pasted.notes) io.err(`${note}\n`)
  for (const name of pasted.secrets) io.err(`A key was left out (${name}).\n`)
  for (const { name, reason } of pasted.query.unread) io.err(`Not applied: ${name}. ${reason}\n`)
  const { origin, pathname } = new URL(page)
  const search = serializeSearch(pasted.query)
  await io.out(`${origin}${pathname}${search === '' ? '' : `?${search}`}\n`)
  return exitStatus.complete
}
