import { printActor } from '../states.js'
import type { Words } from './brief.js'
import type { Block, Section, Span, Table } from './document.js'
import { fitted } from './wording.js'

export function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks }
}

export function line(...spans: readonly Span[]): Block {
  return { kind: 'line', spans }
}

export function plain(text: string): Span {
  return { text: fitted(text) }
}

export function strong(text: string): Span {
  return { text: fitted(text), style: 'strong' }
}

export function rows(columns: Table['columns'], found: Table['rows']): Block[] {
  return found.length === 0 ? [] : [{ kind: 'table', layout: 'rows', columns, rows: found }]
}

export function column(label: string, weight: number): Table['columns'][number] {
  return { label, weight }
}

/** “Words” — who vouches for them [source:place]. */
export function said(words: readonly Words[]): Span[] {
  return words.flatMap(({ text, cite, basis, speaker, ruling }, at) => [
    ...(at === 0 ? [] : [{ text: ' ' }]),
    { text: `“${fitted(text)}”`, style: 'quote' as const },
    {
      text: ` ${[...new Set([speaker === undefined ? undefined : fitted(speaker), basis])].filter(Boolean).join(', ')}${ruling === undefined ? '' : ' ✓'} `,
      style: 'dim' as const,
    },
    { text: `[${cite.source}:${cite.start}–${cite.end}]`, style: 'cite' as const, href: `#source-${cite.source}` },
  ])
}

export function law(citations: readonly string[] | undefined): Span[] {
  return citations === undefined || citations.length === 0 ? [] : [{ text: ` (${grouped(citations)})`, style: 'cite' }]
}

/** Paragraphs of one text behind its symbol: `S/RES/2375 (2017) para 14, 15`. */
export function grouped(citations: readonly string[]): string {
  const texts = new Map<string, string[]>()
  for (const citation of citations) {
    const [symbol = citation, paragraph] = citation.split(' para ')
    texts.set(symbol, [...(texts.get(symbol) ?? []), ...(paragraph === undefined ? [] : [paragraph])])
  }
  return [...texts]
    .map(([symbol, paragraphs]) => (paragraphs.length === 0 ? symbol : `${symbol} para ${paragraphs.join(', ')}`))
    .join('; ')
}

export function names(codes: readonly string[]): string {
  return codes.map(printActor).join(', ')
}

/** Words that follow others directly. */
export function plainTail(text: string): Span {
  return { text }
}
