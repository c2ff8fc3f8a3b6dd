import { useExplorer } from '#explorer/explorer-context.ts'
import { focusList } from '#explorer/reading/focus-list.ts'
import { Button } from '#ui/button.tsx'

/** First on the page, and seen by whoever comes there by keys: past the form, and how to have the list without a grid. */
export function SkipLinks() {
  const { actions } = useExplorer()
  function read() {
    if (actions.best('reading')) actions.run('reading')
    else actions.say('There are no rows.')
  }
  return (
    <>
      <Button look="primary" className={hidden} onClick={focusList}>
        Go to the activities
      </Button>
      <Button look="primary" className={hidden} onClick={read}>
        Reading mode on or off
      </Button>
    </>
  )
}

const hidden = 'not-focus:sr-only focus:absolute focus:start-2 focus:top-2 focus:z-40'
