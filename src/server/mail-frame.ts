import { createHash } from 'node:crypto'
import { mailScript } from 'virtual:mail-script'

/**
 * The documents in which mail is shown. They are of an opaque origin by their own policy, run one script, named by its hash, and load
 * nothing; the second loads pictures over https. Neither can send, frame, submit or leave.
 */
const documents: Readonly<Record<string, string>> = {
  '/mail': 'data:',
  '/mail-with-images': 'data: https:',
}

const body = `<!doctype html><html><head><meta charset="utf-8"><title>Message</title></head><body><script>${mailScript}</script></body></html>`
const scriptHash = `sha256-${createHash('sha256').update(mailScript).digest('base64')}`

export function isMailFrame(path: string): boolean {
  return Object.hasOwn(documents, path)
}

/** Answers for a path that `isMailFrame`. */
export function mailFrame(path: string): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': policyOf(documents[path] ?? 'data:'),
      // Names of linked sites would be looked up before anybody follows the link.
      'x-dns-prefetch-control': 'off',
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}

function policyOf(images: string): string {
  return [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    "style-src 'unsafe-inline'",
    `img-src ${images}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
    "require-trusted-types-for 'script'",
    'trusted-types dompurify',
  ].join('; ')
}
