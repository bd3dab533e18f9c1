export { type McpOptions, mcpServer, serveMcp } from './server.js'
