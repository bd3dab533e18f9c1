import type { Flag } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import type { MatterArticle } from '../matter/shapes.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { refine } from '../place.js'
import { FlagList, flagWords } from './flag-list.js'

interface Flags {
  readonly items: readonly Flag[]
  readonly articles: readonly MatterArticle[]
}

/** Where a matter’s sources disagree with each other, with the record or with the Charter. */
export function FlagsPage({ id, kind }: { id: string; kind: string | undefined }) {
  useTitle('Flags')
  const asked = useAnswer<Flags>(address(`/matters/${id}/flags`))
  const { items = [], articles = [] } = asked.value ?? {}
  const kinds = [...new Set(items.map((flag) => flag.kind))]
  const titles = new Map(
    articles.map(({ id: article, title, name, published }) => [
      article,
      `${title ?? name}${published === undefined ? '' : `, ${published}`}`,
    ]),
  )
  const shown = kind === undefined ? items : items.filter((flag) => flag.kind === kind)
  return (
    <div class="page">
      <div class="page-head">
        <h1>Flags</h1>
        <p class="lede">
          {asked.value === undefined
            ? ''
            : `${items.length} ${items.length === 1 ? 'doubt' : 'doubts'} for a person to look at`}
        </p>
      </div>
      <Failure of={asked.failure} />
      {kinds.length > 1 && (
        <div class="bar">
          <label>
            Kind
            <select
              value={kind ?? ''}
              onChange={({ currentTarget }) => refine({ kind: currentTarget.value }, { push: true })}
            >
              <option value="">all</option>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {flagWords(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <FlagList flags={shown} titles={titles} />
      {asked.value !== undefined && items.length === 0 && (
        <p class="note">
          Nothing in these articles contradicts another, the record of votes, the law as encoded, or the rule of voting.
          That says nothing about what is true.
        </p>
      )}
    </div>
  )
}
