/** Reads what was typed after `close-activities`. */
import { parseArgs } from 'node:util'
import { isSecretText } from '#core/query/secrets.ts'
import type { ConversationLines } from '#core/query/conversation-lines.ts'
import type { ExportProfile } from '#export/needs.ts'

export const commands = ['export', 'plan', 'open'] as const
export type Command = (typeof commands)[number]

export interface ExportOptions {
  readonly link: string
  /** Null writes to standard output. */
  readonly out: string | null
  readonly profile: ExportProfile
  /** `visible`, `all`, or ids of columns with commas between them. */
  readonly columns: string
  readonly lines: ConversationLines
  readonly verify: boolean
  readonly resume: boolean
  readonly force: boolean
  readonly api: string
}

export type Invocation =
  | { readonly command: 'help'; readonly about: Command | null }
  | { readonly command: 'version' }
  | { readonly command: 'export'; readonly options: ExportOptions }
  | { readonly command: 'plan'; readonly link: string }
  | { readonly command: 'open'; readonly text: string; readonly page: string }
  /** `reason` is a sentence. It quotes nothing that may be a key. */
  | { readonly command: 'refused'; readonly reason: string; readonly about: Command | null }

export const defaultApi = 'https://api.close.com'
export const defaultPage = 'http://127.0.0.1:5180/'

const profiles: readonly ExportProfile[] = ['spreadsheet', 'exact', 'jsonl']
const lineKinds: readonly ConversationLines[] = ['conversations', 'messages']

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  out: { type: 'string', short: 'o' },
  profile: { type: 'string' },
  columns: { type: 'string' },
  lines: { type: 'string' },
  verify: { type: 'boolean' },
  resume: { type: 'boolean' },
  force: { type: 'boolean' },
  api: { type: 'string' },
  page: { type: 'string' },
} as const

type OptionName = keyof typeof options

/** Which options a command knows, beside `--help`. */
const known: Readonly<Record<Command, readonly OptionName[]>> = {
  export: ['out', 'profile', 'columns', 'lines', 'verify', 'resume', 'force', 'api'],
  plan: [],
  open: ['page'],
}

/** Never throws. */
export function readInvocation(typed: readonly string[]): Invocation {
  const [first] = typed
  if (first === undefined || first === 'help') return { command: 'help', about: commandOf(typed[1]) }
  const about = commandOf(first)
  const reading = read(typed)
  if (typeof reading === 'string') return { command: 'refused', reason: reading, about }
  const { values, positionals } = reading
  if (values.version === true) return { command: 'version' }
  if (values.help === true) return { command: 'help', about }
  if (about === null) return refused(null, `${quoted(first)} is no command: there are ${commands.join(', ')}.`)
  const strange = optionNames.find((name) => values[name] !== undefined && !known[about].includes(name))
  if (strange !== undefined) return refused(about, `“${about}” has no option --${strange}.`)
  const [, text, ...rest] = positionals
  if (text === undefined) return refused(about, missing[about])
  if (rest.length > 0)
    return refused(about, 'There is more than one link. Put quotes around it: the shell splits at “&” and at spaces.')
  if (about === 'plan') return { command: 'plan', link: text }
  if (about === 'open') return { command: 'open', text, page: values.page ?? defaultPage }
  return readExport(text, values)
}

type Values = Exclude<ReturnType<typeof read>, string>['values']

function read(typed: readonly string[]) {
  try {
    return parseArgs({ args: [...typed], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Its own words quote what was typed, which may be a key.
    return wordsOf(error)
  }
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const name = error instanceof Error ? /'(?:-\w, )?(--[a-z-]{1,20})[ '=]/.exec(error.message)?.[1] : undefined
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const isKey = name !== undefined && /key|token|secret|auth|password/.test(name)
    return isKey || name === undefined
      ? 'There is no such option. A key is never an option: set CLOSE_API_KEY in the environment.'
      : `There is no option ${name}.`
  }
  return name === undefined ? 'The options cannot be read.' : `${name} needs a value, or has one that it does not take.`
}

function readExport(link: string, values: Values): Invocation {
  const { profile = 'spreadsheet', lines = 'conversations', out, api = defaultApi } = values
  const knownProfile = profiles.find((each) => each === profile)
  if (!knownProfile) return refused('export', `${quoted(profile)} is no profile: there are ${profiles.join(', ')}.`)
  const knownLines = lineKinds.find((each) => each === lines)
  if (!knownLines) return refused('export', `--lines is ${lineKinds.join(' or ')}.`)
  if (out === '') return refused('export', '--out needs the name of a file.')
  if (values.resume === true && out === undefined)
    return refused('export', '--resume needs --out FILE: what goes to standard output cannot be gone on with.')
  return {
    command: 'export',
    options: {
      link,
      out: out ?? null,
      profile: knownProfile,
      columns: values.columns ?? 'visible',
      lines: knownLines,
      verify: values.verify ?? false,
      resume: values.resume ?? false,
      force: values.force ?? false,
      api,
    },
  }
}

const missing: Readonly<Record<Command, string>> = {
  export: 'What shall be exported? Give a link to the page, in quotes.',
  plan: 'What shall be planned? Give a link to the page, in quotes.',
  open: 'What shall be opened? Give an address of the API or a curl line, in quotes.',
}

const optionNames = Object.keys(options).filter((name): name is OptionName => name in options)

function commandOf(text: string | undefined): Command | null {
  return commands.find((command) => command === text) ?? null
}

function refused(about: Command | null, reason: string): Invocation {
  return { command: 'refused', reason, about }
}

/** What was typed, unless it may be a key. */
function quoted(text: string): string {
  return isSecretText(text) || text.length > 40 ? 'That' : `“${text}”`
}
