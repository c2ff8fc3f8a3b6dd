/** What the command line tells the shell. */
export const exitStatus = { complete: 0, partial: 1, badQuery: 2, notAuthorized: 3 } as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]
