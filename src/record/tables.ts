/** One table of the record: its columns without `seq`, and those of them that make its key. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** Columns that the log's digest leaves out because another column holds their hash. */
  readonly hashed?: readonly string[]
  /** True where the column `secret` is left out of every export. */
  readonly secret?: true
}

/** All tables that hold rows of the log, each after those it refers to. A new migration adds its tables here. */
export const TABLES: readonly Table[] = [
  {
    name: 'article',
    columns: ['id', 'bytes_hash', 'text_hash', 'prose_hash', 'form', 'text', 'prose', 'sketch', 'body'],
    key: ['id'],
    hashed: ['text', 'prose'],
  },
  { name: 'reading', columns: ['id', 'article', 'reader', 'published', 'target', 'body'], key: ['id'] },
  { name: 'claim', columns: ['id', 'article', 'kind', 'gist', 'body'], key: ['id'] },
  { name: 'ruling', columns: ['id', 'claim', 'verdict', 'body', 'note'], key: ['id'] },
  { name: 'matter', columns: ['id', 'body'], key: ['id'] },
  { name: 'draft', columns: ['id', 'matter', 'body'], key: ['id'] },
  { name: 'attachment', columns: ['claim', 'matter', 'draft', 'note'], key: ['claim'] },
  { name: 'answer', columns: ['id', 'activity', 'asked_for', 'known', 'versions', 'body'], key: ['id'] },
  {
    name: 'ceiling_report',
    columns: ['id', 'ceiling', 'period_from', 'period_to', 'source', 'value', 'unit', 'factor', 'cited', 'note'],
    key: ['id'],
  },
  { name: 'account', columns: ['id', 'body', 'secret', 'secret_hash'], key: ['id'], hashed: ['secret'], secret: true },
  {
    name: 'access_token',
    columns: ['id', 'account', 'body', 'secret', 'secret_hash'],
    key: ['id'],
    hashed: ['secret'],
    secret: true,
  },
  { name: 'edition', columns: ['id', 'body'], key: ['id'] },
  { name: 'proposal', columns: ['id', 'claim', 'body'], key: ['id'] },
]

export function tableNamed(name: string): Table {
  const table = TABLES.find((each) => each.name === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table
}
