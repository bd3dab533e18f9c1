import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type Finding, VERDICTS } from '../../http/view.js'
import { copyText } from '../parts/export-picture.js'
import { href } from '../place.js'
import { answerText } from './answer-text.js'
import type { Answer } from './shapes.js'
import { VerdictMark } from './verdict.js'

interface Props {
  readonly answer: Answer
  /** Names of fields, by their path. */
  readonly labels: ReadonlyMap<string, string>
  /** Stands below the findings. */
  readonly children: ComponentChildren
}

/** The findings as they will be cited, the strictest first. */
export function AnswerView({ answer, labels, children }: Props) {
  const [said, setSaid] = useState('')
  const copied = async (text: string, what: string) => {
    setSaid((await copyText(text, 'finding.txt', 'text/plain')) === 'copied' ? `${what} copied` : `${what} saved`)
    setTimeout(() => setSaid(''), 4000)
  }
  const { coverage } = answer
  return (
    <>
      <header class={`lead ${answer.verdict}`}>
        <h2>
          <VerdictMark verdict={answer.verdict} /> <span class="on">on {answer.on}</span>
        </h2>
        <p>{VERDICTS[answer.verdict]}</p>
        {answer.citations.length > 0 && <p class="cites">{answer.citations.join('; ')}</p>}
        {answer.missing.length > 0 && (
          <p>
            Missing, and it would tell:{' '}
            <strong>{answer.missing.map((path) => labels.get(path) ?? path).join('; ')}</strong>
          </p>
        )}
      </header>
      <p class="copies">
        <button type="button" onClick={() => copied(answerText(answer), 'Text')}>
          Text
        </button>
        <button type="button" onClick={() => copied(location.href, 'Link')}>
          Link
        </button>
        <span role="status">{said}</span>
      </p>
      <ol class="findings">
        {answer.findings.map((finding) => (
          <FindingView key={`${finding.measure}${finding.verdict}`} finding={finding} on={answer.on} />
        ))}
      </ol>
      {children}
      {answer.possible.map((one) => (
        <p class="failure" key={`${one.given}${one.listed}`}>
          Possible match, to be looked at by a person: “{one.given}” is near <strong>{one.listed}</strong>
          {one.reference !== undefined && <> ({one.reference})</>}.
        </p>
      ))}
      <p class="note">
        Covered:{' '}
        {coverage.regimes
          .map(
            ({ name, measures, instruments, dataUntil }) =>
              `${name}: ${measures} measures of ${instruments} instruments, data until ${dataUntil}`,
          )
          .join('; ')}
        .{' '}
        {coverage.beyondData !== undefined && (
          <>The data reach only until {coverage.beyondData}; nothing later is known. </>
        )}
        {coverage.note}
      </p>
      {coverage.regimes.some(({ notEncoded }) => notEncoded.length > 0) && (
        <details class="note">
          <summary>Not encoded</summary>
          <ul>
            {coverage.regimes
              .flatMap(({ notEncoded }) => notEncoded)
              .map((text) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </details>
      )}
    </>
  )
}

function FindingView({ finding, on }: { finding: Finding; on: string }) {
  const { verdict, citations, reason, facts, conditions, missing, regime, measure } = finding
  return (
    <li class="finding">
      <p class="finding-head">
        <VerdictMark verdict={verdict} />
        <a class="cites" href={href(['law'], { regime, on, measure: baseOf(measure) })}>
          {citations.join('; ')}
        </a>
      </p>
      <p>{reason}</p>
      {conditions.length > 0 && (
        <ul>
          {conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
      {facts.length > 0 && <p class="note">Stands on: {facts.join('; ')}</p>}
      {missing.length > 0 && <p class="note">Would tell: {missing.join('; ')}</p>}
    </li>
  )
}

function baseOf(measure: string): string {
  return measure.split('+')[0] ?? measure
}
