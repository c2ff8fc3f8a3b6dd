import type { WireActivity } from '#core/close/wire.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { jsonText } from './fields.ts'

export function RawJson({ activity }: { activity: WireActivity }) {
  return (
    <Disclosure label="Raw JSON">
      <pre
        tabIndex={0}
        role="region"
        aria-label="Raw JSON"
        dir="ltr"
        className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-2 font-mono text-xs leading-5 break-normal"
      >
        {jsonText(activity)}
      </pre>
    </Disclosure>
  )
}
