declare module 'virtual:mail-script' {
  /** The mail frame's whole script (src/mail/frame.ts and what it imports), ready to stand in a document. */
  export const mailScript: string
}
