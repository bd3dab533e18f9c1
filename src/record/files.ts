import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { openArticles } from '../articles/index.js'
import type { Problem } from '../errors.js'
import type { Connection } from './connection.js'
import { bytesHash } from './prepare.js'
import type { ArticleBody } from './rows.js'

/** How the files stand that articles were got from, by article. */
export interface FilesFound {
  readonly same: number
  /** Articles whose file or folder is not there any more: no fault of the record. */
  readonly gone: number
  readonly problems: readonly Problem[]
}

/** Opens the files that articles were got from, where they still are, and looks for each article's bytes in them. */
export async function verifyFiles(connection: Connection): Promise<FilesFound> {
  const wanted = new Map<string, Map<string, string>>()
  let gone = 0
  for (const row of await connection.all<{ bytes_hash: string; body: string }>(
    'select bytes_hash, body from article',
  )) {
    const { name, got } = JSON.parse(row.body) as ArticleBody
    const own = wanted.get(got.from) ?? new Map<string, string>()
    wanted.set(got.from, own.set(row.bytes_hash, name))
  }
  let same = 0
  const problems: Problem[] = []
  for (const [from, articles] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isAbsolute(from) || !existsSync(from)) {
      gone += articles.size
      continue
    }
    for await (const opened of openArticles([from])) {
      if ('article' in opened && articles.delete(bytesHash(opened.article))) same++
    }
    for (const name of articles.values()) {
      problems.push({
        code: 'conflict',
        what: `the bytes of ${name} are not there any more`,
        place: { file: from },
        todo: 'the file was changed after it was added; the record keeps what it was',
      })
    }
  }
  return { same, gone, problems }
}
