import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, start } from './support/command-line.ts'
import { readCsv } from './support/csv.ts'
import { Explorer } from './support/explorer.ts'
import { exportButton } from './support/export.ts'
import { expect, test } from './support/test.ts'

const still = { SANDBOX_LIVE_EVERY: '0', SANDBOX_RATE: 'off' }

test.use({ env: still })

test('says what it can do, and what was wrong with what was typed', async () => {
  const help = await run(['--help'])
  expect(help.status).toBe(0)
  expect(help.out).toContain("close-activities export '<link>'")
  for (const command of ['export', 'plan', 'open']) {
    const more = await run([command, '--help'])
    expect(more.status).toBe(0)
    expect(more.out).toContain(`close-activities ${command} '<`)
    expect(more.out).toContain('Exit status: 0')
  }
  const mistakes: readonly (readonly [readonly string[], string])[] = [
    [['exprot', 'resource=call'], '“exprot” is no command: there are export, plan, open.'],
    [['export'], 'What shall be exported? Give a link to the page, in quotes.'],
    [['export', 'resource=call', 'range=7d'], 'Put quotes around it'],
    [['export', 'resource=call', '--profil', 'exact'], 'There is no option --profil.'],
    [['export', 'resource=call', '--profile', 'excel'], '“excel” is no profile: there are spreadsheet, exact, jsonl.'],
    [['export', 'resource=call', '--columns', 'time,colour'], 'There is no column “colour”.'],
    [['export', 'resource=call', '--resume'], '--resume needs --out FILE'],
    [['export', 'resource=call', '--api', 'http://example.com'], '--api must be an https address'],
    [['export', 'resource=call', '--out', '/nowhere/at/all.csv'], 'The folder /nowhere/at does not exist.'],
    [['plan', 'resource=call', '--verify'], '“plan” has no option --verify.'],
    [['export', 'hello world'], 'Paste a link to this page'],
  ]
  const answers = await Promise.all(mistakes.map(([typed]) => run(typed)))
  for (const [index, { status, out, err }] of answers.entries()) {
    expect(err).toContain(mistakes[index]?.[1])
    expect(out).toBe('')
    expect(status).toBe(2)
  }
})

test('a query that Close does not allow names the rule and the ways out', async ({ app }) => {
  for (const command of ['export', 'plan']) {
    const { status, err } = await run([command, 'user_id__in=user_sILLb4o3u5ZYZp5JDfTCzy'])
    expect(status).toBe(2)
    expect(err).toContain('Close filters by user only within one lead. (1 user, no lead; rule users-need-one-lead)')
    expect(err).toContain('- Use the Calls list')
  }
  const unread = await run(['export', 'resource=call&colour=red', '--api', `${app.origin}/sandbox`])
  expect(unread.status).toBe(2)
  expect(unread.err).toContain('Not applied: colour=red')
  expect(unread.out).toBe('')
})

test('a plan says the first request and why, and an address of the API becomes a link', async () => {
  const plan = await run(['plan', 'resource=call&date_created__gte=2026-03-29&date_created__lt=2026-03-30'])
  expect(plan.status).toBe(0)
  expect(plan.out).toContain('GET /api/v1/activity/call/?')
  expect(plan.out).toContain('from 2026-03-28T23:00:00Z, included to 2026-03-29T22:00:00Z, excluded')

  const curl = `curl -u api_0123456789abcdef: "https://api.close.com/api/v1/activity/call/?user_id=user_sILLb4o3u5ZYZp5JDfTCzy"`
  const open = await run(['open', curl, '--page', 'https://activities.example.test/'])
  expect(open.out).toBe(
    'https://activities.example.test/?source=close&resource=call&user_id__in=user_sILLb4o3u5ZYZp5JDfTCzy\n',
  )
  expect(open.err + open.out).not.toContain('0123456789abcdef')
})

test('the same link gives the same bytes as the page, and a receipt', async ({ app, page }, testInfo) => {
  const link = 'resource=call&tz=Europe/Berlin'
  const file = testInfo.outputPath('calls.csv')
  const api = ['--api', `${app.origin}/sandbox`]
  const [toFile, toOut] = await Promise.all([
    run(['export', `${app.origin}/?${link}`, '--out', file, ...api]),
    run(['export', link, ...api]),
  ])
  expect(toFile).toMatchObject({ status: 0, out: '' })
  expect(toOut.status).toBe(0)
  const text = readFileSync(file, 'utf8')
  expect(toOut.out).toBe(text)
  const { records } = readCsv(readFileSync(file))
  expect(JSON.parse(readFileSync(`${file}.receipt.json`, 'utf8'))).toMatchObject({
    status: 'complete',
    search: link,
    rows: records.length,
    timeZone: 'Europe/Berlin',
  })
  expect(toFile.err).toContain(`${records.length.toLocaleString('en')} activities`)
  expect(JSON.parse(toOut.err)).toMatchObject({ status: 'complete', rows: records.length })

  const explorer = new Explorer(page)
  await explorer.open(link)
  await explorer.settled()
  await exportButton(page).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Start export' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(text)

  const again = await run(['export', link, '--out', file, ...api])
  expect(again).toMatchObject({ status: 2, err: `${file} exists. Add --force to replace it.\n` })
  const lines = await run(['export', link, '--profile', 'jsonl', '--columns', 'all', '--verify', ...api])
  expect(lines.out.trimEnd().split('\n')).toHaveLength(records.length)
  expect(JSON.parse(lines.err)).toMatchObject({ verify: { status: 'agrees', deleted: 0, changed: 0, added: 0 } })
  const none = await run(['export', 'resource=call&date_created__gte=2031-01-01', '--profile', 'exact', ...api])
  expect(none.status).toBe(0)
  expect(none.out.split('\r\n')).toHaveLength(2)
})

