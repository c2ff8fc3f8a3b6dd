import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useId, useRef } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export interface Command {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  /** Shown, reachable by arrows and not to be chosen, because of this. */
  readonly unavailable?: string | null | undefined
  /** Beside the label, such as the keys that do the same. */
  readonly hint?: ReactNode
}

export interface CommandGroup<Item extends Command> {
  readonly label: string
  readonly items: readonly Item[]
}

interface CommandDialogProps<Item extends Command> {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Names the dialog and its field. */
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
  /** What fits the text, best first. */
  groups: readonly CommandGroup<Item>[]
  /** Called when the dialog has gone and the focus is back where it was. */
  onChoose: (item: Item) => void
  /** What is going on, announced as it changes. */
  status?: string | null
  empty: string
  footer?: ReactNode
}

/** A field over the page and below it everything that fits: arrows and Enter choose. */
export function CommandDialog<Item extends Command>(props: CommandDialogProps<Item>) {
  const { open, onOpenChange, label, placeholder, text, onText, groups, onChoose, status, empty, footer } = props
  const chosen = useRef<Item | null>(null)
  function afterwards(isOpen: boolean) {
    const item = chosen.current
    chosen.current = null
    if (!isOpen && item) onChoose(item)
  }
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)} onOpenChangeComplete={afterwards}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/35" />
        <Dialog.Popup
          aria-label={label}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[min(32rem,calc(100dvh-1rem))] max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-xl outline-none sm:top-[12vh]"
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups.map((group) => ({ ...group, items: [...group.items] }))}
            value={text}
            onValueChange={onText}
            itemToStringValue={(item) => item.label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.InputGroup className="flex shrink-0 items-center gap-2 border-b border-line ps-3 focus-within:shadow-[inset_0_-2px_0_var(--accent)]">
              <Icon name="search" className="size-4 text-ink-muted" />
              <Autocomplete.Input
                aria-label={label}
                placeholder={placeholder}
                className="h-11 min-w-0 grow bg-transparent pe-3 outline-none placeholder:text-ink-faint pointer-coarse:text-base"
              />
            </Autocomplete.InputGroup>
            <Autocomplete.Status className="shrink-0 px-3 py-1.5 text-ink-muted empty:hidden">
              {status}
            </Autocomplete.Status>
            <Autocomplete.Empty className="shrink-0 px-3 py-3 text-ink-muted empty:hidden">
              {status ? null : empty}
            </Autocomplete.Empty>
            <Autocomplete.List
              aria-label={label}
              className="min-h-0 grow scroll-py-8 overflow-y-auto overscroll-contain pb-1 outline-none data-empty:hidden"
            >
              {(group: CommandGroup<Item>) => (
                <Autocomplete.Group key={group.label} items={[...group.items]}>
                  <Autocomplete.GroupLabel className="sticky top-0 z-10 bg-raised px-3 py-1 text-xs font-medium text-ink-muted">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => (
                      <CommandRow
                        key={item.id}
                        item={item}
                        onChoose={() => {
                          chosen.current = item
                          onOpenChange(false)
                        }}
                      />
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
          {footer && <div className="shrink-0 border-t border-line px-3 py-1.5 text-xs text-ink-muted">{footer}</div>}
          <Dialog.Close className="sr-only">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function CommandRow({ item, onChoose }: { item: Command; onChoose: () => void }) {
  const id = useId()
  const { label, detail, unavailable, hint } = item
  const more = unavailable ?? detail
  return (
    <Autocomplete.Item
      value={item}
      disabled={Boolean(unavailable)}
      onClick={onChoose}
      aria-label={label}
      aria-describedby={more ? id : undefined}
      className={cx(
        'mx-1 flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 leading-5 outline-none select-none pointer-coarse:min-h-11',
        'data-highlighted:bg-accent-soft aria-disabled:text-ink-faint',
      )}
    >
      <span className="min-w-0 grow">
        <span dir="auto">{label}</span>
        {more && (
          <span id={id} dir="auto" className={cx('text-xs text-ink-faint', unavailable ? 'block' : 'ms-2')}>
            {more}
          </span>
        )}
      </span>
      {hint}
    </Autocomplete.Item>
  )
}
