import { useState } from 'react'
import { daysOf } from '#core/query/dates.ts'
import { useCopy } from '#explorer/copy-button.tsx'
import { useExplorer } from '#explorer/explorer-context.ts'
import { periods } from '#explorer/filters/period.ts'
import { formatDays } from '#explorer/filters/time-text.ts'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { Popover } from '#ui/popover.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { type Days, linkTo } from './link-to.ts'

/** Which days a link means: those that are seen now, or always the last ones. Opens at once: it is loaded by a click. */
export function LinkMenu({ button }: { button: ButtonProps }) {
  const { query, timeZone, locale, at } = useExplorer()
  const [isOpen, setIsOpen] = useState(true)
  const [days, setDays] = useState<Days>('exact')
  const { outcome, copy } = useCopy(() => linkTo(query, { timeZone, now: at }, days))
  if (query.range === null) return null
  const zone = query.timeZone ?? timeZone
  const exact = formatDays(daysOf(query.range, { timeZone: zone, now: at }), locale)
  const label = (periods.find(({ value }) => value === query.range)?.label ?? query.range).toLowerCase()
  return (
    <Popover title="Copy link" align="end" open={isOpen} onOpenChange={setIsOpen} trigger={<Button {...button} />}>
      <RadioGroup
        label="Days in the link"
        options={[
          { value: 'exact', label: 'These exact days' },
          { value: 'relative', label: `Always ${/^last \d/.test(label) ? 'the ' : ''}${label}` },
        ]}
        value={days}
        onChange={setDays}
        hint={days === 'exact' ? `${exact}, ${zone.replaceAll('_', ' ')}` : 'Counted from the day it is opened.'}
        className="[&>div]:flex-col"
      />
      <Button look="primary" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy}>
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Not allowed' : 'Copy'}
      </Button>
    </Popover>
  )
}
