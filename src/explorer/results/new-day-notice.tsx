import { useEffect } from 'react'
import { useExplorer } from '#explorer/explorer-context.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useNewDay } from './use-new-day.ts'

/** Past midnight: the rows are those of the days before, until the reader wants others. */
export function NewDayNotice() {
  return useNewDay() ? <NewDay /> : null
}

function NewDay() {
  const { address, announce } = useExplorer()
  const text = 'A new day has begun: this period now means other days than the ones shown.'
  useEffect(() => announce(text), [announce])
  return (
    <Notice
      actions={
        <Button size="small" look="fix" onClick={() => address.renew()}>
          Show the new days
        </Button>
      }
    >
      {text}
    </Notice>
  )
}
