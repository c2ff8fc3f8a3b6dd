import { Button } from '#ui/button.tsx'

interface Choices {
  readonly isError: boolean
  readonly isFetching: boolean
  readonly isPending: boolean
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** What to say below a field while its choices are on their way, or did not come. */
export function choicesStatus(choices: Choices, what: string) {
  if (choices.isError && !choices.isFetching) {
    return (
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span>
          {what} could not be loaded. {choices.error?.message}
        </span>
        <Button size="small" icon="retry" onClick={() => void choices.refetch()}>
          Try again
        </Button>
      </span>
    )
  }
  return choices.isPending ? `Loading ${what.toLowerCase()}…` : null
}
