import { afterEach, expect, test, vi } from 'vitest'
import { download, readingMs } from './deliver.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('what a file is downloaded from is let go of once it has been read, and not before', () => {
  vi.useFakeTimers()
  const link = { href: '', download: '', hidden: false, click: vi.fn(), remove: vi.fn() }
  vi.stubGlobal('document', { createElement: () => link, body: { append: vi.fn() } })
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one')
  const letGo = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
  download(new Blob(['a']), 'calls.csv', 'text/csv')
  expect(link).toMatchObject({ href: 'blob:one', download: 'calls.csv' })
  expect(link.click).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(readingMs - 1)
  expect(letGo).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(letGo).toHaveBeenCalledExactlyOnceWith('blob:one')
})
