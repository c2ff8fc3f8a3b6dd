/** A receipt as lines for a reader. */
import { instantText, numberText } from '#core/activity/format.ts'
import type { Receipt, VerifyReceipt } from '#export/receipt.ts'

export interface ReceiptFact {
  readonly name: string
  readonly value: string
  /** Hashes and the like. */
  readonly isCode?: boolean
}

/** What is nothing special is left out, apart from the counts that everybody looks for. */
export function receiptFacts(receipt: Receipt, locale: string, timeZone: string): readonly ReceiptFact[] {
  const number = (value: number) => numberText(value, locale)
  const date = (value: string) => instantText(value, locale, timeZone)
  const { first, last, retries, waits, late, replaced, cut, anomalies, verify, files, refined, refinements } = receipt
  const counts: readonly (readonly [string, number])[] = [
    [`Sent by Close, left out by refinements: ${refinements.join('; ')}`, refined],
    ['Repeated requests', retries],
    ['Waits that Close asked for', waits],
    ['Created after the start and left out', late],
    ['Half characters replaced', replaced],
    ['Cells cut at the length a spreadsheet can hold', cut],
  ]
  return [
    { name: 'As of', value: date(receipt.asOf) },
    ...(first !== null && last !== null
      ? [{ name: 'From newest to oldest', value: `${date(first)} – ${date(last)}` }]
      : []),
    { name: 'Requests', value: number(receipt.requests) },
    { name: 'Sent twice, written once', value: number(receipt.duplicates) },
    ...counts.filter(([, count]) => count > 0).map(([name, count]) => ({ name, value: number(count) })),
    ...anomalies.map(({ kind, count }) => ({ name: `Oddity: ${kind}`, value: number(count) })),
    ...(verify ? [{ name: 'Verified', value: verifyText(verify, number) }] : []),
    ...files.flatMap(({ name, rows, sha256 }) => [
      ...(files.length > 1 ? [{ name, value: `${number(rows)} ${rows === 1 ? 'row' : 'rows'}` }] : []),
      ...(sha256 === null
        ? []
        : [{ name: files.length > 1 ? `SHA-256 of ${name}` : 'SHA-256', value: sha256, isCode: true }]),
    ]),
  ]
}

function verifyText(verify: VerifyReceipt, number: (value: number) => string): string {
  const { status, why, deleted, changed, added } = verify
  const changes = (
    [
      ['deleted', deleted],
      ['changed', changed],
      ['added', added],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${number(count)} ${what}`)
  if (status === 'unfinished') return `not finished. ${why ?? ''}`.trim()
  return changes.length === 0 ? 'the second reading agrees' : `since then ${changes.join(', ')}; the rest agrees`
}
