/** A file of activities, whatever its profile: what it begins with, and a line for each activity. */
import type { Column, ColumnContext } from '#core/activity/columns.ts'
import { encodeLine, prologue, type CsvLine, type CsvProfile } from './encode.ts'
import { csvFields, jsonFields, type Exported } from './fields.ts'
import { encodeObject } from './jsonl.ts'

export type FileProfile = CsvProfile | 'jsonl'

export interface FileFormat {
  /** The headers of a CSV, the keys of JSON Lines. */
  readonly headers: readonly string[]
  /** What stands before the first activity, also in each part of a divided file. */
  readonly head: CsvLine
  readonly line: (activity: Exported) => CsvLine
}

export function extensionOf(profile: FileProfile): '.csv' | '.jsonl' {
  return profile === 'jsonl' ? '.jsonl' : '.csv'
}

/** The context's names are asked anew for every line, so they may be learnt on the way. */
export function fileFormat(columns: readonly Column[], profile: FileProfile, context: ColumnContext): FileFormat {
  return profile === 'jsonl' ? linesOfJson(columns, context) : linesOfCsv(columns, profile, context)
}

function linesOfJson(columns: readonly Column[], context: ColumnContext): FileFormat {
  const fields = jsonFields(columns, context)
  return {
    headers: fields.map(({ key }) => key),
    head: { text: '', changes: { replaced: 0, cut: 0 } },
    line: (activity) => encodeObject(fields, activity),
  }
}

function linesOfCsv(columns: readonly Column[], profile: CsvProfile, context: ColumnContext): FileFormat {
  const fields = csvFields(columns, profile, context)
  const headers = fields.map(({ header }) => header)
  const { text, changes } = encodeLine(headers, profile)
  const cellsOf = (activity: Exported) => fields.map(({ cell }) => cell(activity))
  return {
    headers,
    head: { text: prologue(profile) + text, changes },
    line: (activity) => encodeLine(cellsOf(activity), profile),
  }
}
