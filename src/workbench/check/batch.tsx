import { useState } from 'preact/hooks'
import type { Verdict } from '../../http/view.js'
import { address, request } from '../ask.js'
import { parseCsv } from '../parts/csv.js'
import { download } from '../parts/export-picture.js'
import { Failure } from '../parts/problem.js'
import { useToday } from '../status.js'
import { VerdictMark } from './verdict.js'

const EXAMPLE = `id,date,kind,action,exporter,importer,hs_code,goods,quantity,unit
1,2017-12-01,trade,supply,CHN,PRK,2710.19,diesel,20000,bbl
2,2018-02-01,trade,procure,PRK,CHN,2701,coal,500,t`
const SHOWN = 500

/** A list pasted or dropped as CSV; the verdicts come back as a table, CSV or XLSX. */
export function Batch() {
  const today = useToday()
  const [text, setText] = useState('')
  const [on, setOn] = useState(today)
  const [rows, setRows] = useState<readonly (readonly string[])[]>()
  const [failure, setFailure] = useState<Error>()
  const [isBusy, setIsBusy] = useState(false)
  const asked = async (format: 'csv' | 'xlsx') => {
    setIsBusy(true)
    setFailure(undefined)
    try {
      return await request(address('/check/batch', { on, format }), { method: 'POST', body: text, type: 'text/csv' })
    } catch (error) {
      setFailure(error as Error)
      return undefined
    } finally {
      setIsBusy(false)
    }
  }
  const show = async () => setRows(parseCsv((await (await asked('csv'))?.text()) ?? ''))
  const save = async (format: 'csv' | 'xlsx') => {
    const blob = await (await asked(format))?.blob()
    if (blob !== undefined) download(blob, `checked-${on}.${format}`)
  }
  const dropped = async (event: DragEvent) => {
    const file = event.dataTransfer?.files[0]
    if (file === undefined) return
    event.preventDefault()
    setText(textOf(await file.arrayBuffer()))
  }
  const isEmpty = text.trim() === ''
  return (
    <div class="batch">
      <label>
        Activities as CSV with a header, one a row; drop a file here or paste
        <textarea
          rows={9}
          spellcheck={false}
          value={text}
          placeholder={EXAMPLE}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onDrop={dropped}
          onDragOver={(event) => event.preventDefault()}
        />
      </label>
      <div class="bar">
        <label>
          Day for rows without one
          <input type="date" value={on} onChange={({ currentTarget }) => setOn(currentTarget.value)} />
        </label>
        <button type="button" class="main" disabled={isEmpty || isBusy} onClick={show}>
          Check
        </button>
        <button type="button" disabled={isEmpty || isBusy} onClick={() => save('csv')}>
          Verdicts as CSV
        </button>
        <button type="button" disabled={isEmpty || isBusy} onClick={() => save('xlsx')}>
          Verdicts as XLSX
        </button>
        <button type="button" class="quiet" onClick={() => setText(EXAMPLE)}>
          Put in an example
        </button>
      </div>
      <Failure of={failure} />
      {rows !== undefined && rows.length > 0 && <Verdicts rows={rows} />}
    </div>
  )
}

function Verdicts({ rows }: { rows: readonly (readonly string[])[] }) {
  const [head = [], ...body] = rows
  const verdict = head.indexOf('verdict')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section class="scroll" aria-label="Verdicts" tabIndex={0}>
      <table class="list">
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.slice(0, SHOWN).map((row, index) => (
            <tr key={index}>
              {head.map((name, column) => (
                <td key={name}>
                  {column === verdict ? <VerdictMark verdict={row[column] as Verdict} /> : row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {body.length > SHOWN && (
        <p class="note">
          The first {SHOWN} of {body.length} rows; all of them are in the files.
        </p>
      )}
    </section>
  )
}

/** A file as text: UTF-8, else as spreadsheets on Windows write it; the reader sees it before it is checked. */
function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes)
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
