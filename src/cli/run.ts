/** The command line, apart from the process it runs in. */
import { version } from '#core/version.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import { exportCommand } from './export-command.ts'
import { helpText } from './help.ts'
import type { Io } from './io.ts'
import { openCommand } from './open-command.ts'
import { readInvocation } from './options.ts'
import { planCommand } from './plan-command.ts'

/** Answers with the exit status. */
export async function runCommand(typed: readonly string[], io: Io): Promise<ExitStatus> {
  const invocation = readInvocation(typed)
  switch (invocation.command) {
    case 'help':
      await io.out(helpText(invocation.about))
      return exitStatus.complete
    case 'version':
      await io.out(`${version}\n`)
      return exitStatus.complete
    case 'refused': {
      const more = `close-activities ${invocation.about === null ? '' : `${invocation.about} `}--help`
      io.err(`${invocation.reason}\nSee ${more}\n`)
      return exitStatus.badQuery
    }
    case 'plan':
      return planCommand(invocation.link, io, Date.now())
    case 'open':
      return openCommand(invocation.text, invocation.page, io)
    case 'export':
      return exportCommand(invocation.options, io)
  }
}
