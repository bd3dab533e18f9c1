import { useEffect, useState } from 'preact/hooks'
import { isCivilDate } from '../../http/view.js'
import { address, send, useAnswer } from '../ask.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { href, type Place } from '../place.js'
import { useToday } from '../status.js'
import { activityOf } from './activity.js'
import { AnswerView } from './answer.js'
import { Batch } from './batch.js'
import { Ceilings } from './ceilings.js'
import { ActivityForm } from './form.js'
import { Gauges } from './gauges.js'
import { Keep } from './keep.js'
import type { Answer, Form, Values } from './shapes.js'

/** An activity, or a list of them, against law and lists of a day. In the address it stands behind the #, which no log of addresses holds. */
export function CheckPage({ place }: { place: Place }) {
  useTitle('Check')
  const form = useAnswer<Form>(address('/check/form'))
  const view = VIEWS.find((one) => one.id === place.path[1]) ?? VIEWS[0]
  return (
    <div class="page check">
      <div class="page-head">
        <h1>Check</h1>
        <nav class="tabs" aria-label="What is checked">
          {VIEWS.map((one) => (
            <a
              key={one.label}
              href={href(one.id === '' ? ['check'] : ['check', one.id])}
              aria-current={one === view ? 'page' : undefined}
            >
              {one.label}
            </a>
          ))}
        </nav>
      </div>
      <Failure of={form.failure} />
      {view.id === 'list' && <Batch />}
      {view.id === 'ceilings' && <Ceilings on={place.query.get('on') ?? undefined} />}
      {view.id === '' && form.value !== undefined && <OneActivity form={form.value} place={place} />}
    </div>
  )
}

const VIEWS = [
  { id: '', label: 'One activity' },
  { id: 'list', label: 'A list' },
  { id: 'ceilings', label: 'Ceilings' },
] as const

interface Asked {
  readonly activity: unknown
  readonly on: string
  readonly answer?: Answer
  readonly failure?: Error
}

function OneActivity({ form, place }: { form: Form; place: Place }) {
  const today = useToday()
  const given = Object.fromEntries(place.hash)
  const [kind, setKind] = useState(given.kind ?? form.kinds[0]?.kind ?? '')
  const [on, setOn] = useState(place.query.get('on') ?? today)
  const [values, setValues] = useState<Values>(given)
  const [wrong, setWrong] = useState<Values>({})
  const [asked, setAsked] = useState<Asked>()
  const ask = async () => {
    const found = activityOf(form, kind, values)
    const isDated = isCivilDate(on)
    const problems = { ...found.wrong, ...(!isDated && { on: 'a day is needed, such as 2017-11-15' }) }
    if ((values.action ?? '').trim() === '') Object.assign(problems, { action: 'say what is done: a verb is needed' })
    setWrong(problems)
    if (Object.keys(problems).length > 0) return
    history.replaceState(null, '', linkOf(form, kind, on, values))
    const { activity } = found
    try {
      setAsked({ activity, on, answer: await send<Answer>('/check', { method: 'POST', body: { activity, on } }) })
    } catch (error) {
      setAsked({ activity, on, failure: error as Error })
    }
  }
  useEffect(() => {
    if (given.action !== undefined) void ask()
  }, [])
  return (
    <div class="two">
      <ActivityForm
        form={form}
        kind={kind}
        on={on}
        values={values}
        wrong={wrong}
        setKind={setKind}
        setOn={setOn}
        set={(name, value) => setValues({ ...values, [name]: value })}
        ask={ask}
      />
      <div class="answer" aria-live="polite">
        {asked === undefined && (
          <p class="note">
            The answer stands here: the strictest finding first, each with its paragraphs. Empty fields state nothing;
            the answer names what is missing.
          </p>
        )}
        <Failure of={asked?.failure} />
        {asked?.answer !== undefined && (
          <AnswerView answer={asked.answer} labels={labelsOf(form)}>
            <Gauges answer={asked.answer} values={values} />
            <Keep key={JSON.stringify(asked.activity) + asked.on} activity={asked.activity} on={asked.on} />
          </AnswerView>
        )}
      </div>
    </div>
  )
}

function linkOf(form: Form, kind: string, on: string, values: Values): string {
  const names = form.kinds.find((one) => one.kind === kind)?.fields ?? []
  const hash = new URLSearchParams({ kind })
  for (const name of names) if ((values[name] ?? '').trim() !== '') hash.set(name, values[name] ?? '')
  return `${href(['check'], { on })}#${hash}`
}

/** Names that people read, by the path that an answer gives as missing. */
function labelsOf(form: Form): ReadonlyMap<string, string> {
  return new Map(Object.values(form.fields).map(({ path, label }) => [path, label]))
}
