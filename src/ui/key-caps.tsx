/** Keys as they stand on a keyboard; presses in a row are joined by "then". Not said: whoever draws them says them. */
export function KeyCaps({ presses }: { presses: readonly (readonly string[])[] }) {
  return (
    <span aria-hidden="true" className="inline-flex shrink-0 items-center gap-1 text-xs text-ink-muted">
      {presses.map((caps, i) => (
        <span key={caps.join(' ')} className="inline-flex items-center gap-0.5">
          {i > 0 && <span className="me-0.5">then</span>}
          {caps.map((cap) => (
            <kbd
              key={cap}
              className="min-w-5 rounded-sm border border-line bg-sunken px-1 text-center font-sans leading-4.5 text-ink-muted"
            >
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
