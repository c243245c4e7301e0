// A translator would have to know React.
export { Fragment } from 'react'
