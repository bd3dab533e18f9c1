import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compileActivityWords } from '../src/check/compile.js'
import { compileResolutionYears } from '../src/cite/compile.js'
import { compileMembers, compilePresidency, compileRecord, compileVersions } from '../src/council/compile.js'
import type { Compiled, DataFile } from '../src/datafiles.js'
import { compileLaw } from '../src/law/compile.js'
import { compileDesignations, compileNames } from '../src/lists/compile.js'
import { compileLexicon } from '../src/read/compile.js'
import { compileWeights } from '../src/read/compile-weights.js'
import { openDataFile, type YamlFile } from './yaml-file.js'

/** A set of data files that becomes one generated module, `#data/<name>`, exporting `<name>`. */
export interface DataSet {
  readonly name: string
  /** Files or folders below `data/`; folders are taken with all their `.yaml` files. */
  readonly from: readonly string[]
  readonly compile: (files: readonly DataFile[]) => Compiled
}

/** One line for each set. A room's compiler sits in its own folder (`src/<room>/compile.ts`) and is not part of the room's face. */
export const dataSets: readonly DataSet[] = [
  { name: 'states', from: ['states.yaml'], compile: (files) => ({ value: files[0]?.value, problems: [] }) },
  { name: 'resolutionYears', from: ['council/resolution-years.yaml'], compile: compileResolutionYears },
  { name: 'activityWords', from: ['vocabulary.yaml'], compile: compileActivityWords },
  { name: 'law', from: ['law', 'regimes', 'goods.yaml'], compile: compileLaw },
  { name: 'names', from: ['names.yaml'], compile: compileNames },
  { name: 'designations', from: ['designations'], compile: compileDesignations },
  { name: 'members', from: ['states.yaml', 'council/members.yaml'], compile: compileMembers },
  { name: 'presidency', from: ['council/presidency.yaml'], compile: compilePresidency },
  { name: 'versions', from: ['council/versions.yaml'], compile: compileVersions },
  {
    name: 'votes',
    from: ['states.yaml', 'council/members.yaml', 'council/votes', 'council/corrections.yaml'],
    compile: compileRecord,
  },
  { name: 'lexicon', from: ['lexicon'], compile: compileLexicon },
  { name: 'weights', from: ['weights'], compile: compileWeights },
]

export function filesOf(set: DataSet, root = 'data'): YamlFile[] {
  return set.from.flatMap((entry) => yamlFiles(join(root, entry))).map((file) => openDataFile(file))
}

function yamlFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) =>
      name.endsWith('.yaml') || statSync(join(path, name)).isDirectory() ? yamlFiles(join(path, name)) : [],
    )
}
