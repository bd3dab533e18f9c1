import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Claim, type Flag, printState } from '../../http/view.js'
import { address, send, useAnswer } from '../ask.js'
import { FlagList } from '../flags/flag-list.js'
import { useTitle } from '../parts/page.js'
import { Failure } from '../parts/problem.js'
import { type Place, refine } from '../place.js'
import { useMay } from '../status.js'
import { ClaimList, type Verdict } from './claims.js'
import { KindFilter } from './kinds.js'
import type { ArticleWhole, ClaimRow, Ruling } from './shapes.js'
import { ArticleText } from './text.js'

/** One article: its text with the claims marked, the reading beside it, and what a person rules on each. */
export function ArticlePage({ id, place }: { id: string; place: Place }) {
  const asked = useAnswer<ArticleWhole>(address(`/articles/${id}`))
  const flags = useAnswer<{ items: Flag[] }>(address(`/articles/${id}/flags`))
  const [ruled, setRuled] = useState<ReadonlyMap<string, ClaimRow>>(new Map())
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<Error>()
  const may = useMay('reviewer')
  const whole = asked.value
  useTitle(whole?.article.title ?? whole?.article.name ?? '')
  const claims = useMemo(() => whole?.claims.map((row) => ruled.get(row.id) ?? row) ?? [], [whole, ruled])
  const chosenId = place.query.get('claim')
  const found = claims.findIndex((row) => row.id === chosenId || (chosenId !== null && row.gist === chosenId))
  const chosen = found < 0 ? undefined : found
  useEffect(() => setFailure(undefined), [chosenId])
  if (whole === undefined)
    return (
      <div class="page">
        <h1>Article</h1>
        <Failure of={asked.failure} />
      </div>
    )
  const choose = (index: number) => refine({ claim: claims[index]?.id })
  const rule = async (row: ClaimRow, verdict: Verdict, edited?: Claim) => {
    try {
      const body = { verdict, ...(edited !== undefined && { edited }) }
      const ruling = await send<Ruling>(`/claims/${row.id}/ruling`, { method: 'POST', body })
      setRuled((before) => new Map(before).set(row.id, { ...row, ruling }))
      setFailure(undefined)
    } catch (error) {
      setFailure(error as Error)
    }
  }
  const { article, reading } = whole
  const open = claims.filter(({ ruling }) => ruling === undefined || ruling.verdict === 'withdrawn').length
  return (
    <div class="page article">
      <div class="page-head">
        <h1>{article.title ?? article.name}</h1>
        <p class="lede">
          {[article.source, reading.published ?? 'no date', reading.target && printState(reading.target), article.name]
            .filter(Boolean)
            .join(' · ')}
          {article.sameAs !== undefined && (
            <>
              {' '}
              · repeats <a href={`/articles/${article.sameAs}`}>an earlier report</a>
            </>
          )}
        </p>
      </div>
      <div class="bar">
        <KindFilter claims={claims} hidden={hidden} setHidden={setHidden} />
        <p class="note">
          {claims.length} claims, {open} not ruled on
        </p>
      </div>
      <div class="reading">
        {article.hasText ? (
          <ArticleText text={article.text} claims={claims} chosen={chosen} hidden={hidden} choose={choose} />
        ) : (
          <p class="note">This record holds no texts: only the words of the claims.</p>
        )}
        <section class="side" aria-label="Claims read from the text">
          <Failure of={failure} />
          <ClaimList claims={claims} chosen={chosen} hidden={hidden} choose={choose} {...(may && { rule })} />
          {reading.problems.map((problem) => (
            <p class="note" key={problem.what}>
              {problem.what}
            </p>
          ))}
          <FlagList flags={flags.value?.items ?? []} titles={new Map([[article.id, article.title ?? article.name]])} />
        </section>
      </div>
    </div>
  )
}
