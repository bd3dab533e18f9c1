import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of a password's hash: 32 MiB and about a tenth of a second of one processor, after OWASP's table for scrypt. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const LENGTH = 32
const MEMORY = 64 * 1024 * 1024
/** So many hashes are worked out at a time; the others wait. */
const AT_ONCE = 2

/** A password as it is kept: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await hashed(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether the password is the one that was kept; false where none was, after as long a time. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [kind, N, r, p, salt, hash] = (kept ?? '').split('$')
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) {
    await hashed(password, randomBytes(16), COST)
    return false
  }
  const wanted = Buffer.from(hash, 'base64url')
  const found = await hashed(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

let running = 0
const waiting: (() => void)[] = []

async function hashed(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, LENGTH, { ...cost, maxmem: MEMORY }, (error, key) =>
        error === null ? resolve(key) : reject(error),
      )
    })
  } finally {
    running--
    waiting.shift()?.()
  }
}
