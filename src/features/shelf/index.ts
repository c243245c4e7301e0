/**
 * The reader's own library, kept in this browser and sent nowhere: drafts of the importer, and
 * articles with all that the reading room does for them.
 *
 * This room is the only one that opens the database. It promises that "kept" is said only once it is
 * true, and that whatever a browser's storage may do comes back as a reason, so that a page can offer a
 * download instead. The parser stands behind functions that load it.
 */
export {
  deleteArticle,
  deleteDraft,
  listArticles,
  listDrafts,
  loadArticleFolder,
  loadDraft,
  newId,
  restoreArticle,
  restoreDraft,
  saveDraft,
  storageUsed,
} from './store.ts'
export type { Overtaken } from './store.ts'
export {
  compile,
  folderOf,
  keepArticle,
  keepIfWanted,
  openArticle,
  renameArticle,
  saveFolder,
  slugOf,
} from './folders.ts'
export type { Keeping, OpenedArticle } from './folders.ts'
export type { Compiled } from './compile.ts'
export { followDrafts, followShelf } from './news.ts'
export type { Kept, ShelfFault } from './database.ts'
export { OwnArticles } from './OwnArticles.tsx'
export { OwnNote } from './OwnNote.tsx'
export type { DraftCard, KeptDraft, OwnArticleCard, OwnFolder } from './records.ts'
