import { Component, type ReactNode } from 'react'
import { Button } from '#ui/button.tsx'

/** Words and a way on, whatever breaks. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('Unknown') }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <main className="mx-auto flex max-w-xl flex-col items-start gap-3 p-6" role="alert">
        <h1 className="text-base font-semibold">This page has stopped working</h1>
        <p>
          The query is in the address and is not lost. Reload to go on; if that does not help, open the page without its
          filters.
        </p>
        <p className="font-mono text-xs text-ink-muted">{error instanceof Error ? error.message : 'Unknown error'}</p>
        <div className="flex gap-2">
          <Button look="primary" icon="retry" onClick={() => window.location.reload()}>
            Reload
          </Button>
          <a href="/" className="inline-flex min-h-8 items-center px-3 underline">
            Open without filters
          </a>
        </div>
      </main>
    )
  }
}
