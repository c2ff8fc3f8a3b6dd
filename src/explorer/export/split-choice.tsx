import { numberText } from '#core/activity/format.ts'
import { sheetRows } from '#export/estimate.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { TextField } from '#ui/text-field.tsx'
import { exceedsSheet, type ExportOptions, rowsPerFileOf } from './export-options.ts'

interface Props {
  options: ExportOptions
  /** As far as it is known. */
  rows: number | null
  locale: string
  onChange: (change: Partial<ExportOptions>) => void
}

/** One file or several, and what Excel could not show of it. */
export function SplitChoice({ options, rows, locale, onChange }: Props) {
  const { profile, splits, rowsPerFile } = options
  const perFile = rowsPerFileOf(options)
  return (
    <div className="flex flex-col gap-2">
      {profile === 'spreadsheet' && (
        <Limits exceeds={exceedsSheet(rows, typeof perFile === 'number' ? perFile : null)} locale={locale} />
      )}
      <Checkbox checked={splits} onChange={() => onChange({ splits: !splits })}>
        Split into files
      </Checkbox>
      {splits && (
        <TextField
          label="Rows in each file"
          inputMode="numeric"
          value={rowsPerFile}
          error={typeof perFile === 'string' ? perFile : undefined}
          hint="Each file has the header; their rows add up to the whole."
          onChange={(event) => onChange({ rowsPerFile: event.target.value })}
        />
      )}
    </div>
  )
}

function Limits({ exceeds, locale }: { exceeds: boolean | null; locale: string }) {
  if (exceeds === true)
    return (
      <p className="text-warn">
        Excel shows {numberText(sheetRows + 1, locale)} rows of a file and leaves out the others. Split into files to
        see them all.
      </p>
    )
  return (
    <p className="text-xs text-ink-faint">
      Excel shows at most {numberText(sheetRows + 1, locale)} rows of a file and {numberText(32_767, locale)} characters
      of a cell; longer texts are cut there, and counted.
    </p>
  )
}
