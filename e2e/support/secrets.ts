import type { Page } from 'playwright/test'

/** Every form in which a secret could be found somewhere. */
export function formsOf(secret: string): readonly string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  return [secret, base64(secret), base64(`${secret}:`), encodeURIComponent(secret)]
}

export interface Watch {
  /** Everything the page has said, asked for, stored or drawn until now, as one text for each place. */
  readonly places: () => Promise<Readonly<Record<string, string>>>
}

/** Watches a page from its beginning, to see afterwards where a secret went. Requests' headers are left out: they carry it. */
export function watchForSecrets(page: Page): Watch {
  const said: string[] = []
  page.on('console', (message) => said.push(`${message.text()} ${message.location().url}`))
  page.on('pageerror', (error) => said.push(`${error.message} ${error.stack ?? ''}`))
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
  return {
    places: async () => ({
      console: said.join('\n'),
      requests: asked.join('\n'),
      cookies: JSON.stringify(await page.context().cookies()),
      ...(await page.evaluate(lookAround)),
    }),
  }
}

/** Runs in the page. */
async function lookAround(): Promise<Record<string, string>> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error('A database could not be read.')))
    })
  const databases = await Promise.all(
    (await indexedDB.databases()).map(async ({ name = '' }) => {
      const database = await done(indexedDB.open(name))
      const stores = [...database.objectStoreNames]
      return [
        name,
        await Promise.all(stores.map((store) => done(database.transaction(store).objectStore(store).getAll()))),
      ]
    }),
  )
  const files: unknown[] = []
  for await (const [name, handle] of (await navigator.storage.getDirectory()).entries())
    files.push([name, handle instanceof FileSystemFileHandle ? await (await handle.getFile()).text() : ''])
  const history: unknown = Reflect.get(globalThis, 'navigation')
    ?.entries()
    .map((entry: { readonly url: string | null; readonly getState: () => unknown }) => [entry.url, entry.getState()])
  return {
    address: location.href,
    'history state': JSON.stringify(window.history.state),
    'history entries': JSON.stringify(history),
    'local storage': JSON.stringify({ ...localStorage }),
    'session storage': JSON.stringify({ ...sessionStorage }),
    'indexed databases': JSON.stringify(databases),
    'private files': JSON.stringify(files),
    caches: JSON.stringify(await caches.keys()),
    'window name': window.name,
    markup: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')).join('\n'),
  }
}