test('an export that was killed goes on where it ended, to the same bytes', async ({ app, sandbox }, testInfo) => {
  const api = ['--api', `${app.origin}/sandbox`, '--profile', 'exact', '--columns', 'id,time,summary']
  const link = 'date_created__lt=2026-11-01'
  const unbroken = await run(['export', link, ...api])
  const file = testInfo.outputPath('all.csv')
  const partial = testInfo.outputPath('all.partial.csv')

  await sandbox.fault({ fault: 'hang', times: null, after: 40, match: '/activity/' })
  const { child, ended } = start(['export', link, '--out', file, ...api])
  await expect.poll(() => existsSync(`${file}.checkpoint.json`)).toBe(true)
  child.kill('SIGKILL')
  expect((await ended).status).toBeNull()
  expect(existsSync(file)).toBe(false)
  expect(existsSync(partial)).toBe(true)
  await sandbox.clear()

  const refused = await run(['export', link, '--out', file, ...api])
  expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('Add --resume to go on with it') })
  const other = await run(['export', `${link}&thread_emails=only`, '--out', file, '--resume', ...api])
  expect(other.status).not.toBe(0)
  expect(other.err).toContain('The interrupted export was of another question')
  const resumed = await run(['export', link, '--out', file, '--resume', ...api])
  expect(resumed).toMatchObject({ status: 0, out: '' })
  expect(readFileSync(file, 'utf8')).toBe(unbroken.out)
  expect(readdirSync(testInfo.outputPath()).toSorted()).toEqual(['all.csv', 'all.csv.receipt.json'])
})

test('stopped by Ctrl-C it leaves whole lines, says so, and answers 1', async ({ app, sandbox }, testInfo) => {
  const file = testInfo.outputPath('notes.csv')
  await sandbox.fault({ fault: 'hang', times: null, after: 3, match: '/activity/' })
  const { child, ended } = start([
    'export',
    'resource=note',
    '--out',
    file,
    '--api',
    `${app.origin}/sandbox`,
    '--profile',
    'exact',
  ])
  await expect
    .poll(async () => (await sandbox.requests()).filter(({ path }) => path.includes('/activity/note/')).length)
    .toBeGreaterThanOrEqual(3)
  child.kill('SIGINT')
  const { status, err } = await ended
  expect(status).toBe(1)
  expect(err).toContain('notes.partial.csv')
  expect(err).toContain('not all of them. The export was cancelled.')
  expect(existsSync(file)).toBe(false)
  const { records } = readCsv(readFileSync(testInfo.outputPath('notes.partial.csv')))
  expect(JSON.parse(readFileSync(`${file}.receipt.json`, 'utf8'))).toMatchObject({
    status: 'partial',
    rows: records.length,
  })
})

test('a key that is not accepted answers 3, and no key is found in anything it leaves', async ({ close }, testInfo) => {
  const api = ['--api', close.origin]
  const file = testInfo.outputPath('calls.csv')
  const link = 'resource=call&range=90d'
  const absent = await run(['export', link, ...api], { CLOSE_API_KEY: '' })
  expect(absent).toMatchObject({ status: 3, err: expect.stringContaining('Set CLOSE_API_KEY') })
  const wrong = await run(['export', link, ...api], { CLOSE_API_KEY: 'api_wrong_0x7Fq2' })
  expect(wrong).toMatchObject({ status: 3, out: '', err: expect.stringContaining('did not accept the key') })
  const token = await run(['export', link, '--out', file, ...api], {
    CLOSE_API_KEY: '',
    CLOSE_ACCESS_TOKEN: close.token,
  })
  expect(token.status).toBe(0)
  const right = await run(['export', link, ...api], { CLOSE_API_KEY: close.apiKey })
  expect(right.status).toBe(0)
  const asOption = await run(['export', link, '--key', close.apiKey, ...api])
  const asCommand = await run([close.apiKey])
  const inLink = await run(['export', `${link}&api_key=${close.apiKey}`, ...api], { CLOSE_API_KEY: close.apiKey })
  expect([asOption.status, asCommand.status, inLink.status]).toEqual([2, 2, 0])
  expect(inLink.err).toContain('looks like a key')

  const folder = testInfo.outputPath()
  const left = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  expect(left.length).toBeGreaterThan(1)
  const said = [absent, wrong, token, right, asOption, asCommand, inLink].flatMap(({ out, err }) => [out, err])
  for (const secret of [close.apiKey, close.token, 'api_wrong_0x7Fq2']) {
    const forms = [secret, btoa(`${secret}:`), btoa(secret), encodeURIComponent(secret)]
    for (const text of [...left, ...said]) for (const form of forms) expect(text).not.toContain(form)
  }
})

test('a reader that stops early, as head does, is no error to shout about', async ({ app }) => {
  const { child, ended } = start(['export', 'resource=email', '--api', `${app.origin}/sandbox`])
  child.stdout?.once('data', () => child.stdout?.destroy())
  const { status, err } = await ended
  expect(status).toBe(1)
  expect(err).not.toMatch(/EPIPE|at .*:\d+:\d+/)
})
