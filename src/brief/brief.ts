import type { Letter } from '../council/index.js'
import type { CivilDate, VagueDate } from '../dates.js'

/** Where words stand: the source’s number in `Brief.sources`, and UTF-16 offsets into its article’s text. */
export interface Cite {
  readonly source: number
  readonly start: number
  readonly end: number
}

/** Words of an article with their place and who vouches for them. */
export interface Words {
  readonly text: string
  readonly cite: Cite
  /** Who vouches: `on-record`, `spokesperson`, `unnamed`, `document`, `media` or `headline`. */
  readonly basis: string
  readonly speaker?: string
  /** Absent for a proposal of the reader that nobody has looked at. */
  readonly ruling?: 'accepted' | 'edited'
}

/** One thing told: a line for people, its day, its words, the paragraphs of law that belong to it. */
export interface Line {
  readonly what: string
  /** As exact as the words are; absent where they give none (`reported` is then the article’s day). */
  readonly date?: VagueDate
  readonly reported?: VagueDate
  readonly words: readonly Words[]
  /** Citations such as `S/RES/2375 (2017) para 14`. */
  readonly law?: readonly string[]
  /** How many claims tell it; a repeated report counts once. */
  readonly claims: number
}

/** A text before or after the Council’s decision. */
export interface BriefText {
  readonly key: string
  readonly label: string
  /** As `CouncilText.status`, or `no end told` where the talk of it ended more than 92 days before the brief’s day. */
  readonly status: string
  readonly isOnTheTable: boolean
  readonly symbol?: string
  readonly draft?: string
  readonly versions: readonly {
    readonly label: string
    readonly date?: VagueDate | undefined
    readonly note?: string | undefined
  }[]
  readonly sponsors: readonly string[]
  readonly rivals: readonly string[]
  readonly tabled?: VagueDate
  readonly voteExpected: readonly VagueDate[]
  readonly decided?: VagueDate
  /** The day for which its positions are told: the brief’s, or the last on which an older text was spoken of. */
  readonly asOf: CivilDate
  readonly vote?: BriefVote
  /** Who stood where, by mark, in the order of the marks. */
  readonly stood: readonly { readonly mark: string; readonly members: readonly string[] }[]
  /** Where they stood on the eve of the decision, as reported; absent for an open text. */
  readonly stoodBefore?: readonly { readonly mark: string; readonly members: readonly string[] }[]
  readonly words: readonly Words[]
}

/** A vote that the record of votes has. */
export interface BriefVote {
  readonly id: string
  readonly date: CivilDate
  readonly outcome: string
  /** `13–0–2`, or how it was adopted without one. */
  readonly tally: string
  readonly letters: Readonly<Record<string, Letter>>
  readonly meeting?: string
  readonly source: string
  readonly confidence: string
}

/** A vote on record on the state concerned, told by an article or not. */
export interface Decision {
  readonly id: string
  readonly date: CivilDate
  readonly text: string
  readonly title: string
  readonly outcome: string
  /** `13–0–2`, or how it was adopted without one. */
  readonly tally: string
  readonly vetoedBy: readonly string[]
  readonly against: readonly string[]
  readonly abstaining: readonly string[]
  readonly source: string
  readonly confidence: string
}

/** The count of the text at issue under Article 27. */
export interface BriefCount {
  readonly text: string
  readonly outcome: string
  readonly outcomeInWords: string
  readonly required: number
  readonly needs: readonly string[]
  readonly mayBlock: readonly string[]
  readonly notes: readonly string[]
  /** The Council’s table as an SVG picture. */
  readonly picture: string
}

/** A column of the matrix: a text, another version of it, or something else at issue. */
export interface Column {
  readonly key: string
  readonly label: string
  /** Of another state’s matter: told in the words, not in the matrix. */
  readonly isMinor?: true
  /** What was held before the vote on the text of the column before it. */
  readonly isPast?: true
}

/** Where one actor stands on one thing. */
export interface Stand {
  readonly column: string
  /** `sponsors`, `for`, `against` …; `unknown` where no claim says. */
  readonly stance: string
  readonly vote?: Letter
  readonly quotes: number
  readonly date?: VagueDate
  /** What goes with it: `vote undeclared`, `with an if`, `sources contradict each other`, `formerly`. */
  readonly marks: readonly string[]
  readonly before?: { readonly stance: string; readonly date?: VagueDate }
  /** The strongest words; absent where none were said (a sponsor by report, a vote on record). */
  readonly words?: Words
}

export interface Row {
  readonly code: string
  readonly name: string
  readonly seat: 'permanent' | 'elected' | 'none'
  /** Only what is told; a member without a stand in a column is unknown there. */
  readonly stands: readonly Stand[]
}

export interface Change {
  readonly day: CivilDate
  readonly what: string
  readonly words: readonly Words[]
  readonly law?: readonly string[]
}

/** A paragraph in force on the day, from the law. */
export interface LawLine {
  readonly citation: string
  readonly force: string
  /** What its measures require, in our own words. */
  readonly says: readonly string[]
  readonly since: CivilDate
  /** Where the matter’s articles say that it is in force. */
  readonly words: readonly Words[]
}

export interface Doubt {
  readonly what: string
  readonly words: readonly Words[]
  readonly law?: readonly string[]
}

/** An article of the matter, by its number. */
export interface Source {
  readonly number: number
  readonly article: string
  readonly title: string
  readonly outlet?: string
  readonly published?: VagueDate
  readonly url?: string
  /** SHA-256 of the bytes as they came. */
  readonly hash?: string
  readonly claims: number
  /** Articles that carry the same report. */
  readonly alsoIn: readonly string[]
}

/** What the record says of one matter on a day, each line with where it stands. Plain JSON. */
export interface Brief {
  readonly matter: {
    readonly id: string
    readonly title: string
    readonly target?: string
    readonly regime?: string
    /** False where nobody made the matter: the articles about one state stand for it. */
    readonly isMade: boolean
  }
  readonly on: CivilDate
  readonly since?: CivilDate
  readonly basis: {
    readonly articles: number
    readonly repeats: number
    readonly claims: number
    readonly accepted: number
    readonly edited: number
    /** Of all that the brief rests on in the record: the same for the same articles, claims and rulings, in whatever order they came. */
    readonly digest: string
    readonly edition: string
  }
  readonly texts: readonly BriefText[]
  readonly count?: BriefCount
  readonly columns: readonly Column[]
  readonly members: readonly Row[]
  readonly others: readonly Row[]
  /** Said of a group and never shared out among names. */
  readonly collective: readonly Line[]
  readonly changes: readonly Change[]
  readonly contacts: readonly Line[]
  readonly events: readonly Line[]
  /** Proposed, announced, in force or lifted, as articles say it. */
  readonly measures: readonly (Line & { readonly status: string })[]
  readonly inForce: readonly LawLine[]
  /** Votes on record whose title names the state concerned, since the matter’s first article. */
  readonly decisions: readonly Decision[]
  readonly doubts: readonly Doubt[]
  readonly unknown: readonly string[]
  readonly sources: readonly Source[]
  readonly lawSources: readonly {
    readonly symbol: string
    readonly title: string
    readonly adopted: CivilDate
    readonly urls: readonly string[]
  }[]
}
