import { cx } from './cx.ts'
import { inputText } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './option.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

/** What a combobox looks like, live or not yet. */
export const fieldInput = cx(
  inputText,
  'h-7.5 w-full cursor-default truncate bg-transparent ps-2 pe-7 outline-none pointer-coarse:h-9.5',
)

export function FieldChevron() {
  return (
    <Icon name="chevron-down" className="pointer-events-none absolute inset-y-0 end-2 my-auto size-4 text-ink-faint" />
  )
}

export const chipsInput = cx(inputText, 'h-6.5 min-w-8 flex-1 bg-transparent px-1.5 outline-none pointer-coarse:h-8.5')

export const chips = 'flex min-w-0 grow flex-wrap items-center gap-1 p-0.5'

export const chip =
  'flex min-h-6 max-w-full min-w-0 cursor-default items-center gap-0.5 rounded-sm ps-1.5 leading-4 outline-none'

export const liveChip = cx(chip, 'bg-accent-soft text-ink focus:outline-2 focus:outline-accent')

export const chipRemove =
  'flex size-6 shrink-0 cursor-default items-center justify-center rounded-sm text-ink-muted hover:text-ink'

export function ChipCross() {
  return <Icon name="cross" className="size-3" />
}

export function ChipText({ option }: { option: Option }) {
  return <span className="min-w-0 truncate">{option.label}</span>
}

export function GreyedChip({ option }: { option: Option }) {
  return (
    <span className={cx(chip, 'bg-line/60 pe-1.5')}>
      <ChipText option={option} />
    </span>
  )
}

export function KeptChip({ option }: { option: Option }) {
  return (
    <span className={cx(chip, 'border border-dashed border-line-strong pe-1.5 text-ink-faint')}>
      <s className="min-w-0 truncate">{option.label}</s>
    </span>
  )
}

export function ChipsChevron() {
  return (
    <Icon
      name="chevron-down"
      className="pointer-events-none me-2 mt-1.75 size-4 text-ink-faint pointer-coarse:mt-2.75"
    />
  )
}

export function KeptText({ id, kept }: { id: string; kept: readonly Option[] }) {
  return (
    <p id={id} className="text-xs text-ink-faint">
      Kept, not applied<VisuallyHidden>: {kept.map((option) => option.label).join(', ')}</VisuallyHidden>
    </p>
  )
}
