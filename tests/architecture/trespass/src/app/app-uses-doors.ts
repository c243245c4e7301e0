// App would reach past the door.
export { PassageView } from '../features/reader/PassageView.tsx'
