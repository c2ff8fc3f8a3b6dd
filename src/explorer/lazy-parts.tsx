/** Parts that the first rows do not need. Until they are there, something of their size stands in their place. */
import { Suspense } from 'react'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const LazyConnectionControl = lazyPart(() =>
  import('./connection/connection-control.tsx').then((module) => ({ default: module.ConnectionControl })),
)

const LazyConnectButton = lazyPart(() =>
  import('./connection/connect-button.tsx').then((module) => ({ default: module.ConnectButton })),
)

const LazyPasteBox = lazyPart(() => import('./filters/paste-box.tsx').then((module) => ({ default: module.PasteBox })))

const LazyFiltersForm = lazyPart(() =>
  import('./filters/filters-form.tsx').then((module) => ({ default: module.FiltersForm })),
)

export function ConnectionControl() {
  return (
    <Suspense fallback={<ConnectPlaceholder />}>
      <LazyConnectionControl />
    </Suspense>
  )
}

export function ConnectButton({ look }: { look?: ButtonProps['look'] }) {
  return (
    <Suspense fallback={<ConnectPlaceholder />}>
      <LazyConnectButton look={look} />
    </Suspense>
  )
}

function ConnectPlaceholder() {
  return (
    <Button icon="lock" greyed>
      Connect to Close
    </Button>
  )
}

export function PasteBox() {
  return (
    <Suspense
      fallback={
        <Button icon="link" greyed>
          Paste a link
        </Button>
      }
    >
      <LazyPasteBox />
    </Suspense>
  )
}

export function FiltersForm() {
  return (
    <Suspense fallback={<FormPlaceholder />}>
      <LazyFiltersForm />
    </Suspense>
  )
}

const fields = ['List', 'Leads', 'Users', 'Contacts', 'Activity types', 'Sort by', 'Period']

function FormPlaceholder() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3">
      {fields.map((field) => (
        <div key={field} className="flex flex-col gap-1">
          <span className="text-xs font-medium text-ink-faint">{field}</span>
          <span className="h-8 rounded-md border border-line bg-raised" />
        </div>
      ))}
    </div>
  )
}
