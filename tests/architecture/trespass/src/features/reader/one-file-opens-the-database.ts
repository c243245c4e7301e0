// A second opener would know nothing of full disks, newer releases and lost connections.
export { openDB } from 'idb'
