import type { Article } from '../src/articles/index.js'

function article(id: string, published: string, source: string, text: string): Article {
  return { id, published, publishedFrom: 'given', source, text }
}

const DRAFT = `Japan tables draft on North Korea

Japan introduced a draft resolution on Friday that would impose sanctions on North Korea for firing missiles.

The United States, Britain and France support the draft. Russia and China oppose the resolution. China's ambassador refused to say if China would veto the text.

The Japanese foreign minister spoke by phone with his Russian counterpart on Friday.

A vote was expected on Saturday, July 15, 2006, a diplomat said.

Written for the tests of Penholder; not a real report.
`

/**
 * Five reports over eleven years on one state, one of them in two outlets and one with words that formats could trip
 * over. Written for these tests after real events.
 */
export const FIVE: readonly Article[] = [
  article('draft.txt', '2006-07-08', 'Outlet A', DRAFT),
  article('draft-again.txt', '2006-07-09', 'Outlet B', `${DRAFT}\nAll rights reserved by the second outlet.\n`),
  article(
    'adopted.txt',
    '2006-07-16',
    'Outlet A',
    `Council condemns missile tests

The Security Council adopted resolution 1695 on Saturday, July 15, 2006. The resolution demands that North Korea suspend its missile programme.

North Korea rejected the resolution. China voted for the text after its first version had been softened.

South Korea said that it would not send any more food aid to North Korea.

Written for the tests of Penholder; not a real report.
`,
  ),
  article(
    'hostile.txt',
    '2009-05-28',
    '=HYPERLINK("http://evil.example","Outlet")',
    `<script>alert(1)</script> | "Russia" & _x0041_ *bold* says it will not object

Russia will not object to a new resolution on North Korea, a Foreign Ministry spokesman said on Thursday. "We have no reason to object to a new resolution," he said.

South Korea and Japan are expected to draft a resolution next week.

=SUM(1;2) is how this line begins, and @cmd too. Written for the tests of Penholder; not a real report.
`,
  ),
  article(
    'oil.txt',
    '2017-09-06',
    'Outlet C',
    `Putin resists oil embargo

The United States on Wednesday demanded that the United Nations impose an oil embargo on North Korea. Russia opposes sanctions on North Korea, President Vladimir Putin said. China supports further sanctions on North Korea, its foreign minister said.

The United States would seek a vote on a draft resolution on September 11.

Written for the tests of Penholder; not a real report.
`,
  ),
]
