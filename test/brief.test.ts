import { briefSuite } from './brief-suite.js'

briefSuite()
