import type { Exchange } from '#client/request-log.ts'
import { apiUrl, curlText } from '#core/query/curl-text.ts'
import { useExplorer } from '#explorer/explorer-context.ts'
import { CopyButton } from '#explorer/copy-button.tsx'
import { keyed } from '#lib/keyed.ts'
import { sizeText } from '#explorer/size-text.ts'
import { apiBase } from './api-base.ts'

/** One request, whole: method, path, each parameter, and how it went. */
export function ExchangeDetails({ exchange }: { exchange: Exchange }) {
  const { query, locale } = useExplorer()
  const base = apiBase(query.source)
  const { method, path, parameters, body, took, status, size } = exchange
  const facts = [
    status === null ? 'No answer' : `Status ${status}`,
    `${took.toLocaleString(locale)} ms`,
    ...(size === null ? [] : [sizeText(size, locale)]),
  ]
  return (
    <section aria-label="The request" className="flex flex-col gap-3 rounded-md border border-line bg-sunken p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <code className="font-mono break-all">
          <span className="font-semibold">{method}</span> {path}
        </code>
        <span className="text-xs text-ink-muted tabular-nums">{facts.join(' · ')}</span>
      </div>
      {parameters.length > 0 && (
        <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 font-mono text-xs leading-5">
          {keyed(parameters).map(({ key, item: [name, value] }) => (
            <div key={key} className="contents">
              <dt className="break-all text-ink-muted">{name}</dt>
              <dd className="wrap-anywhere">{value.replaceAll(',', ',\u200b')}</dd>
            </div>
          ))}
        </dl>
      )}
      {body !== null && (
        <pre className="max-h-40 overflow-y-auto font-mono text-xs break-words whitespace-pre-wrap">{body}</pre>
      )}
      <div className="flex flex-wrap gap-2">
        <CopyButton label="Copy as cURL" text={() => curlText(exchange, base)} />
        <CopyButton label="Copy API URL" text={() => apiUrl(exchange, base)} />
      </div>
    </section>
  )
}
