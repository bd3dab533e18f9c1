import { recordSuite } from './record-suite.js'

recordSuite()
