/** Line icons on a 16-pixel grid, drawn with the text's colour. They never carry a name: the text beside them does. */
const shapes = {
  check: 'm3 8.5 3.5 3.5L13 4.5',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-up': 'm4 10 4-4 4 4',
  'chevron-left': 'm10 4-4 4 4 4',
  'chevron-right': 'm6 4 4 4-4 4',
  cross: 'm4 4 8 8m0-8-8 8',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  'arrow-up': 'M8 13V3M4 7l4-4 4 4',
  'arrow-down': 'M8 3v10m-4-4 4 4 4-4',
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.2-1.3L13.5 13.5',
  clip: 'M12.5 7.2 7.6 12a3 3 0 0 1-4.3-4.2l5-5a2 2 0 0 1 2.9 2.9l-5 4.9a1 1 0 0 1-1.4-1.4l4.3-4.3',
  link: 'M6.5 9.5a2.5 2.5 0 0 0 3.6 0l2.6-2.6a2.5 2.5 0 1 0-3.6-3.6l-.9.9m1.3 2.3a2.5 2.5 0 0 0-3.6 0L3.3 9.1a2.5 2.5 0 1 0 3.6 3.6l.9-.9',
  alert: 'M8 2 14.5 13.5h-13L8 2Zm0 4.5v3m0 1.8v.2',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.8v3.8M8 4.8V5',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  download: 'M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10',
  bars: 'M2 13.5h12M4 11V7m4 4V3m4 8V5.5',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  filter: 'M2 3.5h12L9.5 9v4l-3-1.5V9L2 3.5Z',
  copy: 'M6 6h7.5v7.5H6zM3.5 10.5h-1v-8h8v1',
  external: 'M9 2.5h4.5V7m0-4.5L7.5 8.5M11.5 9.5v4h-9v-9h4',
  panel: 'M2.5 3h11v10h-11zM10 3v10',
  pin: 'M6 2.5h4l-.5 4 2 2.5h-7l2-2.5-.5-4ZM8 9v5',
  drag: 'M6 3.5v.2m0 4.2v.2m0 4.2v.2m4-9v.2m0 4.2v.2m0 4.2v.2',
  more: 'M3.5 8h.2m4.2 0h.2m4.2 0h.2',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.3m0 10.4v1.3M1.5 8h1.3m10.4 0h1.3M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z',
  screen: 'M2 3h12v8H2zM6 13.5h4M8 11v2.5',
  phone:
    'M3.2 2.5h2.3L6.7 5.6 5.2 6.8a8 8 0 0 0 4 4l1.2-1.5 3.1 1.2v2.3c0 .4-.4.8-.8.8A10.2 10.2 0 0 1 2.4 3.3c0-.4.4-.8.8-.8Z',
  envelope: 'M2 3.5h12v9H2zM2.3 4 8 8.7 13.7 4',
  envelopes: 'M4.5 5.5H14V13H4.5zM4.8 6l4.5 3.5L13.7 6M2 10.5V3h9.5',
  page: 'M3.5 2h6l3 3v9h-9zM9.5 2v3h3M5.8 8h4.4M5.8 10.8h4.4',
  speech: 'M2 3h12v8H7l-3 2.8V11H2zM5 6h6M5 8.2h4',
  bubble: 'M8 2.3a5.6 5.6 0 0 0-4.8 8.5l-.8 2.9 3-.8A5.6 5.6 0 1 0 8 2.3Z',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.8h11M5.3 2v3m5.4-3v3',
  star: 'm8 2.2 1.7 3.6 4 .5-2.9 2.7.7 4L8 11.1 4.5 13l.7-4-2.9-2.7 4-.5L8 2.2Z',
  person: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8Zm-5 5.7a5 5 0 0 1 10 0',
  building: 'M3.5 14V2.5h6V14M9.5 6h3v8M2 14h12M5.6 5h1.8M5.6 7.8h1.8M5.6 10.6h1.8',
  form: 'M3 2.5h10v11H3zM5.3 5.5h5.4M5.3 8h5.4M5.3 10.5H8',
  swap: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4m2.5-2.5L4 10.5 6.5 13',
  coin: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm1.8-7.7c-.3-.6-1-.9-1.8-.9-1 0-1.8.5-1.8 1.3S7 7.8 8 8s1.8.5 1.8 1.3-.8 1.3-1.8 1.3c-.9 0-1.5-.3-1.8-.9M8 4.3v7.4',
  merge: 'M3.5 2.5v2A3.5 3.5 0 0 0 7 8h5.5M3.5 13.5v-2A3.5 3.5 0 0 1 7 8m3-2.5L12.5 8 10 10.5',
  task: 'M2.5 2.5h11v11h-11zM5 8.2l2 2 4-4.4',
  import: 'M8 2.5v7M5 6.8l3 2.9 3-2.9M2.5 10v3.5h11V10',
  code: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5l3.5 3.5-3.5 3.5',
  keyboard: 'M1.5 4h13v8h-13zM4 6.7h.2m2.5 0h.2m2.5 0h.2m2.2 0h.2M4 9.5h8',
  question: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.4C6.3 5.4 7 4.8 8 4.8s1.7.7 1.7 1.6C9.7 7.6 8 7.6 8 9m0 2v.2',
} as const

export type IconName = keyof typeof shapes

export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${className}`}
    >
      <path d={shapes[name]} />
    </svg>
  )
}
