import { mattersSuite } from './matters-suite.js'

mattersSuite()
