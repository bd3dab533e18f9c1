import { edition as generated } from '#data/edition'
import type { CivilDate } from '../dates.js'
import { type Law, type LawMeasure, law as shippedLaw } from '../law/index.js'
import { designationLists, type ListSnapshot } from '../lists/index.js'
import { READER_VERSION } from '../read/index.js'
import { canonicalJson, type Edition, sha256 } from '../record/index.js'

/** What made an answer: two answers with the same versions and the same question are the same. */
export interface Versions {
  /** Version of the package. */
  readonly package: string
  /** Hash of the sources that make answers. */
  readonly code: string
  /** Version of the reader of articles. */
  readonly reader: string
  /** Hashes of the law with the goods, of the lists with the spelling of names, of the words by which activities are read. */
  readonly law: string
  readonly lists: string
  readonly words: string
  /** The outline of law and lists, kept in the record. */
  readonly edition: string
}

/** What one edition of the data holds, so short that it can be kept: hashes by measure and by listed party. */
export interface Outline {
  readonly regimes: Readonly<Record<string, RegimeOutline>>
  readonly lists: Readonly<
    Record<string, { readonly asOf: CivilDate; readonly entries: Readonly<Record<string, string>> }>
  >
  readonly goods: string
}

interface RegimeOutline {
  readonly dataUntil: CivilDate
  readonly instruments: readonly string[]
  /** By id: a hash of what the measure says by itself, and one of its days, exemptions and what later texts did to it. */
  readonly measures: Readonly<Record<string, readonly [own: string, life: string]>>
}

const {
  package: version,
  code,
  data,
} = generated as {
  readonly package: string
  readonly code: string
  readonly data: Readonly<Record<string, string>>
}

let installedEdition: Edition | undefined

/** The outline of the data that are installed. */
export function currentEdition(): Edition & { readonly body: Outline } {
  installedEdition ??= editionOf(outlineOf(shippedLaw, designationLists))
  return installedEdition as Edition & { readonly body: Outline }
}

function editionOf(body: Outline): Edition {
  return { id: shortHash(body, 24), body }
}

/** The versions of the program that runs and of its data. */
export function currentVersions(): Versions {
  return {
    package: version,
    code,
    reader: READER_VERSION,
    law: data.law ?? '',
    lists: shortHash([data.designations, data.names], 16),
    words: shortHash([data.activityWords, data.states], 16),
    edition: currentEdition().id,
  }
}

export function outlineOf(law: Law, lists: readonly ListSnapshot[]): Outline {
  return {
    regimes: Object.fromEntries(
      law.regimes.map(({ regime, instruments, measures }) => [
        regime.id,
        {
          dataUntil: regime.dataUntil,
          instruments: instruments.map(({ symbol }) => symbol),
          measures: Object.fromEntries(measures.map((measure) => [measure.id, hashesOf(measure)])),
        },
      ]),
    ),
    lists: Object.fromEntries(
      lists.map(({ list, asOf, designations }) => [
        list,
        { asOf, entries: Object.fromEntries(designations.map((one) => [one.id, shortHash(one, 8)])) },
      ]),
    ),
    goods: shortHash(law.goods, 16),
  }
}

/** Hashes of what a measure says by itself, and of its days, exemptions and what later texts did to it. */
export function hashesOf({
  periods,
  exemptions,
  endedBy,
  amendedBy,
  replaces,
  ...own
}: LawMeasure): readonly [string, string] {
  return [shortHash(own, 8), shortHash({ periods, exemptions, endedBy, amendedBy, replaces }, 8)]
}

function shortHash(value: unknown, digits: number): string {
  return sha256(canonicalJson(value)).slice(0, digits)
}
