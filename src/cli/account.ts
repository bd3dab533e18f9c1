import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { PenholderError } from '../errors.js'
import { addAccount, addToken, changeAccount, endToken, ROLES, type Role } from '../http/index.js'
import { storedAccounts, storedTokens } from '../record/index.js'
import { fitForTerminal } from './colours.js'
import { textOrJson } from './options.js'
import { print } from './output.js'
import { onRecord, type RecordOptions, stampNow, withRecord } from './record-place.js'

interface AddOptions extends RecordOptions {
  readonly role: Role
  readonly passwordFile?: string
}

interface ChangeOptions extends RecordOptions {
  readonly role?: Role
  readonly password?: boolean
  readonly passwordFile?: string
  readonly disable?: boolean
  readonly enable?: boolean
}

/** `penholder account`: who may sign in to `penholder serve`, and tokens for programs. */
export function accountCommand(): Command {
  const root = new Command('penholder account')
    .exitOverride()
    .enablePositionalOptions()
    .description(
      'who may sign in to `penholder serve`; as long as there are no accounts, everybody on this machine may',
    )
  const role = (text: string) => new Option('--role <role>', text).choices([...ROLES])
  const add = root
    .command('add <name>')
    .description('make an account; the first one must be an admin. The password is asked for, or read')
    .addOption(role('what it may: readers look, coders add, reviewers rule, admins manage accounts').default('reader'))
    .option('--password-file <file>', 'read the password from a file’s first line, - for standard input')
    .exitOverride()
    .action(add_)
  const set = root
    .command('set <name>')
    .description('change an account')
    .addOption(role('another role'))
    .option('--password', 'ask for another password')
    .option('--password-file <file>', 'read another password from a file’s first line, - for standard input')
    .option('--disable', 'let it in no more')
    .option('--enable', 'let it in again')
    .exitOverride()
    .action(set_)
  const list = root
    .command('list', { isDefault: true })
    .description('every account with its tokens')
    .addOption(textOrJson())
    .exitOverride()
    .action(list_)
  const token = root
    .command('token <name>')
    .description('make a token for a program that acts for the account; it is shown this once')
    .option('--label <words>', 'what it is for', 'token')
    .exitOverride()
    .action(token_)
  const end = root.command('end-token <id>').description('take a token back').exitOverride().action(end_)
  for (const command of [add, set, token, end]) withRecord(command, true)
  withRecord(list)
  return root
}

async function add_(name: string, options: AddOptions): Promise<void> {
  await onRecord(options, async (record) => {
    const password = await passwordFrom(options.passwordFile)
    await addAccount(record, stampNow(options), { name, role: options.role, password })
    await print(`${name}: ${options.role}\n`)
  })
}

async function set_(name: string, options: ChangeOptions): Promise<void> {
  if (options.disable === true && options.enable === true)
    throw new PenholderError({ code: 'bad-input', what: '--disable and --enable at once' })
  await onRecord(options, async (record) => {
    const isAsked = options.password === true || options.passwordFile !== undefined
    const after = await changeAccount(record, stampNow(options), name, {
      ...(options.role === undefined ? {} : { role: options.role }),
      ...(isAsked ? { password: await passwordFrom(options.passwordFile) } : {}),
      ...(options.disable === true ? { disabled: true } : options.enable === true ? { disabled: false } : {}),
    })
    await print(`${after.name}: ${after.role}${after.isDisabled ? ', disabled' : ''}\n`)
  })
}

async function list_(options: RecordOptions & { readonly format: 'text' | 'json' }): Promise<void> {
  await onRecord(options, async (record) => {
    const tokens = await storedTokens(record)
    const accounts = (await storedAccounts(record)).map(({ name, role, isDisabled, secret }) => ({
      name,
      role,
      isDisabled,
      hasPassword: secret !== undefined,
      tokens: tokens
        .filter(({ account }) => account === name)
        .map(({ id, label, isEnded }) => ({ id, label, isEnded })),
    }))
    if (options.format === 'json') await print(`${JSON.stringify(accounts, null, 2)}\n`)
    else if (accounts.length === 0) await print('no accounts: everybody on this machine may do everything\n')
    else
      for (const { name, role, isDisabled, hasPassword, tokens: own } of accounts) {
        const marks = [...(isDisabled ? ['disabled'] : []), ...(hasPassword ? [] : ['has no password yet'])]
        const lines = own
          .filter(({ isEnded }) => !isEnded)
          .map(({ id, label }) => `    token ${id}  ${fitForTerminal(label)}\n`)
        await print(`${[name, role, ...marks].join('  ')}\n${lines.join('')}`)
      }
  })
}

async function token_(name: string, options: RecordOptions & { readonly label: string }): Promise<void> {
  await onRecord(options, async (record) => {
    await print(`${await addToken(record, stampNow(options), name, options.label)}\n`)
    process.stderr.write('penholder: keep it safe: it is not shown again, and acts for the account until it is ended\n')
  })
}

async function end_(id: string, options: RecordOptions): Promise<void> {
  await onRecord(options, async (record) => {
    await endToken(record, stampNow(options), id)
    await print(`token ${id} is ended\n`)
  })
}

/** From a file, from standard input, or asked for twice on a terminal. Never an argument: those stand in process lists. */
async function passwordFrom(file: string | undefined): Promise<string> {
  if (file !== undefined) return firstLine(readFileSync(file === '-' ? 0 : file, 'utf8'))
  if (!process.stdin.isTTY) return firstLine(readFileSync(0, 'utf8'))
  const { isCancel, password } = await import('@clack/prompts')
  const first = await password({ message: 'Password (at least 12 characters)' })
  const second = isCancel(first) ? first : await password({ message: 'The same again' })
  if (isCancel(first) || isCancel(second))
    throw new PenholderError({ code: 'bad-input', what: 'no password was given; nothing was kept' })
  if (first !== second)
    throw new PenholderError({ code: 'bad-input', what: 'the two passwords differ; nothing was kept' })
  return first
}

function firstLine(text: string): string {
  return text.split(/\r?\n/)[0] ?? ''
}
