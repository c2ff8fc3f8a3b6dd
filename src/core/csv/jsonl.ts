/** JSON Lines: one activity a line, for programs. https://jsonlines.org */
import type { CsvLine } from './encode.ts'
import type { Exported, JsonField } from './fields.ts'

const unchanged: CsvLine['changes'] = { replaced: 0, cut: 0 }

/** One object with every key, whatever is missing. Half characters are kept: JSON has a spelling for them. */
export function encodeObject(fields: readonly JsonField[], activity: Exported): CsvLine {
  const members = fields.map(({ key, value }) => `${JSON.stringify(key)}:${jsonText(value(activity))}`)
  return { text: `{${members.join(',')}}\n`, changes: unchanged }
}

function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return '"[nested too deeply]"'
  }
}
