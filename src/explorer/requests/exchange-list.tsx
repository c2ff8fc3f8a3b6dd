import type { Exchange } from '#client/request-log.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { sizeText } from '#explorer/size-text.ts'
import { cx } from '#ui/cx.ts'

interface Props {
  exchanges: readonly Exchange[]
  shown: number
  onChoose: (number: number) => void
}

/** Every request that is still remembered, newest first. */
export function ExchangeList({ exchanges, shown, onChoose }: Props) {
  return (
    <ol
      aria-label="Requests"
      className="flex max-h-64 flex-col divide-y divide-line overflow-y-auto rounded-md border border-line"
    >
      {exchanges.toReversed().map((exchange) => (
        <li key={exchange.number}>
          <button
            type="button"
            aria-current={exchange.number === shown}
            onClick={() => onChoose(exchange.number)}
            className={cx(
              'grid w-full cursor-default grid-cols-[minmax(0,1fr)_3.5rem_4.5rem_4.5rem] items-baseline gap-x-2 px-3 py-1.5 text-start text-xs max-sm:grid-cols-[minmax(0,1fr)_3rem_4rem] pointer-coarse:min-h-11',
              exchange.number === shown ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            <Cells exchange={exchange} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function Cells({ exchange: { method, path, parameters, status, took, size } }: { exchange: Exchange }) {
  const { locale } = useExplorer()
  const bounds = parameters.filter(([name]) => /__|skip/.test(name)).map(([name, value]) => `${name}=${value}`)
  return (
    <>
      <span className="truncate font-mono" title={bounds.join('\n') || undefined}>
        {method} {path}
        {bounds.length > 0 && <span className="text-ink-muted"> {bounds.join(' ')}</span>}
      </span>
      <span className={cx('text-end tabular-nums', status !== null && status < 400 ? 'text-good' : 'text-danger')}>
        {status ?? 'none'}
      </span>
      <span className="text-end text-ink-muted tabular-nums">{took.toLocaleString(locale)} ms</span>
      <span className="text-end text-ink-muted tabular-nums max-sm:hidden">
        {size === null ? '–' : sizeText(size, locale)}
      </span>
    </>
  )
}
