import type { Claim } from '../../http/view.js'
import { address, useAnswer } from '../ask.js'
import { href } from '../place.js'
import { claimWords, vouched } from '../words.js'

interface Props {
  readonly id: string
  readonly claim: Claim
  readonly article:
    | {
        readonly id: string
        readonly name: string
        readonly title?: string
        readonly published?: string
        readonly source?: string
      }
    | undefined
  readonly note: string
}

interface InContext {
  readonly context?: { readonly text: string; readonly quoteStart: number; readonly quoteEnd: number }
}

/** A claim with its words marked in the paragraph that they stand in, and the article that they are from. */
export function QuoteInContext({ id, claim, article, note }: Props) {
  const asked = useAnswer<InContext>(address(`/claims/${id}`))
  const context = asked.value?.context
  return (
    <article class="in-context">
      <p class="note">
        <strong>{claimWords(claim)}</strong> · {claim.date ?? 'undated'} · {vouched(claim)}
        {note !== '' && <> · {note}</>}
      </p>
      <blockquote>
        {context === undefined ? (
          <mark class={`a-${claim.kind}`}>{claim.quote.text}</mark>
        ) : (
          <>
            {context.text.slice(0, context.quoteStart)}
            <mark class={`a-${claim.kind}`}>{context.text.slice(context.quoteStart, context.quoteEnd)}</mark>
            {context.text.slice(context.quoteEnd)}
          </>
        )}
      </blockquote>
      <p class="note">
        <a href={href(['articles', claim.article], { claim: id })}>
          {article?.title ?? article?.name ?? 'the article'}
        </a>
        {article?.source !== undefined && <>, {article.source}</>}
        {article?.published !== undefined && <>, {article.published}</>}
      </p>
    </article>
  )
}
