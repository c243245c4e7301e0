/**
 * What is kept so that the site can be read without a network: which files a release of it has, which
 * of them a reader keeps, which may go when a newer release has come, and what a page and its service
 * worker say to each other. Data in, data out: the caches, the network and the clock are others'.
 */
export {
  filesToKeep,
  NOT_FOUND,
  pageAt,
  savesData,
  SERVICE_WORKER,
  SHELL,
  WHOLE,
} from './release.ts'
export type { KeptFile, Release } from './release.ts'
export { goOnWith, parseKeptKeys, type ArrivedKeys, type KeptKeys } from './kept-keys.ts'
export { isIdentity, isRequest, isStock } from './messages.ts'
export type { Identity, Stock, WorkerRequest } from './messages.ts'
