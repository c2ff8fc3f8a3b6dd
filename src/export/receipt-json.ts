/** The receipt as a file of its own, kept beside the export. */
import type { Receipt } from './receipt.ts'

/** JSON with a line end; holds no credential. */
export function receiptJson({ about, ...receipt }: Receipt): string {
  const facts = { kind: 'close-activities-export', version: 1, ...about, ...receipt, error: undefined }
  return `${JSON.stringify(facts, null, 2)}\n`
}

/** `activities.csv` → `activities.csv.receipt.json`, so that it sorts beside its file. */
export function receiptName(fileName: string): string {
  return `${fileName}.receipt.json`
}
