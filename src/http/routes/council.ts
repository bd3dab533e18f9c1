import { z } from 'zod'
import {
  type Count,
  councilOn,
  countRecorded,
  countView,
  countVotes,
  gatherVotes,
  horseshoe,
  LETTERS,
  MATTERS,
  memberFor,
  type RecordedVote,
  searchVotes,
  votesNamed,
} from '../../council/index.js'
import { PenholderError } from '../../errors.js'
import { parseState, printState } from '../../states.js'
import { type Reply, route } from '../route.js'
import { CountView, Members, Vote } from '../shapes/council.js'
import { page } from '../shapes/page.js'
import { Day, Limit, Names, Words } from '../shapes/parameters.js'

const Text = z.strictObject({ text: Words, parties: Names.optional() })

/** The one vote that a symbol or an id of the record names; several are a conflict that tells their ids. */
function voteOn(text: string): RecordedVote {
  const found = votesNamed(text)
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  if (first === undefined)
    throw new PenholderError({
      code: 'not-found',
      what: `no vote on "${text}" is on record`,
      place: { path: 'query.text' },
    })
  throw new PenholderError({
    code: 'conflict',
    what: `${found.length} votes are on record for "${text}"`,
    place: { path: 'query.text' },
    expected: `one of the ids ${found.map((vote) => `${vote.id} (${vote.title}: ${vote.outcome})`).join(', ')}`,
  })
}

function countOn(query: { text: string; parties?: string[] | undefined }): Count {
  return countRecorded(
    voteOn(query.text),
    (query.parties ?? []).map((name) => parseState(name).code),
  )
}

export function picture(count: Count): Reply {
  return { reply: true, type: 'image/svg+xml', body: horseshoe(count) }
}

const Cast = z.array(z.string().max(80)).max(20).default([])

export const councilRoutes = {
  council: route({
    summary: 'The members of the Council on a day',
    tag: 'council',
    role: 'reader',
    query: z.strictObject({ on: Day.optional() }),
    answer: Members,
    cached: 'data',
    handle: ({ query }, { today }) => {
      const on = query.on ?? today
      const { from, to, permanent, members } = councilOn(on)
      return { on, from, to, permanent, members: members.map((term) => ({ ...term, name: printState(term.state) })) }
    },
  }),
  votes: route({
    summary: 'Decisions on record that fit, the latest first',
    tag: 'council',
    role: 'reader',
    query: z.strictObject({
      words: Words.optional(),
      member: Words.optional(),
      cast: z.enum(LETTERS).optional(),
      from: Day.optional(),
      to: Day.optional(),
      outcome: z.enum(['adopted', 'vetoed', 'not adopted']).optional(),
      vetoedBy: Words.optional(),
      matter: z.enum(MATTERS).optional(),
      limit: Limit,
    }),
    answer: page(Vote),
    cached: 'data',
    handle: ({ query: { limit, member, vetoedBy, ...query } }) => {
      const asked = {
        ...query,
        ...(member === undefined ? {} : { member: parseState(member).code }),
        ...(vetoedBy === undefined ? {} : { vetoedBy: parseState(vetoedBy).code }),
      }
      const found = searchVotes(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)))
      return { items: found.slice(-limit).reverse(), total: found.length }
    },
  }),
  countText: route({
    summary: 'A decision on record, counted under Article 27 of the Charter',
    tag: 'council',
    role: 'reader',
    query: Text,
    answer: CountView,
    cached: 'data',
    handle: ({ query }) => countView(countOn(query)),
  }),
  countTextPicture: route({
    summary: 'A decision on record as a picture of the Council’s table',
    tag: 'council',
    role: 'reader',
    query: Text,
    files: ['image/svg+xml'],
    cached: 'data',
    handle: ({ query }) => picture(countOn(query)),
  }),
  countByHand: route({
    summary: 'Votes given by hand, counted; members left out are unknown',
    tag: 'council',
    role: 'reader',
    body: z.strictObject({
      on: Day,
      matter: z.enum(MATTERS),
      label: z.string().max(400).optional(),
      yes: Cast,
      no: Cast,
      abstain: Cast,
      absent: Cast,
      parties: Cast,
    }),
    answer: CountView,
    cached: 'no',
    handle: ({ body }) => {
      const { on, matter, label, yes, no, abstain, absent } = body
      const votes = gatherVotes({ Y: yes, N: no, A: abstain, X: absent }, on)
      const parties = body.parties.map((name) => {
        const member = memberFor(name, on)
        if (typeof member !== 'string') throw new PenholderError({ ...member, place: { path: 'body.parties' } })
        return member
      })
      return countView(countVotes(votes, { on, matter, parties, ...(label === undefined ? {} : { label }) }))
    },
  }),
}
